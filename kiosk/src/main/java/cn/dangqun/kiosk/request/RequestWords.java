package cn.dangqun.kiosk.request;

import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStage;
import cn.dangqun.kiosk.ui.Texts;
import java.time.LocalDate;

/// The Chinese for requests, wherever it stands.
public record RequestWords(Texts texts) {
    public String kind(RequestKind kind) {
        return switch (kind) {
            case OPINION -> texts.get("request.kind.opinion");
            case AGENCY -> texts.get("request.kind.agency");
            case CONSULTING -> texts.get("request.kind.consulting");
            case RECEPTION -> texts.get("request.kind.reception");
            case VISIT -> texts.get("request.kind.visit");
        };
    }

    /// As whoever asked pressed it; what only staff write down has the office's word.
    private String pressed(RequestKind kind) {
        return switch (kind) {
            case OPINION -> texts.get("request.open.opinion");
            case AGENCY -> texts.get("request.open.agency");
            case CONSULTING -> texts.get("request.open.consulting");
            case RECEPTION, VISIT -> kind(kind);
        };
    }

    public String stage(RequestStage stage) {
        return switch (stage) {
            case FILED -> texts.get("request.stage.filed");
            case ACCEPTED -> texts.get("request.stage.accepted");
            case IN_PROGRESS -> texts.get("request.stage.progress");
            case WAITING_MATERIAL -> texts.get("request.stage.material");
            case DONE -> texts.get("request.stage.done");
            case WITHDRAWN -> texts.get("request.stage.withdrawn");
            case REFUSED -> texts.get("request.stage.refused");
        };
    }

    /// What its person can do now, in a sentence.
    String meaning(RequestStage stage) {
        return switch (stage) {
            case FILED -> texts.get("request.means.filed");
            case ACCEPTED -> texts.get("request.means.accepted");
            case IN_PROGRESS -> texts.get("request.means.progress");
            case WAITING_MATERIAL -> texts.get("request.means.material");
            case DONE -> texts.get("request.means.done");
            case WITHDRAWN -> texts.get("request.means.withdrawn");
            case REFUSED -> texts.get("request.means.refused");
        };
    }

    public String day(LocalDate day) {
        return texts.get("request.day", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /// 请人代办 · 临时救助, for whoever asked.
    String asked(RequestKind kind, String service) {
        return service.isEmpty() ? pressed(kind) : texts.get("request.about", pressed(kind), service);
    }

    /// 代办 · 临时救助, for the office.
    public String about(RequestKind kind, String service) {
        return service.isEmpty() ? kind(kind) : texts.get("request.about", kind(kind), service);
    }
}
