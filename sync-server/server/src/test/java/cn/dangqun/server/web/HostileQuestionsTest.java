package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Addresses and forms that no page of ours leads to: whatever stands in them, the answer is a page with a sentence,
/// never a fault of ours, and the log grows by a short line at most.
@Tag("proof")
class HostileQuestionsTest {
    /// As they stand in an address.
    private static final List<String> VALUES = List.of(
            "",
            "%20",
            "%",
            "%zz",
            "%ff%fe",
            "%00",
            "%E2%80%AE%F0%9F%98%80",
            "0",
            "-1",
            "99999999999999999999",
            "2026-02-30",
            "%2B999999999-12-31",
            "-999999999-01-01",
            "%2B999999999-12",
            "0000-01-01",
            "0000-01",
            "1e9",
            "x".repeat(65),
            "%E6%A0%B7".repeat(60),
            "'%22%3E%3Cb%3E",
            "..%2F..%2Fetc",
            "a.b%2Fc%3Fd");

    private static final Pattern ASKED =
            Pattern.compile("(?:query|form|filter|optional|text|day|requiredDay|requiredTime|number|choice|"
                    + "requiredChoice|isTicked|ListQuestion\\.of)\\((?:\\w+, )?((?:\"[\\w.-]+\"(?:, )?)+)");
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_QUESTION = 3000;
    private static final List<String> BROKE = List.of("%", "%2B999999999-12-31", "x".repeat(65));

    private ConsoleUnderTest console;
    private RouteExamples examples;
    private List<Visitor> visitors;
    private final Map<Visitor, String> tokens = new HashMap<>();
    private Set<String> names;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final SecureRandom lots = new SecureRandom();
    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void open(@TempDir Path directory) throws IOException {
        console = new ConsoleUnderTest(directory);
        examples = new RouteExamples(console);
        visitors = List.of(
                console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet()),
                console.visitor(Role.STREET_ADMIN, Scope.wholeStreet()));
        visitors.forEach(each -> tokens.put(each, each.token("/password")));
        names = names();
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void answersWhateverStandsInAnAddress() {
        assertTrue(names.contains("date") && names.contains("month") && names.size() > 60, names::toString);
        for (var route : routes(Route.Kind.PAGE)) {
            var path = examples.of(route, "c1").path().replaceAll("\\?.*", "");
            listen();
            for (var value : drawn()) {
                questions(value).forEach(question -> ask("GET " + path + "?" + question, ""));
                ask("GET " + path + "?date=" + value + "&date=" + value + "&%", "");
                beforeItsName(route).ifPresent(each -> ask("GET " + each + value, ""));
            }
            assertQuiet(route.path());
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void answersWhateverStandsInAForm() {
        for (var route : routes(Route.Kind.ACTION)) {
            if (route.path().matches("/log.*|/password|/account.*|/invit.*")) {
                continue; // they end the sessions that ask
            }
            var example = examples.of(route, "c1");
            listen();
            for (var value : drawn()) {
                for (var field : fields(example.form())) {
                    ask("POST " + example.path(), body(example.form(), field) + "&" + field + "=" + value);
                }
                ask("POST " + example.path(), String.join("&", questions(value)));
                beforeItsName(route).ifPresent(each -> ask("POST " + each + value, ""));
            }
            assertQuiet(route.path());
        }
        assertEquals(List.of(), wrong);
    }

    /// All with `-Dproof.seeds`, in the gate one of each form by lot.
    private List<String> fields(Map<String, String> form) {
        var all = new ArrayList<>(form.keySet());
        Collections.shuffle(all, lots);
        return Integer.getInteger("proof.seeds", 0) > 0 ? all : all.subList(0, Math.min(1, all.size()));
    }

    /// All with `-Dproof.seeds`; in the gate one that has broken pages before and one more, for each route by lot.
    private List<String> drawn() {
        if (Integer.getInteger("proof.seeds", 0) > 0) {
            return VALUES;
        }
        return List.of(BROKE.get(lots.nextInt(BROKE.size())), VALUES.get(lots.nextInt(VALUES.size())));
    }

    private static String body(Map<String, String> form, String without) {
        return form.entrySet().stream()
                .filter(each -> !each.getKey().equals(without))
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /// As no proper client would send it: what stands in the line is sent as it is.
    private void ask(String line, String body) {
        for (var visitor : visitors) {
            var form = body + "&_csrf=" + tokens.get(visitor);
            try (var socket = new Socket(console.address.getHost(), console.address.getPort())) {
                socket.setSoTimeout(20_000);
                var cookies = visitor.cookies.getCookieStore().getCookies().stream()
                        .map(each -> each.getName() + "=" + each.getValue())
                        .collect(Collectors.joining("; "));
                var request = "%s HTTP/1.1\r\nHost: x\r\nCookie: %s\r\nConnection: close\r\n".formatted(line, cookies)
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(
                                        line.startsWith("POST") ? form.length() : 0,
                                        line.startsWith("POST") ? form : "");
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                judge(line, body, new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                wrong.add(line + " " + body + ": " + e);
            }
        }
    }

    private void judge(String line, String body, String answer) {
        int status = answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
        boolean says = status < 400 || answer.codePoints().anyMatch(Character::isIdeographic);
        if (status < 200 || status >= 500 || !says) {
            wrong.add(line + " " + body + ": " + answer.replaceAll("\\s+", " ") + status);
        }
    }

    private List<Route> routes(Route.Kind kind) {
        return console.console().routes().stream()
                .filter(route -> route.kind() == kind)
                .toList();
    }

    /// The address up to its last variable, where there is one.
    private static Optional<String> beforeItsName(Route route) {
        return Optional.of(route.path())
                .filter(path -> path.contains(":"))
                .map(path -> path.substring(0, path.indexOf(':')));
    }

    /// Every name with this value, in as many questions as a line has room for.
    private List<String> questions(String value) {
        var all = new ArrayList<StringBuilder>();
        for (var name : names) {
            if (all.isEmpty() || all.getLast().length() > LONGEST_QUESTION) {
                all.add(new StringBuilder());
            }
            all.getLast().append(name).append('=').append(value).append('&');
        }
        return all.stream().map(StringBuilder::toString).toList();
    }

    /// What pages and forms ask for by name, as their sources say.
    private static Set<String> names() throws IOException {
        var found = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    sources.filter(each -> each.toString().endsWith(".java")).toList()) {
                ASKED.matcher(Files.readString(file))
                        .results()
                        .forEach(each -> found.addAll(
                                List.of(each.group(1).replaceAll("[\" ]", "").split(",", -1))));
            }
        }
        found.removeIf(name -> name.isEmpty() || name.startsWith("_"));
        return found;
    }

    private void listen() {
        log.list.clear();
        log.start();
        root().addAppender(log);
    }

    private void assertQuiet(String path) {
        root().detachAppender(log);
        log.list.stream()
                .filter(each -> each.getThrowableProxy() != null
                        || each.getFormattedMessage().length() > LONGEST_LINE)
                .findFirst()
                .ifPresent(each -> wrong.add(path + " logged " + each));
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
