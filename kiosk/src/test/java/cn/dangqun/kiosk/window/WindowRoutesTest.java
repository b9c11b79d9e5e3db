package cn.dangqun.kiosk.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.kiosk.queue.QueueStreet;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.window.Route.Access;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A stranger on the centre's network reaches nothing.
@Tag("real-time")
class WindowRoutesTest {
    private static final String HOME = "127.0.0.1";
    private static final String ELSEWHERE = "127.0.0.2";

    private ServedWindows windows;
    private HttpClient client;

    @BeforeEach
    void serve() throws Exception {
        windows = new ServedWindows();
        client = windows.client(HOME);
    }

    @AfterEach
    void close() {
        windows.close();
    }

    @Test
    void nobodyWhoIsNotSignedInReachesMoreThanTheDoorAndTheNumbers() throws Exception {
        windows.queue.take(QueueStreet.CARE, false);

        for (var route : windows.routes) {
            var answer = call(client, route, Optional.empty(), "");

            assertEquals(
                    route.access().asksForSession() ? refused(route) : allowed(route),
                    answer.statusCode(),
                    route.path());
            Samples.staff().forEach(each -> assertFalse(answer.body().contains(each.name()), route.path()));
        }
        assertEquals(
                Set.of(
                        "/",
                        "/login",
                        "/display",
                        "/display/events",
                        "/window.css",
                        "/window.js",
                        "/requests.js",
                        "/display.css",
                        "/display.js"),
                Set.copyOf(windows.routes.stream()
                        .filter(route -> !route.access().asksForSession())
                        .map(Route::path)
                        .toList()));
    }

    @Test
    void letsInWhoeverHasLostTheCodeAndKeepsAPlaceForACaller() throws Exception {
        var cookie = windows.cookie(client);
        var page = ServedWindows.send(
                        client,
                        windows.request("/appointments", Optional.of(cookie)).GET())
                .body();
        assertTrue(page.contains("14:20"), page);
        assertTrue(page.contains("204 816"), page);
        var id = page.replaceAll("(?s).*name=\"id\" value=\"([0-9a-f]{16})\".*", "$1");

        var here = form(cookie, "/appointments/arrive", Map.of("id", id));
        var made = form(cookie, "/appointments/make", Map.of("slot", "2 14:20"));

        assertEquals(200, here.statusCode());
        assertTrue(here.body().contains("已报到，号码 C001"), here.body());
        assertTrue(made.body().contains("预约码 204 816"), made.body());
        assertEquals(
                409, form(cookie, "/appointments/arrive", Map.of("id", "x")).statusCode());
        assertEquals(
                409,
                form(cookie, "/appointments/make", Map.of("slot", "2 noon")).statusCode());
    }

    @Test
    void asksBeforeAnAppointmentIsCancelledAndSaysWhatIsNotFound() throws Exception {
        var cookie = windows.cookie(client);

        assertTrue(appointments(cookie, "").contains("data-confirm=\"确定取消 14:20 的预约"));
        var nothing = appointments(cookie, "?search=nobody");
        assertTrue(nothing.contains("没有找到") && !nothing.contains("今天没有人预约"), nothing);
    }

    private String appointments(String cookie, String search) throws Exception {
        return ServedWindows.send(
                        client,
                        windows.request("/appointments" + search, Optional.of(cookie))
                                .GET())
                .body();
    }

    private HttpResponse<String> form(String cookie, String path, Map<String, String> fields) throws Exception {
        return ServedWindows.send(
                client,
                windows.request(path, Optional.of(cookie))
                        .header("Origin", windows.origin())
                        .header(Admission.TOKEN_HEADER, windows.token(client, cookie))
                        .POST(ServedWindows.form(fields)));
    }

    @Test
    void aStolenCookieIsWorthNothingElsewhereAfterTheShiftOrWithoutThePage() throws Exception {
        windows.guards.turns = Optional.of(windows.clock.instant().plus(Duration.ofMinutes(20)));
        var cookie = windows.cookie(client);
        var token = windows.token(client, cookie);
        var thief = windows.client(ELSEWHERE);

        everyRoute((route, name) -> {
            assertEquals(
                    refused(route),
                    call(thief, route, Optional.of(cookie), token).statusCode(),
                    name);
            if (route.access() == Access.SIGNED_IN_FORM) {
                assertEquals(403, call(client, route, Optional.of(cookie), "").statusCode(), name);
                assertEquals(
                        403,
                        call(client, route, Optional.of(cookie), "x".repeat(43)).statusCode(),
                        name);
            }
        });
        assertEquals(
                200, call(client, route("/window"), Optional.of(cookie), token).statusCode(), "their own");

        // at work all the while, until half an hour after the turn
        windows.clock.pass(Duration.ofMinutes(29));
        assertEquals(
                409,
                call(client, route("/window/act"), Optional.of(cookie), token).statusCode());
        windows.clock.pass(Duration.ofMinutes(21));
        everyRoute((route, name) -> assertEquals(
                refused(route), call(client, route, Optional.of(cookie), token).statusCode(), name));
    }

    @Test
    void whoeverLeavesRestsTooLongOrIsTakenOffIsOut() throws Exception {
        var left = windows.cookie(client);
        assertEquals(
                303,
                call(client, route("/logout"), Optional.of(left), windows.token(client, left))
                        .statusCode());
        assertEquals(
                401, call(client, route("/window/now"), Optional.of(left), "").statusCode());

        var idle = windows.cookie(client);
        windows.clock.pass(Sessions.IDLE);
        assertEquals(
                401, call(client, route("/window/now"), Optional.of(idle), "").statusCode());

        var off = windows.cookie(client);
        assertEquals(
                200, call(client, route("/window/now"), Optional.of(off), "").statusCode());
        windows.guards.people = List.of();
        assertEquals(
                401, call(client, route("/window/now"), Optional.of(off), "").statusCode());
    }

    @Test
    void aWrongPinALockedPersonAndTooManyTriesOpenNothing() throws Exception {
        var name = Samples.staff().getFirst().name();
        for (var answer : List.of(
                windows.signIn(client, name, "111111"),
                windows.signIn(client, "没有这个人", Guards.PIN),
                windows.signIn(client, "", ""))) {
            assertEquals(401, answer.statusCode());
            assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
        }
        windows.guards.locked = true;
        assertEquals(429, windows.signIn(client, name, Guards.PIN).statusCode());
        windows.guards.locked = false;

        for (int i = 0; i < SignIn.TRIES; i++) {
            windows.signIn(client, name, "111111");
        }
        int asked = windows.guards.asked.size();
        assertEquals(429, windows.signIn(client, name, Guards.PIN).statusCode());
        assertEquals(asked, windows.guards.asked.size(), "nobody looked at it");
        assertEquals(
                303, windows.signIn(windows.client(ELSEWHERE), name, Guards.PIN).statusCode());
        windows.clock.pass(SignIn.WINDOW.plusSeconds(1));
        assertEquals(303, windows.signIn(client, name, Guards.PIN).statusCode());
    }

    @Test
    void anotherPageCannotSignAnybodyInNorAnotherNameLeadHere() throws Exception {
        var foreign = windows.request("/login", Optional.empty())
                .header("Origin", "https://elsewhere.lan")
                .POST(ServedWindows.form(Map.of("name", "x", "pin", "y")));
        assertEquals(403, ServedWindows.send(client, foreign).statusCode());
        assertEquals(
                404,
                call(client, new Route("GET", "/no", Access.OPEN, _ -> null), Optional.empty(), "")
                        .statusCode());
        assertTrue(raw("GET /window HTTP/1.1\r\nHost: elsewhere.lan\r\n\r\n").startsWith("HTTP/1.1 421"));
        assertTrue(raw("GET /" + "x".repeat(2000) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                .startsWith("HTTP/1.1 421"));
        assertTrue(raw("POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 999999\r\n\r\n")
                .startsWith("HTTP/1.1 413"));
    }

    /// Over TLS, what no browser would send.
    private String raw(String request) throws Exception {
        try (var socket =
                client.sslContext().getSocketFactory().createSocket(InetAddress.ofLiteral(HOME), windows.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void speaksNothingButTls() throws Exception {
        try (var plain = new Socket(InetAddress.ofLiteral(HOME), windows.port())) {
            plain.setSoTimeout(20_000);
            plain.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertFalse(
                    new String(plain.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1).contains("HTTP"));
        }
    }

    @Test
    void keepsTheCookieFromScriptsAndThePageFromFrames() throws Exception {
        var answer = windows.signIn(client, Samples.staff().getFirst().id(), Guards.PIN);

        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(
                cookie.startsWith("__Host-window=") && cookie.endsWith("; Path=/; Secure; HttpOnly; SameSite=Strict"),
                cookie);
        for (var route : windows.routes) {
            var headers = call(client, route, Optional.empty(), "").headers();
            assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""), route.path());
            assertEquals("no-store", headers.firstValue("Cache-Control").orElse(""), route.path());
            assertTrue(headers.firstValue("Content-Security-Policy").orElse("").contains("frame-ancestors 'none'"));
        }
    }

    @Test
    void aDoubleClickCallsOnePersonAndTheWordsOfPeopleAreNoMarkup() throws Exception {
        windows.queue.take(QueueStreet.CARE, false);
        windows.queue.take(QueueStreet.CARE, false);
        var cookie = windows.cookie(client);
        var token = windows.token(client, cookie);
        act(cookie, token, Map.of("act", "sit", "to", "1"));

        var next = Map.of("act", "next", "mark", "-");
        assertTrue(act(cookie, token, next).body().contains("data-number=\"A001\""));
        var again = act(cookie, token, next);
        assertEquals(409, again.statusCode());
        assertTrue(again.body().contains("data-number=\"A001\""), again.body());
        var stale = Map.of("act", "recall", "mark", "0", "ticket", "0000000000000001");
        assertEquals(409, act(cookie, token, stale).statusCode());

        assertEquals("&lt;b&gt;&#39;&quot;&amp;", Html.escape("<b>'\"&"));
    }

    @Test
    void onlyInnerNetworksComeNearUnlessSetOtherwise() {
        for (var inner :
                List.of("10.1.2.3", "172.20.0.9", "192.168.1.7", "169.254.3.4", "127.0.0.1", "fe80::1", "fd12::9")) {
            assertTrue(new Neighbours(true).mayCome(InetAddress.ofLiteral(inner)), inner);
        }
        for (var outer : List.of("8.8.8.8", "172.32.0.1", "100.64.0.1", "2001:db8::1")) {
            assertFalse(new Neighbours(true).mayCome(InetAddress.ofLiteral(outer)), outer);
            assertTrue(new Neighbours(false).mayCome(InetAddress.ofLiteral(outer)), outer);
        }
    }

    @Test
    void aPageThatFollowsTheQueueEndsWithItsSession() throws Exception {
        var cookie = windows.cookie(client);
        var token = windows.token(client, cookie);
        var lines = client.send(
                        windows.request("/window/events", Optional.of(cookie))
                                .GET()
                                .build(),
                        BodyHandlers.ofLines())
                .body()
                .iterator();
        assertEquals("event: view", lines.next());
        call(client, route("/logout"), Optional.of(cookie), token);
        windows.queue.take(QueueStreet.CARE, false);
        windows.queue.services().desk().callNext(1, "s-2").join();

        while (!lines.next().equals("event: ended")) {
            assertTrue(lines.hasNext());
        }
    }

    private HttpResponse<String> act(String cookie, String token, Map<String, String> form) throws Exception {
        return ServedWindows.send(
                client,
                windows.request("/window/act", Optional.of(cookie))
                        .header("Origin", windows.origin())
                        .header(Admission.TOKEN_HEADER, token)
                        .POST(ServedWindows.form(form)));
    }

    private Route route(String path) {
        return windows.routes.stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private interface Check {
        void of(Route route, String name) throws Exception;
    }

    private void everyRoute(Check check) throws Exception {
        for (var route : windows.routes) {
            if (route.access().asksForSession()) {
                check.of(route, route.method() + " " + route.path());
            }
        }
    }

    private static int refused(Route route) {
        return Set.of("/window", "/requests", "/requests/new", "/requests/one", "/appointments")
                        .contains(route.path())
                ? 303
                : 401;
    }

    private static int allowed(Route route) {
        return switch (route.path()) {
            case "/" -> 303;
            case "/login" -> route.method().equals("GET") ? 200 : 401;
            default -> 200;
        };
    }

    private record Answered(int statusCode, HttpHeaders headers, String body) {}

    /// As the page itself would. Of what stays open only the head is read.
    private Answered call(HttpClient from, Route route, Optional<String> cookie, String token) throws Exception {
        var request = windows.request(route.path(), cookie);
        if (route.method().equals("POST")) {
            request.header("Origin", windows.origin())
                    .header(Admission.TOKEN_HEADER, token)
                    .POST(ServedWindows.form(Map.of("act", "recall")));
        }
        var answer = from.send(request.build(), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            boolean isLive =
                    answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            var text = isLive ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return new Answered(answer.statusCode(), answer.headers(), text);
        }
    }
}
