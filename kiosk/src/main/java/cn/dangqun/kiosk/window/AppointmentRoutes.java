package cn.dangqun.kiosk.window;

import cn.dangqun.domain.queue.AppointmentId;
import cn.dangqun.kiosk.appointment.AppointmentDesk.ArriveOutcome;
import cn.dangqun.kiosk.appointment.AppointmentDesk.MakeOutcome;
import cn.dangqun.kiosk.appointment.AppointmentServices;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.window.Route.Access;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// 今天的预约 at the windows: who is expected, letting in whoever has lost the code, taking one back, and keeping a place
/// for a caller. `worker` may wait for the disk.
record AppointmentRoutes(AppointmentServices services, Texts texts, Clock clock, Executor worker) {
    private static final Logger log = LoggerFactory.getLogger(AppointmentRoutes.class);
    private static final int CONFLICT = 409;
    private static final int BROKEN = 500;

    List<Route> all() {
        return List.of(
                new Route(
                        "GET",
                        "/appointments",
                        Access.SIGNED_IN,
                        call -> CompletableFuture.supplyAsync(() -> page(call), worker)),
                post("/appointments/arrive", this::arrive),
                post("/appointments/cancel", this::cancel),
                post("/appointments/make", this::make));
    }

    private Route post(String path, Function<Call, CompletableFuture<Answer>> deed) {
        return new Route("POST", path, Access.SIGNED_IN_FORM, call -> {
            call.signedIn().acted(clock.instant());
            return CompletableFuture.completedFuture(call).thenComposeAsync(deed, worker);
        });
    }

    private Answer page(Call call) {
        var session = call.signedIn();
        int status = 200;
        String view;
        try {
            view = view(call, "", false);
        } catch (UncheckedIOException e) {
            log.error("Appointments cannot be read for the windows: {}", e.getMessage());
            status = BROKEN;
            view = Html.of("p", "said bad", texts.get("desk.unreadable.next"));
        }
        var body = "<body data-token=\"" + Html.escape(session.formToken()) + "\"><p id=\"trouble\" hidden>"
                + Html.escape(texts.get("desk.trouble")) + "</p><header><h1>"
                + Html.escape(texts.get("window.appointments.title")) + "</h1>"
                + Html.of("span", "who", session.by().name()) + "<a class=\"to\" href=\"/window\">"
                + Html.escape(texts.get("desk.window")) + "</a></header><div id=\"view\" class=\"desk\">" + view
                + "</div></body>";
        return new Answer.Html(
                status, Html.page(texts.get("window.appointments.title"), "/window.css", "/requests.js", body));
    }

    private String view(Call call, String said, boolean good) {
        return new AppointmentsView(texts)
                .of(
                        services.desk().today(),
                        services.desk().offers(),
                        new AppointmentsView.Said(said, good),
                        call.form("search").strip());
    }

    private Answer told(int status, Call call, String said) {
        return new Answer.Html(status, view(call, said, status == 200));
    }

    private Optional<AppointmentId> named(Call call) {
        return Optional.of(call.form("id"))
                .filter(each -> each.matches("[0-9a-f]{16}"))
                .map(AppointmentId::new);
    }

    private CompletableFuture<Answer> gone(Call call) {
        return CompletableFuture.completedFuture(told(CONFLICT, call, texts.get("window.appointments.gone")));
    }

    private CompletableFuture<Answer> arrive(Call call) {
        var id = named(call);
        if (id.isEmpty()) {
            return gone(call);
        }
        return services.desk().arrive(id.get()).thenApplyAsync(outcome -> arrived(call, outcome), worker);
    }

    private Answer arrived(Call call, ArriveOutcome outcome) {
        return switch (outcome) {
            case ArriveOutcome.Here(var slip) -> {
                var _ = services.number().apply(slip);
                yield told(
                        200,
                        call,
                        texts.get("window.appointments.here", slip.ticket().number()));
            }
            case ArriveOutcome.Otherwise _ -> told(CONFLICT, call, texts.get("window.appointments.otherwise"));
            case ArriveOutcome.NoNumber _ -> told(CONFLICT, call, texts.get("window.appointments.noNumber"));
            case ArriveOutcome.NotSaved _ -> told(CONFLICT, call, texts.get("desk.problem.unsaved"));
        };
    }

    /// Only what still waits for its person.
    private CompletableFuture<Answer> cancel(Call call) {
        var open = named(call)
                .filter(id -> services.desk().today().stream()
                        .anyMatch(each -> each.appointment().id().equals(id) && each.isOpen()));
        if (open.isEmpty()) {
            return gone(call);
        }
        return services.desk()
                .cancel(open.get(), Optional.of(call.signedIn().by().id()))
                .thenApplyAsync(
                        saved -> saved
                                ? told(200, call, texts.get("window.appointments.cancelled"))
                                : told(CONFLICT, call, texts.get("desk.problem.unsaved")),
                        worker);
    }

    /// `slot` is the id of the day, a blank, and the time.
    private CompletableFuture<Answer> make(Call call) {
        var slot = call.form("slot");
        int blank = slot.lastIndexOf(' ');
        var at = time(slot.substring(blank + 1));
        if (blank < 1 || at.isEmpty()) {
            return gone(call);
        }
        return services.desk()
                .make(
                        slot.substring(0, blank),
                        at.get(),
                        Optional.of(call.signedIn().by().id()))
                .thenApplyAsync(outcome -> made(call, outcome), worker);
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Answer made(Call call, MakeOutcome outcome) {
        return switch (outcome) {
            case MakeOutcome.Made(var kept) -> {
                if (call.form("print").equals("yes")) {
                    var _ = services.kept().apply(kept);
                }
                yield told(
                        200,
                        call,
                        texts.get(
                                "window.appointments.made",
                                kept.service(),
                                kept.appointment().day(),
                                kept.appointment().at(),
                                kept.appointment().code().spaced()));
            }
            case MakeOutcome.Gone _ -> told(CONFLICT, call, texts.get("appointment.gone"));
            case MakeOutcome.NotSaved _ -> told(CONFLICT, call, texts.get("desk.problem.unsaved"));
            case MakeOutcome.Sealed _ -> told(CONFLICT, call, texts.get("appointment.sealed"));
        };
    }
}
