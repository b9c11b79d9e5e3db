package cn.dangqun.server.contact;

import cn.dangqun.domain.request.ReceiptNumber;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStage;
import cn.dangqun.domain.request.RequestStep;
import cn.dangqun.server.contact.ContactReader.Request;
import cn.dangqun.server.text.Texts;
import java.time.LocalDate;

/// Requests in words.
public record ContactWords(Texts texts) {
    public String kind(RequestKind kind) {
        return switch (kind) {
            case OPINION -> texts.get("contact.kind.opinion");
            case AGENCY -> texts.get("contact.kind.agency");
            case CONSULTING -> texts.get("contact.kind.consulting");
            case RECEPTION -> texts.get("contact.kind.reception");
            case VISIT -> texts.get("contact.kind.visit");
        };
    }

    public String stage(RequestStage stage) {
        return switch (stage) {
            case FILED -> texts.get("contact.stage.filed");
            case ACCEPTED -> texts.get("contact.stage.accepted");
            case IN_PROGRESS -> texts.get("contact.stage.inProgress");
            case WAITING_MATERIAL -> texts.get("contact.stage.waitingMaterial");
            case DONE -> texts.get("contact.stage.done");
            case WITHDRAWN -> texts.get("contact.stage.withdrawn");
            case REFUSED -> texts.get("contact.stage.refused");
        };
    }

    String step(RequestStep step) {
        return switch (step) {
            case ACCEPTED -> texts.get("contact.step.accepted");
            case IN_PROGRESS -> texts.get("contact.step.inProgress");
            case WAITING_MATERIAL -> texts.get("contact.step.waitingMaterial");
            case TRANSFERRED -> texts.get("contact.step.transferred");
            case DONE -> texts.get("contact.step.done");
            case WITHDRAWN -> texts.get("contact.step.withdrawn");
            case REFUSED -> texts.get("contact.step.refused");
            case DECLINED -> texts.get("contact.step.declined");
            case REOPENED -> texts.get("contact.step.reopened");
            case ESCALATED -> texts.get("contact.step.escalated");
            case OPENED -> texts.get("contact.step.opened");
        };
    }

    /// For style: a shape of its own where it is overdue.
    static String mark(Request request, LocalDate today) {
        return request.state().isOverdue(today)
                ? "OVERDUE"
                : request.state().stage().isClosed() ? "CLOSED" : "OPEN";
    }

    /// As it stands on the receipt.
    public static String number(String id) {
        return ReceiptNumber.of(id).text();
    }
}
