package cn.dangqun.server.web;

import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.HttpEntrance.Surroundings;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Where other systems come in: by a token and never by a cookie, answered in JSON and never led to the login. Reads on
/// the event loop, thinks on a virtual thread, answers on the event loop (docs/decisions/0042).
final class DataDoor {
    private static final Logger LOG = LoggerFactory.getLogger(DataDoor.class);
    private static final String ROOT = "/api/";
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +([A-Za-z0-9._~+/=-]{1,128})");
    private static final String CHALLENGE = "Bearer realm=\"dangqun\"";
    private static final int CODE_BYTES = 3;

    private final Executor threads;
    private final Guard guard;
    private final Surroundings around;
    private final JsonMapper json = JsonMapper.builder().build();
    private final SecureRandom random = new SecureRandom();

    DataDoor(Executor threads, Guard guard, Surroundings around) {
        this.threads = threads;
        this.guard = guard;
        this.around = around;
    }

    static boolean leadsHere(String path) {
        return path.startsWith(ROOT);
    }

    /// What hangs behind it.
    record Behind(String route, Policy policy, DataRule rule, Function<Visit, Reply> answer) {}

    private record Answer(int status, String type, Buffer body, Map<String, String> headers) {}

    void open(RoutingContext context, Behind behind) {
        var raw = RawVisit.withoutCookies(context, around.proxies());
        var header = Optional.ofNullable(context.request().getHeader("Authorization"));
        var loop = context.vertx().getOrCreateContext();
        var response = context.response();
        var connection = context.request().connection();
        try {
            threads.execute(() -> {
                var answer = think(raw, header, connection, behind);
                loop.runOnContext(ignored -> send(answer, response));
            });
        } catch (RejectedExecutionException closing) {
            response.setStatusCode(503).end();
        }
    }

    /// For what the HTTP layer refuses by itself.
    void refuse(RoutingContext context, int status) {
        send(problem(Problem.ofStatus(status), ""), context.response());
    }

    /// The top-level handler of data: whatever is thrown is logged once, here, under a code that the answer says.
    private Answer think(RawVisit raw, Optional<String> header, HttpConnection connection, Behind behind) {
        try {
            return raw.fault().isPresent()
                    ? problem(Problem.ofStatus(raw.fault().get().status()), "")
                    : admit(raw, header, connection, behind);
        } catch (RuntimeException e) {
            var bytes = new byte[CODE_BYTES];
            random.nextBytes(bytes);
            var code = HexFormat.of().withUpperCase().formatHex(bytes);
            LOG.error("a question of another system failed, told as {}", code, e);
            return problem(Problem.BROKEN, around.texts().get("web.problem.code", code));
        }
    }

    private Answer admit(RawVisit raw, Optional<String> header, HttpConnection connection, Behind behind) {
        var visit = raw.anonymous();
        if (behind.policy().right() instanceof Right.Anybody) {
            return answer(visit, behind);
        }
        if (header.isEmpty()) {
            return challenge(Problem.NO_TOKEN, CHALLENGE);
        }
        var reader = header.map(BEARER::matcher)
                .filter(matcher -> matcher.matches())
                .flatMap(matcher -> guard.readers().find(matcher.group(1)));
        if (reader.isEmpty()) {
            return challenge(Problem.BAD_TOKEN, CHALLENGE + ", error=\"invalid_token\"");
        }
        around.known().accept(connection);
        return guard.readers()
                .wait(reader.get(), behind.rule().cost())
                .map(this::tooOften)
                .orElseGet(() -> judge(visit.by(reader.get()), behind));
    }

    private Answer judge(Visit visit, Behind behind) {
        return switch (guard.judge(behind.policy(), visit)) {
            case ADMITTED -> answer(visit, behind);
            case NOT_SIGNED_IN, CONFINED, FORBIDDEN -> problem(Problem.FORBIDDEN, "");
            case NOT_FOUND -> problem(Problem.NOT_FOUND, "");
        };
    }

    /// The record comes before the answer, as on every page.
    private Answer answer(Visit visit, Behind behind) {
        var strange = visit.query().keySet().stream()
                .filter(each -> !behind.rule().query().contains(each))
                .sorted()
                .findFirst();
        if (strange.isPresent()) {
            return problem(Problem.UNREADABLE, around.texts().get("web.asked.strange", word(strange.get())));
        }
        return switch (behind.answer().apply(visit)) {
            case Reply.Json(var content) -> {
                var body = Buffer.buffer(json.writeValueAsBytes(content));
                guard.recordUse(behind.policy(), behind.route(), visit);
                yield new Answer(200, "application/json; charset=utf-8", body, Map.of());
            }
            case Reply.Unreadable(var detail) -> problem(Problem.UNREADABLE, detail);
            case Reply.NotFound() -> problem(Problem.NOT_FOUND, "");
            case Reply other -> throw new IllegalStateException("no data: " + other.getClass());
        };
    }

    /// Of what somebody else typed not more than a word.
    private static String word(String typed) {
        return typed.matches("[A-Za-z0-9_.-]{1,40}") ? typed : "?";
    }

    private Answer tooOften(Duration wait) {
        var seconds = Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
        var body = problem(Problem.TOO_OFTEN, around.texts().get("web.problem.wait", seconds));
        return new Answer(body.status(), body.type(), body.body(), Map.of("Retry-After", seconds));
    }

    private Answer challenge(Problem problem, String challenge) {
        var body = problem(problem, "");
        return new Answer(body.status(), body.type(), body.body(), Map.of("WWW-Authenticate", challenge));
    }

    private Answer problem(Problem problem, String detail) {
        Texts texts = around.texts();
        return new Answer(
                problem.status(),
                Problem.CONTENT_TYPE,
                Buffer.buffer(json.writeValueAsBytes(problem.details(texts, detail))),
                Map.of());
    }

    private static void send(Answer answer, HttpServerResponse response) {
        if (!response.ended() && !response.closed()) {
            answer.headers().forEach(response::putHeader);
            response.setStatusCode(answer.status())
                    .putHeader("Content-Type", answer.type())
                    .end(answer.body());
        }
    }
}
