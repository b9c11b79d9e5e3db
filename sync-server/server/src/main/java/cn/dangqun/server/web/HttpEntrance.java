package cn.dangqun.server.web;

import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Answers.Prepared;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The [Entrance] over Vert.x: reads the request on the event loop, thinks on a virtual thread, answers on the
/// event loop.
@OneProcess("Routes of the program: the same in every process.")
final class HttpEntrance implements Entrance {
    private static final Logger LOG = LoggerFactory.getLogger(HttpEntrance.class);
    private static final String LOGIN = "/login";
    private static final String PASSWORD = "/password";
    private static final String LOGIN_AGAIN = "/login?why=expired";

    private final Router router;
    private final Executor threads;
    private final Guard guard;
    private final Answers answers;
    private final Surroundings around;
    private final DataDoor data;
    private final List<Route> routes = new ArrayList<>();
    private final List<Pattern> uploads = new ArrayList<>();
    private final FormTokens formTokens = new FormTokens();
    private final SecureRandom random = new SecureRandom();

    HttpEntrance(Router router, Executor threads, Guard guard, Answers answers, Surroundings around) {
        this.router = router;
        this.threads = threads;
        this.guard = guard;
        this.answers = answers;
        this.around = around;
        this.data = new DataDoor(threads, guard, around);
    }

    /// What outlives single requests. `known` is told of each connection that somebody signed in uses.
    record Surroundings(Proxies proxies, LiveStreams streams, Texts texts, Menu menu, Consumer<HttpConnection> known) {}

    /// What a virtual thread does for one request.
    private interface Work {
        Prepared prepare(RawVisit raw, Visit visit);
    }

    @Override
    public void page(String path, Policy policy, Function<Visit, Reply> answer) {
        hang(Route.Kind.PAGE, path, policy);
        router.get(path)
                .method(HttpMethod.HEAD)
                .handler(context -> think(context, admitted(policy, answering(policy, answer))));
    }

    @Override
    public void action(String path, Policy policy, Function<Visit, Reply> answer) {
        hang(Route.Kind.ACTION, path, policy);
        router.post(path).handler(context -> think(context, genuine(policy, answering(policy, answer))));
    }

    /// The body waits until it is known who sends it.
    @Override
    public void upload(String path, Policy policy, UploadRule rule, Function<Visit, Reply> answer) {
        hang(Route.Kind.ACTION, path, policy);
        uploads.add(Pattern.compile(path.replaceAll(":[a-z]+", "[^/]+") + "/?"));
        var body = BodyHandler.create(rule.folder().toString())
                .setBodyLimit(rule.bytes())
                .setDeleteUploadedFilesOnEnd(true);
        router.post(path).handler(context -> admit(context, policy, rule.bytes()));
        router.post(path)
                .handler(body)
                .failureHandler(failed -> refuse(failed, Trouble.ofStatus(failed.statusCode())))
                .handler(context -> think(context, genuine(policy, answering(policy, answer))));
    }

    private void admit(RoutingContext context, Policy policy, long most) {
        var loop = context.vertx().getOrCreateContext();
        var raw = RawVisit.read(context, around.proxies(), formTokens);
        context.request().pause();
        try {
            threads.execute(() -> {
                var refusal = refusal(raw, policy);
                loop.runOnContext(ignored -> {
                    refusal.ifPresentOrElse(prepared -> refuse(context.request(), prepared, most), context::next);
                    // only now: whatever has arrived goes at once to who reads it
                    context.request().resume();
                });
            });
        } catch (RejectedExecutionException closing) {
            context.response().setStatusCode(503).end();
        }
    }

    /// Browsers show an answer only when all that they send is taken; of a form that no rule allows, nothing more is.
    private static void refuse(HttpServerRequest request, Prepared prepared, long most) {
        if (!request.isEnded()) {
            var left = new AtomicLong(most);
            request.handler(piece -> {
                if (left.addAndGet(-piece.length()) < 0) {
                    request.connection().close();
                }
            });
        }
        send(prepared, request.response());
    }

    /// Why nobody reads what this person sends; whose it is and whether the form is genuine is judged when it is read.
    private Optional<Prepared> refusal(RawVisit raw, Policy policy) {
        try {
            var visit = raw.visit(guard.gate(), formTokens);
            if (visit.signedIn().isEmpty()) {
                return Optional.of(toLogin(raw));
            }
            return policy.right().isOf(visit.viewer())
                    ? Optional.empty()
                    : Optional.of(answers.trouble(visit, Trouble.FORBIDDEN));
        } catch (RuntimeException e) {
            LOG.error("who brings a file could not be read", e);
            return Optional.of(response -> response.setStatusCode(503).end());
        }
    }

    /// Whether this is where a file comes with a form: its body is not read before.
    boolean takesFile(String path) {
        return uploads.stream().anyMatch(each -> each.matcher(path).matches());
    }

    @Override
    public void live(String path, Policy policy, LiveView view) {
        hang(Route.Kind.LIVE, path, policy);
        var watching = admitted(policy, watching(policy, view));
        router.get(path)
                .method(HttpMethod.HEAD)
                .handler(context -> think(
                        context,
                        (raw, visit) -> visit.signedIn().isPresent()
                                ? watching.prepare(raw, visit)
                                : response -> response.setStatusCode(401).end()));
    }

    @Override
    public void data(String path, Policy policy, DataRule rule, Function<Visit, Reply> answer) {
        routes.add(new Route(Route.Kind.DATA, path, policy, rule.query()));
        var behind = new DataDoor.Behind(path, policy, rule, answer);
        router.get(path).method(HttpMethod.HEAD).handler(context -> data.open(context, behind));
    }

    @Override
    public void menu(String path, String textKey, ToIntFunction<Viewer> waiting) {
        around.menu().add(path, around.texts().get(textKey), waiting);
    }

    @Override
    public void menuPart(String path, String part) {
        around.menu().addPart(path, part);
    }

    /// All that hangs here, in the order it was hung up.
    List<Route> routes() {
        return List.copyOf(routes);
    }

    private void hang(Route.Kind kind, String path, Policy policy) {
        routes.add(new Route(kind, path, policy));
        if (kind == Route.Kind.PAGE) {
            around.menu().leadsTo(path, policy);
        }
    }

    /// For what the HTTP layer refuses by itself: unknown paths, forms that are too large.
    void refuse(RoutingContext context, Trouble trouble) {
        if (DataDoor.leadsHere(context.request().path())) {
            data.refuse(context, trouble.status());
            return;
        }
        think(context, (raw, visit) -> answers.trouble(visit, trouble));
    }

    /// The record comes before the page: what cannot be recorded is not shown.
    private Work answering(Policy policy, Function<Visit, Reply> answer) {
        return (raw, visit) -> {
            if (!Asked.isUnderstood(visit)) {
                return answers.trouble(visit, Trouble.NO_DAY);
            }
            var reply = answer.apply(visit);
            if (shows(reply)) {
                guard.record(policy, visit);
            }
            return answers.prepare(visit, reply);
        };
    }

    /// Whether somebody learns something from it.
    private static boolean shows(Reply reply) {
        return switch (reply) {
            case Reply.Page page -> page.status() < 300;
            case Reply.Download _, Reply.Sheet _, Reply.Pages _, Reply.Picture _ -> true;
            case Reply.SeeOther _, Reply.SignedIn _, Reply.SignedOut _ -> false;
            case Reply.NotFound _, Reply.Forbidden _, Reply.BadRequest _ -> false;
            case Reply.Json _, Reply.Unreadable _ -> false;
        };
    }

    private Work watching(Policy policy, LiveView view) {
        return (raw, visit) -> {
            if (view.now(visit).isEmpty()) {
                return answers.trouble(visit, Trouble.NOT_FOUND);
            }
            if (raw.asksForHead()) {
                return response -> LiveStreams.begin(response).end();
            }
            guard.record(policy, visit);
            var token = raw.sessionToken().orElseThrow();
            return response ->
                    around.streams().open(() -> guard.lookAgain(policy, view, visit, token), token, response);
        };
    }

    private Work admitted(Policy policy, Work inner) {
        return (raw, visit) -> {
            var fault = raw.fault();
            if (fault.isPresent()) {
                return answers.trouble(visit, fault.get());
            }
            return switch (guard.judge(policy, visit)) {
                case ADMITTED -> inner.prepare(raw, visit);
                case NOT_SIGNED_IN -> toLogin(raw);
                case CONFINED -> to(raw, PASSWORD);
                case FORBIDDEN -> answers.trouble(visit, Trouble.FORBIDDEN);
                case NOT_FOUND -> answers.trouble(visit, Trouble.NOT_FOUND);
            };
        };
    }

    /// A form without its token is nobody's wish; people who are not signed in any more are led to the login first.
    private Work genuine(Policy policy, Work inner) {
        var admitted = admitted(policy, inner);
        return (raw, visit) -> {
            boolean isTheirs = raw.sameOrigin() && FormTokens.matches(visit.formToken(), visit.form(FormTokens.FIELD));
            boolean leadsToLogin = visit.signedIn().isEmpty() && !(policy.right() instanceof Right.Anybody);
            return isTheirs || leadsToLogin
                    ? admitted.prepare(raw, visit)
                    : answers.trouble(visit, refusal(raw, visit));
        };
    }

    /// A form with its token from another address is most often a proxy's fault: it names itself, not the address
    /// that people type.
    private static Trouble refusal(RawVisit raw, Visit visit) {
        return FormTokens.matches(visit.formToken(), visit.form(FormTokens.FIELD)) && !raw.sameOrigin()
                ? Trouble.OTHER_ADDRESS
                : Trouble.STALE_FORM;
    }

    private static Prepared toLogin(RawVisit raw) {
        return to(raw, raw.sessionToken().isPresent() ? LOGIN_AGAIN : LOGIN);
    }

    private static Prepared to(RawVisit raw, String location) {
        return raw.fromScript()
                ? response -> response.putHeader("HX-Redirect", location).end()
                : response -> response.setStatusCode(303)
                        .putHeader("Location", location)
                        .end();
    }

    private void think(RoutingContext context, Work work) {
        var raw = RawVisit.read(context, around.proxies(), formTokens);
        var loop = context.vertx().getOrCreateContext();
        var response = context.response();
        var connection = context.request().connection();
        try {
            threads.execute(() -> {
                var prepared = prepare(raw, connection, work);
                loop.runOnContext(ignored -> send(prepared, response));
            });
        } catch (RejectedExecutionException closing) {
            response.setStatusCode(503).end();
        }
    }

    /// The console's top-level handler: whatever a page throws is logged once, here, under a code that the screen
    /// shows.
    private Prepared prepare(RawVisit raw, HttpConnection connection, Work work) {
        var visit = raw.anonymous();
        try {
            visit = raw.visit(guard.gate(), formTokens);
            if (visit.signedIn().isPresent()) {
                around.known().accept(connection);
            }
            return work.prepare(raw, visit);
        } catch (RuntimeException e) {
            var code = HexFormat.of().withUpperCase().formatHex(randomBytes());
            LOG.error("console request failed, shown as {}", code, e);
            return broken(raw, visit, code);
        }
    }

    /// The layout asks the database for menu and street; when that is what failed, less must do, down to the bare
    /// code.
    private Prepared broken(RawVisit raw, Visit visit, String code) {
        try {
            return answers.trouble(visit, Trouble.BROKEN, code);
        } catch (RuntimeException e) {
            LOG.debug("no page for {}", code, e);
            if (visit.signedIn().isPresent()) {
                return broken(raw, raw.anonymous(), code);
            }
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
