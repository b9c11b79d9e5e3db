package cn.dangqun.kiosk.window;

import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStanding;
import cn.dangqun.domain.request.RequestStep;
import cn.dangqun.kiosk.request.FileOutcome;
import cn.dangqun.kiosk.request.PhoneNumber;
import cn.dangqun.kiosk.request.RequestServices;
import cn.dangqun.kiosk.request.RequestWork;
import cn.dangqun.kiosk.request.RequestWork.Opened;
import cn.dangqun.kiosk.request.Wish;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.window.Route.Access;
import cn.dangqun.protocol.ResidentNote;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pages of requests at the windows: the list, one of them, and the form for a new one. Every deed is
/// told of in the page that it answers with; what was typed is in it again where it was refused. `worker` may
/// wait for the disk.
record RequestRoutes(RequestServices services, Texts texts, Clock clock, ZoneId zone, Executor worker) {
    private static final Logger log = LoggerFactory.getLogger(RequestRoutes.class);
    private static final Pattern IDENTITY = Pattern.compile("(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])");
    private static final int REFUSED = 422;
    private static final int CONFLICT = 409;
    private static final int GONE = 404;
    private static final int BROKEN = 500;

    List<Route> all() {
        return List.of(
                get("/requests", call -> page(call, new RequestListPage(texts, clock, zone).of(work().here(), call))),
                get("/requests/new", call -> page(call, form(call, List.of()))),
                get("/requests/one", this::one),
                post("/requests/file", this::file),
                post("/requests/step", this::step),
                post("/requests/open", this::open),
                WindowRoutes.asset("/requests.js", "text/javascript; charset=utf-8"));
    }

    private RequestWork work() {
        return services.work();
    }

    private Route get(String path, Function<Call, Answer> page) {
        return new Route(
                "GET",
                path,
                Access.SIGNED_IN,
                call -> CompletableFuture.supplyAsync(() -> readable(page, call), worker));
    }

    private Route post(String path, Function<Call, CompletableFuture<Answer>> deed) {
        return new Route("POST", path, Access.SIGNED_IN_FORM, call -> {
            call.signedIn().acted(clock.instant());
            return CompletableFuture.completedFuture(call).thenComposeAsync(deed, worker);
        });
    }

    private Answer readable(Function<Call, Answer> page, Call call) {
        try {
            return page.apply(call);
        } catch (UncheckedIOException e) {
            log.error("Requests cannot be read for the windows: {}", e.getMessage());
            return page(
                    BROKEN,
                    call,
                    "<section class=\"notice\"><h1>" + Html.escape(texts.get("desk.unreadable")) + "</h1><p>"
                            + Html.escape(texts.get("desk.unreadable.next")) + "</p></section>");
        }
    }

    private Answer page(Call call, String view) {
        return page(200, call, view);
    }

    private Answer page(int status, Call call, String view) {
        var session = call.signedIn();
        var body = "<body data-token=\"" + Html.escape(session.formToken())
                + "\"><p id=\"trouble\" role=\"alert\" data-long=\""
                + Html.escape(texts.get("desk.problem.long")) + "\" hidden>" + Html.escape(texts.get("desk.trouble"))
                + "</p><header><h1>" + Html.escape(texts.get("desk.title"))
                + "</h1>" + Html.of("span", "who", session.by().name())
                + link("/requests", "desk.list") + link("/requests/new", "desk.new") + link("/window", "desk.window")
                + "</header><div id=\"view\" class=\"desk\">" + view + "</div></body>";
        return new Answer.Html(status, Html.page(texts.get("desk.title"), "/window.css", "/requests.js", body));
    }

    private String link(String to, String key) {
        return "<a class=\"to\" href=\"" + to + "\">" + Html.escape(texts.get(key)) + "</a>";
    }

    private Answer one(Call call) {
        return work().one(call.form("id"))
                .map(standing -> page(call, oneOf(call, standing, Optional.empty(), "")))
                .orElseGet(() -> page(GONE, call, gone()));
    }

    private String gone() {
        return Html.of("p", "said bad", texts.get("desk.gone"));
    }

    private String oneOf(Call call, RequestStanding standing, Optional<Opened> opened, String problem) {
        var page = new RequestOnePage(texts, clock, zone);
        var staff = call.signedIn().by().id();
        return page.of(
                standing,
                work().acts(standing, staff),
                work().others(standing),
                opened.or(
                        () -> work().mayOpen(standing, staff) ? Optional.empty() : Optional.of(new Opened.NotYours())),
                problem,
                problem.isEmpty() ? "" : call.form("words"));
    }

    private String form(Call call, List<String> problems) {
        return new RequestFormPage(texts).of(services.desk().offer(), call, problems);
    }

    private CompletableFuture<Answer> file(Call call) {
        var kind = Arrays.stream(RequestKind.values())
                .filter(each -> each.name().equals(call.form("kind")) && RequestFormPage.KINDS.contains(each))
                .findFirst();
        var problems = problems(call, kind);
        if (kind.isEmpty() || !problems.isEmpty()) {
            return CompletableFuture.completedFuture(new Answer.Html(REFUSED, form(call, problems)));
        }
        var resident =
                new ResidentNote(text(call, "name"), text(call, "phone"), text(call, "address"), text(call, "words"));
        var wish = new Wish(
                kind.get(),
                Optional.of(call.form("service"))
                        .filter(each -> each.matches("[a-z0-9-]{1,32}"))
                        .map(ServiceId::new),
                Optional.of(call.form("ticket"))
                        .filter(each -> each.matches("[0-9a-f]{16}"))
                        .map(TicketId::new),
                resident,
                Optional.of(Answerer.staff(call.signedIn().by().id())));
        return services.desk().file(wish).thenApply(outcome -> switch (outcome) {
            case FileOutcome.Filed(var receipt) -> {
                if (call.form("print").equals("yes")) {
                    var _ = services.paper().apply(receipt);
                }
                yield new Answer.Html(200, new RequestFormPage(texts).filed(receipt));
            }
            case FileOutcome.NobodyAnswers() ->
                new Answer.Html(REFUSED, form(call, List.of(texts.get("desk.problem.nobody"))));
            case FileOutcome.NotSaved() ->
                new Answer.Html(CONFLICT, form(call, List.of(texts.get("desk.problem.unsaved"))));
            case FileOutcome.KioskSealed() ->
                new Answer.Html(CONFLICT, form(call, List.of(texts.get("desk.problem.sealed"))));
        });
    }

    private static String text(Call call, String field) {
        return call.form(field).strip().replace("\r", "");
    }

    private List<String> problems(Call call, Optional<RequestKind> kind) {
        var phone = text(call, "phone");
        var all = String.join(" ", text(call, "name"), phone, text(call, "address"), text(call, "words"));
        boolean nobody = text(call, "name").isEmpty()
                || (phone.isEmpty() && text(call, "address").isEmpty());
        return RequestFormPage.problems(texts, new boolean[] {
            kind.isEmpty(),
            !kind.filter(RequestKind.OPINION::equals).isPresent() && nobody,
            !phone.isEmpty() && !PhoneNumber.isPlausible(phone),
            text(call, "words").isEmpty(),
            isLong(call, "name", ResidentNote.LONGEST_NAME)
                    || isLong(call, "address", ResidentNote.LONGEST_ADDRESS)
                    || isLong(call, "words", ResidentNote.LONGEST_WORDS),
            IDENTITY.matcher(all).find()
        });
    }

    private static boolean isLong(Call call, String field, int most) {
        var text = text(call, field);
        return text.codePointCount(0, text.length()) > most;
    }

    private CompletableFuture<Answer> step(Call call) {
        var step = Arrays.stream(RequestStep.values())
                .filter(each -> each.name().equals(call.form("step")))
                .findFirst();
        var words = text(call, "words");
        var problem = step.isEmpty() ? "desk.problem.step" : stepProblem(call, step.get(), words);
        if (step.isEmpty() || !problem.isEmpty()) {
            return CompletableFuture.completedFuture(again(REFUSED, call, Optional.empty(), texts.get(problem)));
        }
        var act = new RequestWork.Act(
                call.form("id"),
                step.get(),
                Optional.of(call.form("to")).filter(_ -> step.get() == RequestStep.TRANSFERRED),
                words);
        return work().advance(
                        act,
                        now -> RequestOnePage.mark(now).equals(call.form("mark")),
                        call.signedIn().by().id())
                .thenApplyAsync(
                        outcome -> switch (outcome) {
                            case DONE -> again(200, call, Optional.empty(), "");
                            case STANDS -> again(CONFLICT, call, Optional.empty(), texts.get("desk.problem.stands"));
                            case NOT_YOURS -> again(REFUSED, call, Optional.empty(), texts.get("desk.problem.others"));
                            case NOT_SAVED ->
                                again(CONFLICT, call, Optional.empty(), texts.get("desk.problem.unsaved"));
                        },
                        worker);
    }

    private static String stepProblem(Call call, RequestStep step, String words) {
        if (words.isEmpty() && RequestOnePage.needsWords(step)) {
            return "desk.problem.answer";
        }
        if (step == RequestStep.TRANSFERRED && call.form("to").isEmpty()) {
            return "desk.problem.whom";
        }
        if (isLong(call, "words", ResidentNote.LONGEST_WORDS)) {
            return "desk.problem.long";
        }
        return IDENTITY.matcher(words).find() ? "desk.problem.identity" : "";
    }

    private Answer again(int status, Call call, Optional<Opened> opened, String problem) {
        return work().one(call.form("id"))
                .<Answer>map(standing -> new Answer.Html(status, oneOf(call, standing, opened, problem)))
                .orElseGet(() -> new Answer.Html(GONE, gone()));
    }

    private CompletableFuture<Answer> open(Call call) {
        return work().open(call.form("id"), call.signedIn().by().id())
                .thenApplyAsync(opened -> again(200, call, Optional.of(opened), ""), worker);
    }
}
