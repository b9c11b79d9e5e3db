package cn.dangqun.kiosk.window;

import cn.dangqun.kiosk.queue.QueueServices;
import cn.dangqun.kiosk.queue.QueueToday;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.window.Route.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All pages that a kiosk serves, each with who may see it. `worker` may wait for the disk.
final class WindowRoutes {
    private static final Logger log = LoggerFactory.getLogger(WindowRoutes.class);
    private static final int UNAUTHORIZED = 401;
    private static final int CONFLICT = 409;

    private final QueueServices queue;
    private final Sessions sessions;
    private final SignInPage signIn;
    private final WindowDesk desk;
    private final List<Route> others;
    private final Texts texts;
    private final Clock clock;
    private final Executor worker;

    /// `others`: pages beside those of the queue.
    WindowRoutes(
            QueueServices queue,
            Sessions sessions,
            SignIn signIn,
            List<Route> others,
            Texts texts,
            Clock clock,
            Executor worker) {
        this.others = List.copyOf(others);
        this.queue = queue;
        this.sessions = sessions;
        this.signIn = new SignInPage(signIn, texts);
        this.desk = new WindowDesk(queue, texts, clock);
        this.texts = texts;
        this.clock = clock;
        this.worker = worker;
    }

    List<Route> all() {
        return Stream.concat(own().stream(), others.stream()).toList();
    }

    private List<Route> own() {
        return List.of(
                get("/", Access.OPEN, _ -> new Answer.SeeOther("/window")),
                get("/login", Access.OPEN, _ -> signIn.page(200, "")),
                new Route("POST", "/login", Access.OPEN_FORM, signIn::attempt),
                get("/window", Access.SIGNED_IN, this::page),
                get("/window/now", Access.SIGNED_IN, call -> part(call.signedIn(), 200)),
                get("/window/events", Access.SIGNED_IN, call -> new Answer.Live(view(call.signedIn()))),
                new Route("POST", "/window/act", Access.SIGNED_IN_FORM, this::act),
                new Route("POST", "/logout", Access.SIGNED_IN_FORM, call -> aside(this::leave, call)),
                get("/display", Access.OPEN, _ -> display()),
                get(
                        "/display/events",
                        Access.OPEN,
                        _ -> new Answer.Live(today -> Optional.of(new DisplayView(texts).of(today)))),
                asset("/window.css", "text/css; charset=utf-8"),
                asset("/window.js", "text/javascript; charset=utf-8"),
                asset("/display.css", "text/css; charset=utf-8"),
                asset("/display.js", "text/javascript; charset=utf-8"));
    }

    private Route get(String path, Access access, Function<Call, Answer> page) {
        return new Route("GET", path, access, call -> aside(page, call));
    }

    private CompletableFuture<Answer> aside(Function<Call, Answer> page, Call call) {
        return CompletableFuture.supplyAsync(() -> page.apply(call), worker);
    }

    static Route asset(String path, String type) {
        var text = resource(path.substring(1));
        return new Route(
                "GET", path, Access.OPEN, _ -> CompletableFuture.completedFuture(new Answer.Asset(type, text)));
    }

    private static String resource(String name) {
        try (var in = WindowRoutes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The queue now, or nothing while the disk fails.
    Optional<QueueToday> look() {
        try {
            return Optional.of(queue.board().today());
        } catch (UncheckedIOException | IllegalStateException e) {
            log.warn("The queue cannot be read for the windows: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private View view(WindowSession session) {
        return today -> sessions.stands(session)
                ? Optional.of(new WindowView(session, texts, clock).of(today))
                : Optional.empty();
    }

    private Answer page(Call call) {
        var session = call.signedIn();
        var body = "<body data-token=\"" + Html.escape(session.formToken()) + "\"><p id=\"trouble\" hidden>"
                + Html.escape(texts.get("window.trouble")) + "</p><div id=\"view\">"
                + new WindowView(session, texts, clock).of(look()) + "</div></body>";
        return new Answer.Html(200, Html.page(texts.get("window.title"), "/window.css", "/window.js", body));
    }

    private Answer part(WindowSession session, int status) {
        return view(session)
                .of(look())
                .<Answer>map(html -> new Answer.Html(status, html))
                .orElseGet(() -> new Answer.Bare(UNAUTHORIZED));
    }

    private CompletableFuture<Answer> act(Call call) {
        return CompletableFuture.completedFuture(call)
                .thenComposeAsync(desk::act, worker)
                .thenApplyAsync(done -> part(call.signedIn(), done ? 200 : CONFLICT), worker);
    }

    private Answer leave(Call call) {
        sessions.close(call.signedIn());
        return new Answer.SeeOther("/login", Optional.of(""));
    }

    private Answer display() {
        var body = "<body><p id=\"trouble\" hidden>" + Html.escape(texts.get("window.display.lost"))
                + "</p><div id=\"view\">" + new DisplayView(texts).of(look()) + "</div></body>";
        return new Answer.Html(200, Html.page(texts.get("window.display.title"), "/display.css", "/display.js", body));
    }
}
