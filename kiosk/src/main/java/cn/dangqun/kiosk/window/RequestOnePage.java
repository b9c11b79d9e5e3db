package cn.dangqun.kiosk.window;

import cn.dangqun.domain.request.RequestStanding;
import cn.dangqun.domain.request.RequestStep;
import cn.dangqun.kiosk.request.RequestOffer;
import cn.dangqun.kiosk.request.RequestWords;
import cn.dangqun.kiosk.request.RequestWork.Opened;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.protocol.ResidentNote;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One request at the windows: how it stands, who asked once it was opened, and what can be done by whoever
/// is signed in.
record RequestOnePage(Texts texts, Clock clock, ZoneId zone) {
    private static final int MARK = 8;

    /// Names how it stands at one moment: a page that is behind does nothing.
    static String mark(RequestStanding standing) {
        try {
            var all = MessageDigest.getInstance("SHA-256")
                    .digest(standing.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, MARK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /// What somebody else must understand later.
    static boolean needsWords(RequestStep step) {
        return switch (step) {
            case IN_PROGRESS, WAITING_MATERIAL, DONE, REFUSED, ESCALATED -> true;
            case ACCEPTED, TRANSFERRED, WITHDRAWN, DECLINED, REOPENED, OPENED -> false;
        };
    }

    String of(
            RequestStanding standing,
            List<RequestStep> acts,
            List<RequestOffer.Responder> others,
            Optional<Opened> opened,
            String problem,
            String typed) {
        var words = new RequestWords(texts);
        var state = standing.state();
        var due = state.due().map(words::day).orElse("");
        boolean overdue = state.isOverdue(LocalDate.ofInstant(clock.instant(), zone));
        return (problem.isEmpty() ? "" : "<p class=\"said bad\" role=\"alert\">" + Html.escape(problem) + "</p>")
                + "<section class=\"desk-one\" data-number=\""
                + standing.number().digits() + "\"><h2>"
                + Html.escape(words.about(standing.kind(), standing.service())) + "</h2><dl>"
                + line("desk.column.number", standing.number().text())
                + line("desk.column.stage", words.stage(state.stage()))
                + line("desk.column.answers", standing.answerer())
                + (state.offered().isEmpty() ? "" : line("desk.column.offered", texts.get("desk.waits")))
                + line("desk.column.day", words.day(standing.day()))
                + (due.isEmpty() ? "" : line("desk.column.due", overdue ? texts.get("desk.overdue", due) : due))
                + (state.escalated() ? line("desk.column.street", texts.get("desk.escalated")) : "") + "</dl>"
                + resident(standing, opened) + "</section>" + acting(standing, acts, others, typed);
    }

    private String line(String key, String value) {
        return "<div>" + Html.of("dt", "", texts.get(key)) + Html.of("dd", "", value) + "</div>";
    }

    private String resident(RequestStanding standing, Optional<Opened> opened) {
        if (opened.isEmpty()) {
            return "<form data-send action=\"/requests/open\"><input type=\"hidden\" name=\"id\" value=\""
                    + standing.request() + "\"><button>" + Html.escape(texts.get("desk.open")) + "</button> "
                    + Html.of("span", "quiet", texts.get("desk.open.means")) + "</form>";
        }
        return switch (opened.get()) {
            case Opened.NotHere() -> Html.of("p", "quiet", texts.get("desk.elsewhere"));
            case Opened.NotYours() -> Html.of("p", "bad", texts.get("desk.notYours"));
            case Opened.NotSaved() -> Html.of("p", "bad", texts.get("desk.problem.unsaved"));
            case Opened.Words(var resident, var said) ->
                "<dl class=\"desk-resident\">" + resident.map(this::lines).orElse("") + "</dl>"
                        + said.stream()
                                .map(each -> Html.of("p", "desk-words", each))
                                .collect(Collectors.joining())
                        + (resident.isEmpty() ? Html.of("p", "quiet", texts.get("desk.elsewhere")) : "");
        };
    }

    private String lines(ResidentNote resident) {
        return (resident.name().isEmpty() ? "" : line("desk.field.name", resident.name()))
                + (resident.phone().isEmpty() ? "" : line("desk.field.phone", resident.phone()))
                + (resident.address().isEmpty() ? "" : line("desk.field.address", resident.address()))
                + (resident.words().isEmpty() ? "" : line("desk.field.words", resident.words()));
    }

    private String acting(
            RequestStanding standing, List<RequestStep> acts, List<RequestOffer.Responder> others, String typed) {
        if (acts.isEmpty()) {
            var stage = standing.state().stage();
            return Html.of(
                    "p",
                    "quiet",
                    stage.isClosed()
                            ? texts.get("desk.closed", new RequestWords(texts).stage(stage))
                            : texts.get("desk.nothing"));
        }
        var people = others.stream()
                .map(each ->
                        "<option value=\"" + Html.escape(each.id()) + "\">" + Html.escape(each.name()) + "</option>")
                .collect(Collectors.joining());
        var buttons = acts.stream()
                .map(each -> "<button name=\"step\" value=\"" + each + "\">" + Html.escape(step(each)) + "</button>")
                .collect(Collectors.joining());
        return "<form data-send class=\"desk-form\" action=\"/requests/step\"><input type=\"hidden\" name=\"id\" value=\""
                + standing.request() + "\"><input type=\"hidden\" name=\"mark\" value=\"" + mark(standing)
                + "\"><label>"
                + Html.escape(texts.get("desk.field.answer"))
                + "<textarea name=\"words\" rows=\"4\" maxlength=\"2000\">"
                + Html.escape(typed) + "</textarea></label>"
                + (acts.contains(RequestStep.TRANSFERRED)
                        ? "<label>" + Html.escape(texts.get("desk.field.to"))
                                + "<select name=\"to\"><option value=\"\"></option>" + people + "</select></label>"
                        : "")
                + "<p class=\"desk-acts\">" + buttons + "</p></form>";
    }

    private String step(RequestStep step) {
        return switch (step) {
            case ACCEPTED -> texts.get("desk.step.accepted");
            case IN_PROGRESS -> texts.get("desk.step.progress");
            case WAITING_MATERIAL -> texts.get("desk.step.material");
            case TRANSFERRED -> texts.get("desk.step.transferred");
            case DONE -> texts.get("desk.step.done");
            case DECLINED -> texts.get("desk.step.declined");
            case ESCALATED -> texts.get("desk.step.escalated");
            case WITHDRAWN, REFUSED, REOPENED, OPENED -> "";
        };
    }
}
