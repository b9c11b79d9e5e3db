package cn.dangqun.kiosk.window;

import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.kiosk.request.Receipt;
import cn.dangqun.kiosk.request.RequestOffer;
import cn.dangqun.kiosk.request.RequestWords;
import cn.dangqun.kiosk.ui.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// 新登记 at a window: whoever takes it down is the first responder.
record RequestFormPage(Texts texts) {
    static final List<RequestKind> KINDS =
            List.of(RequestKind.OPINION, RequestKind.AGENCY, RequestKind.CONSULTING, RequestKind.RECEPTION);

    /// `wrong`: which of them are so, in the order of the sentences.
    static List<String> problems(Texts texts, boolean[] wrong) {
        var sentences = List.of(
                texts.get("desk.problem.kind"),
                texts.get("desk.problem.who"),
                texts.get("desk.problem.phone"),
                texts.get("desk.problem.words"),
                texts.get("desk.problem.long"),
                texts.get("desk.problem.identity"));
        return IntStream.range(0, wrong.length)
                .filter(i -> wrong[i])
                .mapToObj(sentences::get)
                .toList();
    }

    String of(RequestOffer offer, Call call, List<String> problems) {
        var words = new RequestWords(texts);
        var told = problems.stream().map(each -> Html.of("li", "", each)).collect(Collectors.joining());
        var kinds = KINDS.stream()
                .map(each -> option(each.name(), words.kind(each), call.form("kind")))
                .collect(Collectors.joining());
        var services = offer.services().stream()
                .map(each -> option(each.id().value(), each.name(), call.form("service")))
                .collect(Collectors.joining());
        return "<h2>" + Html.escape(texts.get("desk.new.title")) + "</h2>"
                + (told.isEmpty() ? "" : "<ul class=\"bad\" role=\"alert\">" + told + "</ul>")
                + "<form data-send class=\"desk-form\" action=\"/requests/file\"><input type=\"hidden\" name=\"ticket\" value=\""
                + Html.escape(call.form("ticket")) + "\">" + ofTicket(call.form("number")) + "<label>"
                + Html.escape(texts.get("desk.field.kind"))
                + "<select name=\"kind\">" + kinds + "</select></label><label>"
                + Html.escape(texts.get("desk.field.service")) + "<select name=\"service\"><option value=\"\">"
                + Html.escape(texts.get("desk.field.service.none")) + "</option>" + services + "</select></label>"
                + input("name", "desk.field.name", 40, call) + input("phone", "desk.field.phone", 12, call)
                + input("address", "desk.field.address", 80, call) + "<label>"
                + Html.escape(texts.get("desk.field.words")) + "<textarea name=\"words\" rows=\"6\" maxlength=\"2000\">"
                + Html.escape(call.form("words")) + "</textarea></label><label class=\"tick\">"
                + "<input type=\"checkbox\" name=\"print\" value=\"yes\" checked> "
                + Html.escape(texts.get("desk.field.print"))
                + "</label>" + Html.of("p", "quiet", texts.get("desk.new.means"))
                + "<button class=\"primary\">" + Html.escape(texts.get("desk.new.save")) + "</button></form>";
    }

    /// Whose number is at the window.
    private String ofTicket(String number) {
        return number.isEmpty()
                ? ""
                : "<input type=\"hidden\" name=\"number\" value=\"" + Html.escape(number) + "\">"
                        + Html.of("p", "desk-number", texts.get("desk.new.number", number));
    }

    private static String option(String value, String name, String chosen) {
        return "<option value=\"" + Html.escape(value) + "\"" + (value.equals(chosen) ? " selected>" : ">")
                + Html.escape(name) + "</option>";
    }

    private String input(String name, String key, int longest, Call call) {
        return "<label>" + Html.escape(texts.get(key)) + "<input name=\"" + name + "\" maxlength=\"" + longest
                + "\" autocomplete=\"off\" value=\"" + Html.escape(call.form(name)) + "\"></label>";
    }

    String filed(Receipt receipt) {
        var words = new RequestWords(texts);
        return "<section class=\"desk-one\" data-number=\"" + receipt.number().digits() + "\"><h2 class=\"good\">"
                + Html.escape(texts.get("desk.filed")) + "</h2><p class=\"desk-number\">"
                + receipt.number().text()
                + "</p>" + Html.of("p", "", words.about(receipt.kind(), receipt.service()))
                + receipt.due()
                        .map(day -> Html.of("p", "", texts.get("desk.filed.due", words.day(day))))
                        .orElse("")
                + Html.of("p", "quiet", texts.get("desk.filed.means")) + "<p><a class=\"to\" href=\"/window\">"
                + Html.escape(texts.get("desk.window")) + "</a></p></section>";
    }
}
