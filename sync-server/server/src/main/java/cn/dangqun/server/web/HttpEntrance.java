package cn.dangqun.server.web;

import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Answers.Prepared;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The [Entrance] over Vert.x: reads the request on the event loop, thinks on a virtual thread, answers on the event
/// loop.
final class HttpEntrance implements Entrance {
    private static final Logger LOG = LoggerFactory.getLogger(HttpEntrance.class);
    private static final String LOGIN = "/login";
    private static final String LOGIN_AGAIN = "/login?why=expired";

    private final Router router;
    private final Executor threads;
    private final Gate gate;
    private final Answers answers;
    private final Surroundings around;
    private final FormTokens formTokens = new FormTokens();
    private final SecureRandom random = new SecureRandom();

    HttpEntrance(Router router, Executor threads, Gate gate, Answers answers, Surroundings around) {
        this.router = router;
        this.threads = threads;
        this.gate = gate;
        this.answers = answers;
        this.around = around;
    }

    /// What outlives single requests.
    record Surroundings(Cookies cookies, LiveStreams streams, Texts texts, List<Chrome.MenuEntry> menu) {}

    /// What a virtual thread does for one request.
    private interface Work {
        Prepared prepare(RawVisit raw, Visit visit);
    }

    @Override
    public void page(String path, Function<Visit, Reply> answer) {
        router.get(path).handler(context -> think(context, signedIn(answering(answer))));
    }

    @Override
    public void action(String path, Function<Visit, Reply> answer) {
        router.post(path).handler(context -> think(context, signedIn(genuine(answering(answer)))));
    }

    @Override
    public void openPage(String path, Function<Visit, Reply> answer) {
        router.get(path).handler(context -> think(context, answering(answer)));
    }

    @Override
    public void openAction(String path, Function<Visit, Reply> answer) {
        router.post(path).handler(context -> think(context, genuine(answering(answer))));
    }

    @Override
    public void live(String path, Function<Visit, Optional<LiveView>> view) {
        router.get(path)
                .handler(context -> think(context, (raw, visit) -> {
                    if (visit.signedIn().isEmpty()) {
                        return response -> response.setStatusCode(401).end();
                    }
                    var token = raw.sessionToken().orElseThrow();
                    return view.apply(visit)
                            .<Prepared>map(found ->
                                    response -> around.streams().open(found, token, () -> gate.isOpen(token), response))
                            .orElseGet(() -> answers.trouble(visit, Trouble.NOT_FOUND));
                }));
    }

    @Override
    public void menu(String path, String textKey) {
        around.menu().add(new Chrome.MenuEntry(path, around.texts().get(textKey)));
    }

    /// For what the HTTP layer refuses by itself: unknown paths, forms that are too large.
    void refuse(RoutingContext context, Trouble trouble) {
        think(context, (raw, visit) -> answers.trouble(visit, trouble));
    }

    private Work answering(Function<Visit, Reply> answer) {
        return (raw, visit) -> answers.prepare(visit, answer.apply(visit));
    }

    private Work signedIn(Work inner) {
        return (raw, visit) -> visit.signedIn().isPresent() ? inner.prepare(raw, visit) : toLogin(raw);
    }

    private Work genuine(Work inner) {
        return (raw, visit) -> raw.sameOrigin() && FormTokens.matches(visit.formToken(), visit.form(FormTokens.FIELD))
                ? inner.prepare(raw, visit)
                : answers.trouble(visit, Trouble.STALE_FORM);
    }

    private static Prepared toLogin(RawVisit raw) {
        var location = raw.sessionToken().isPresent() ? LOGIN_AGAIN : LOGIN;
        return raw.fromScript()
                ? response -> response.putHeader("HX-Redirect", location).end()
                : response -> response.setStatusCode(303)
                        .putHeader("Location", location)
                        .end();
    }

    private void think(RoutingContext context, Work work) {
        var raw = RawVisit.read(context, around.cookies(), formTokens);
        var loop = context.vertx().getOrCreateContext();
        var response = context.response();
        try {
            threads.execute(() -> {
                var prepared = prepare(raw, work);
                loop.runOnContext(ignored -> send(prepared, response));
            });
        } catch (RejectedExecutionException closing) {
            response.setStatusCode(503).end();
        }
    }

    /// The console's top-level handler: whatever a page throws is logged once, here, under a code that the screen
    /// shows.
    private Prepared prepare(RawVisit raw, Work work) {
        try {
            return work.prepare(raw, raw.visit(gate, formTokens));
        } catch (RuntimeException e) {
            var code = HexFormat.of().withUpperCase().formatHex(randomBytes());
            LOG.error("console request failed, shown as {}", code, e);
            return broken(raw, code);
        }
    }

    /// The layout asks the database for the street's name; when that is what failed, the bare code must do.
    private Prepared broken(RawVisit raw, String code) {
        try {
            return answers.trouble(raw.anonymous(), Trouble.BROKEN, code);
        } catch (RuntimeException e) {
            LOG.debug("no page for {}", code, e);
            return response -> response.setStatusCode(Trouble.BROKEN.status())
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end(around.texts().get("web.broken.title") + " " + code);
        }
    }

    private byte[] randomBytes() {
        var bytes = new byte[3];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void send(Prepared prepared, HttpServerResponse response) {
        if (!response.ended() && !response.closed()) {
            prepared.send(response);
        }
    }
}
