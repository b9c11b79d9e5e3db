package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleSecurityTest {
    private ConsoleUnderTest console;
    private Visitor visitor;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        visitor = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void tellsTheBrowserToRunNothingButItsOwnFiles() {
        for (var path : List.of("/login", "/activities", "/nowhere", "/static/0/console.css")) {
            var headers = visitor.get(path).headers();

            assertEquals(
                    SecurityHeaders.POLICY,
                    headers.firstValue("content-security-policy").orElse(""),
                    path);
            assertEquals("nosniff", headers.firstValue("x-content-type-options").orElse(""), path);
            assertEquals("no-store", headers.firstValue("cache-control").orElse(""), path);
        }
        assertFalse(SecurityHeaders.POLICY.contains("unsafe"));
    }

    @Test
    void needsNoInlineScriptOrStyle() {
        var inline = Pattern.compile("<style|style=|<script(?![^>]*src=)|\\son[a-z]+=|javascript:");
        var id = console.open().getFirst().id();
        for (var path : List.of("/login", "/activities", "/activities/" + id, "/codes", "/kiosks", "/nowhere")) {
            var found = inline.matcher(visitor.get(path).body());

            assertFalse(found.find(), () -> path + " has " + found.group());
        }
    }

    @Test
    void refusesAFormWithoutItsToken() {
        var form = Map.of("kiosk", "new-one", "name", "新机", "site", "site-1");

        assertEquals(403, visitor.postBare("/kiosks/codes", form).statusCode());
        assertEquals(
                403, visitor.postBare("/logout", Map.of("_csrf", "guessed")).statusCode());
        assertEquals(200, visitor.get("/activities").statusCode());
        assertEquals(0, codes());
    }

    @Test
    void refusesAFormWithTheTokenOfAnotherSession() {
        var other = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());

        var answer = visitor.postBare("/logout", Map.of("_csrf", other.token("/activities")));

        assertEquals(403, answer.statusCode());
    }

    @Test
    void refusesALoginWithoutItsToken() {
        var stranger = console.visitor();

        assertEquals(
                403,
                stranger.postBare("/login", Map.of("login", "a", "password", "b"))
                        .statusCode());
    }

    @Test
    void refusesAFormThatComesFromAnotherSite() {
        var form = Map.of("_csrf", visitor.token("/activities"));

        for (var origin : List.of("https://elsewhere.example", "null", "%%")) {
            assertEquals(
                    403,
                    visitor.send(visitor.post("/logout", form).header("Origin", origin))
                            .statusCode(),
                    origin);
        }
        var own = console.address.toString();
        assertEquals(
                303,
                visitor.send(visitor.post("/logout", form).header("Origin", own))
                        .statusCode());
    }

    @Test
    void refusesAFormThatIsTooLarge() {
        var answer = visitor.postBare("/logout", Map.of("_csrf", "x".repeat(100_000)));

        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("内容过大"));
    }

    @Test
    void saysWhatToDoWhenAPageIsUnknown() {
        var answer = visitor.get("/nowhere");

        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("请从上方菜单重新进入"));
        assertEquals(404, visitor.get("/logout").statusCode());
    }

    @Test
    void answersABrokenPageWithACodeAndNothingElse() {
        console.database.write((handle, changes) -> handle.execute("ALTER TABLE activity RENAME TO gone"));

        var answer = visitor.get("/activities");

        assertEquals(500, answer.statusCode());
        assertTrue(Pattern.compile("错误代码 <b class=\"figure\">[0-9A-F]{6}</b>")
                .matcher(answer.body())
                .find());
        assertFalse(answer.body().contains("activity") || answer.body().contains("Exception"));
    }

    @Test
    void letsBrowsersKeepStaticFilesForEver() {
        var page = visitor.get("/login").body() + visitor.get("/activities").body();
        var addresses = Pattern.compile("/static/[0-9a-f]{16}/[a-z.]+")
                .matcher(page)
                .results()
                .map(each -> each.group());

        assertEquals(5, addresses.distinct().peek(this::assertKept).count());
    }

    @Test
    void answersAQuestionForTheHeadLikeThePageWithoutIt() {
        var id = console.open().getFirst().id();
        var file = Pattern.compile("/static/[0-9a-f]{16}/[a-z.]+")
                .matcher(visitor.get("/kiosks").body());
        assertTrue(file.find());
        for (var path : List.of("/login", "/kiosks", "/activities/" + id, "/nowhere", "/password", file.group())) {
            var page = visitor.get(path);

            var head = visitor.send(visitor.request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));

            assertEquals(page.statusCode(), head.statusCode(), path);
            assertEquals("", head.body(), path);
            assertEquals(
                    page.headers().firstValue("content-type"), head.headers().firstValue("content-type"), path);
        }
        var live = visitor.send(visitor.request("/live/kiosks").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertEquals(200, live.statusCode());
        assertEquals(List.of("text/event-stream"), live.headers().allValues("content-type"));
    }

    private void assertKept(String address) {
        var answer = console.visitor().get(address);

        assertEquals(200, answer.statusCode(), address);
        assertEquals(
                "public, max-age=31536000, immutable",
                answer.headers().firstValue("cache-control").orElse(""));
    }

    private int codes() {
        return console.database.read(handle -> handle.createQuery("SELECT count(*) FROM enrolment_code")
                .mapTo(Integer.class)
                .one());
    }
}
