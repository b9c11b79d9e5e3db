package cn.dangqun.kiosk.window;

import cn.dangqun.domain.queue.Appointment.Standing;
import cn.dangqun.kiosk.appointment.AppointmentDesk.Kept;
import cn.dangqun.kiosk.appointment.AppointmentDesk.Offers;
import cn.dangqun.kiosk.appointment.AppointmentOffer;
import cn.dangqun.kiosk.ui.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who is expected today, and the form that keeps a place. A centre receives a few dozen a day: one page holds them,
/// found by the time, the service, or the code.
record AppointmentsView(Texts texts) {
    /// What was done last.
    record Said(String words, boolean good) {}

    String of(List<Kept> today, Offers offers, Said said, String search) {
        var rows = today.stream()
                .filter(each -> search.isEmpty() || isFound(each, search))
                .map(this::row)
                .collect(Collectors.joining());
        return (said.words().isEmpty() ? "" : Html.of("p", said.good() ? "said good" : "said bad", said.words()))
                + "<form class=\"desk-filter\" method=\"get\" action=\"/appointments\"><input name=\"search\""
                + " maxlength=\"40\" value=\"" + Html.escape(search) + "\" placeholder=\""
                + Html.escape(texts.get("window.appointments.search")) + "\" aria-label=\""
                + Html.escape(texts.get("window.appointments.search")) + "\"><button>"
                + Html.escape(texts.get("desk.find")) + "</button></form>"
                + (rows.isEmpty()
                        ? Html.of(
                                "p",
                                "quiet",
                                texts.get(
                                        search.isEmpty() ? "window.appointments.none" : "window.appointments.notFound"))
                        : "<table class=\"desk-list\"><thead><tr>" + head() + "</tr></thead><tbody>" + rows
                                + "</tbody></table>")
                + making(offers);
    }

    private static boolean isFound(Kept kept, String search) {
        return (kept.service() + " " + kept.appointment().at() + " "
                                + kept.appointment().code().digits())
                        .contains(search.replace(" ", "").isEmpty() ? search : search.strip())
                || kept.appointment().code().digits().equals(search.replace(" ", ""));
    }

    private String head() {
        return Stream.of(
                        "window.appointments.at",
                        "window.appointments.what",
                        "window.appointments.code",
                        "window.appointments.stands",
                        "window.appointments.act")
                .map(each -> Html.of("th", "", texts.get(each)))
                .collect(Collectors.joining());
    }

    private String row(Kept kept) {
        var appointment = kept.appointment();
        return "<tr><td><strong>" + appointment.at() + "</strong></td><td>" + Html.escape(kept.service())
                + (kept.host().isEmpty() ? "" : "<br>" + Html.of("span", "quiet", kept.host())) + "</td><td>"
                + Html.escape(appointment.code().spaced()) + "</td><td>" + Html.escape(standing(kept)) + "</td><td>"
                + (kept.isOpen() && kept.standing() == Standing.DUE
                        ? button("arrive", kept, "", texts.get("appointment.here"))
                        : "")
                + (kept.isOpen() ? button("cancel", kept, question(kept), texts.get("appointment.cancel")) : "")
                + "</td></tr>";
    }

    private String question(Kept kept) {
        return texts.get("window.appointments.sure", kept.appointment().at(), kept.service());
    }

    /// Asks before it acts, where there is a question.
    private String button(String act, Kept kept, String question, String words) {
        return "<form data-send class=\"desk-act\" action=\"/appointments/" + act
                + "\"><input type=\"hidden\" name=\"id\" value=\""
                + kept.appointment().id() + "\"><button"
                + (question.isEmpty() ? "" : " data-confirm=\"" + Html.escape(question) + "\"") + ">"
                + Html.escape(words) + "</button></form>";
    }

    private String standing(Kept kept) {
        if (kept.off().isPresent()) {
            return texts.get("window.appointments.calledOff", kept.off().get());
        }
        return switch (kept.standing()) {
            case TOO_EARLY -> texts.get("window.appointments.expected");
            case DUE -> texts.get("window.appointments.due");
            case MISSED -> texts.get("window.appointments.missed");
            case CANCELLED -> texts.get("window.appointments.off");
            case ARRIVED ->
                texts.get("window.appointments.arrived", kept.number().orElse(""));
        };
    }

    private String making(Offers offers) {
        if (offers.elsewhere()) {
            return Html.of("p", "quiet", texts.get("appointment.elsewhere"));
        }
        var slots = offers.offers().stream().map(this::slots).collect(Collectors.joining());
        if (slots.isEmpty()) {
            return Html.of("p", "quiet", texts.get("appointment.none"));
        }
        return "<form data-send class=\"desk-form\" action=\"/appointments/make\"><h2>"
                + Html.escape(texts.get("window.appointments.make")) + "</h2><label>"
                + Html.escape(texts.get("window.appointments.slot"))
                + "<select name=\"slot\" required><option value=\"\"></option>" + slots + "</select></label>"
                + "<label class=\"tick\"><input type=\"checkbox\" name=\"print\" value=\"yes\">"
                + Html.escape(texts.get("window.appointments.print")) + "</label><p class=\"desk-acts\"><button>"
                + Html.escape(texts.get("window.appointments.keep")) + "</button></p></form>";
    }

    private String slots(AppointmentOffer offer) {
        var about = offer.day().day() + "　" + offer.service()
                + (offer.day().host().isEmpty() ? "" : "　" + offer.day().host());
        var times = offer.times().stream()
                .filter(each -> each.left() > 0)
                .map(each -> "<option value=\"" + Html.escape(offer.day().id()) + " " + each.at() + "\">" + each.at()
                        + "</option>")
                .collect(Collectors.joining());
        return times.isEmpty() ? "" : "<optgroup label=\"" + Html.escape(about) + "\">" + times + "</optgroup>";
    }
}
