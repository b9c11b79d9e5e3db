package cn.dangqun.server.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.web.Scope;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsPageTest {
    private static final Pattern LINK = Pattern.compile("value=\"(/invitation\\?t=([^\"]+))\"");
    private static final Scope FIRST_COMMUNITY = new Scope(Optional.of(new OrganizationId("c1")));
    private static final String OWN_WORDS = "four words of my own";

    private ConsoleUnderTest console;
    private Visitor admin;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        console.account("yunwei", Role.STREET_ADMIN, Scope.wholeStreet());
        admin = console.visitor();
        admin.signIn("yunwei", ConsoleUnderTest.PASSWORD);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void letsAWriterAndAnApproverExistFromTheFirstDay() {
        assertTrue(admin.get("/accounts").body().contains("现在没有人能审批"));

        accept(invite("STREET_REVIEWER", ""), "shenhe");
        assertTrue(admin.get("/accounts").body().contains("再邀请一位"));
        accept(invite("SITE_ADMIN", "c1"), "shequ");

        assertTrue(admin.get("/accounts").body().contains("写了就没有人能批准"));
        accept(invite("STREET_REVIEWER", ""), "shenhe-2");
        assertFalse(admin.get("/accounts").body().contains("id=\"wall-advice\""));
        assertEquals(200, signedIn("shequ").get("/wall").statusCode());
        assertEquals(200, signedIn("shenhe").get("/wall").statusCode());
    }

    @Test
    void admitsByALinkOnce() {
        var link = invite("AUDITOR", "");
        assertTrue(console.visitor().get(link).body().contains("监督"));
        assertEquals(303, accept(link, "jiandu").statusCode());

        assertEquals(401, accept(link, "another").statusCode());
        assertTrue(console.visitor().get(link).body().contains("这个链接不能用了"));
        assertEquals(200, signedIn("jiandu").get("/trail").statusCode());
    }

    @Test
    void admitsOneOfManyWhoUseALinkAtOnce() throws Exception {
        var link = invite("AUDITOR", "");
        List<Callable<Integer>> attempts = List.of(
                () -> accept(link, "first").statusCode(),
                () -> accept(link, "second").statusCode(),
                () -> accept(link, "third").statusCode());

        int admitted = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(attempts)) {
                admitted += each.get() == 303 ? 1 : 0;
            }
        }

        assertEquals(1, admitted);
    }

    @Test
    void forgetsALinkAfterADayAndAfterItWasTakenBack() {
        var old = invite("AUDITOR", "");
        console.clock.advance(Duration.ofHours(24).plusSeconds(1));
        assertEquals(401, accept(old, "late").statusCode());

        admin.signIn("yunwei", ConsoleUnderTest.PASSWORD);
        var withdrawn = invite("AUDITOR", "");
        var page = admin.get("/accounts").body();
        var id = page.replaceAll("(?s).*name=\"id\" value=\"([0-9a-f]{16})\".*", "$1");
        assertEquals(
                303,
                admin.post("/accounts", "/accounts/invitations/withdrawal", Map.of("id", id))
                        .statusCode());
        assertEquals(401, accept(withdrawn, "late").statusCode());
    }

    @Test
    void saysWhatIsWrongAndKeepsTheLink() {
        var link = invite("AUDITOR", "");

        assertTrue(accept(link, "yunwei").body().contains("已经有人用了"));
        assertTrue(accept(link, "不行").body().contains("账号只能用"));
        assertTrue(accept(link, "jiandu", "short", "short").body().contains("至少 10"));
        assertTrue(
                accept(link, "jiandu", "password2026!", "password2026!").body().contains("太容易被猜到"));
        assertTrue(accept(link, "jiandu", "my jiandu words", "my jiandu words")
                .body()
                .contains("不能有账号名"));
        assertTrue(accept(link, "jiandu", OWN_WORDS, "something else").body().contains("不一致"));
        assertEquals(303, accept(link, "jiandu").statusCode());
    }

    @Test
    void refusesARoleWhereItCannotBe() {
        var answer = post("/accounts", "/accounts/invitations", Map.of("note", "某", "role", "SITE_ADMIN", "scope", ""));

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("要选一个社区或支部"));
        assertEquals(
                422,
                post("/accounts", "/accounts/invitations", Map.of("note", "某", "role", "DUTY_STAFF", "scope", ""))
                        .statusCode());
    }

    @Test
    void givesANewPasswordByALinkAndEndsWhatWasOpen() {
        var person = console.visitor(Role.AUDITOR, Scope.wholeStreet());
        var link = link(post("/accounts/test-auditor1", "/accounts/test-auditor1/link", Map.of()));

        assertEquals(303, accept(link, "ignored").statusCode());

        assertEquals(303, person.get("/trail").statusCode());
        assertEquals(
                401,
                console.visitor()
                        .signIn("test-auditor1", ConsoleUnderTest.PASSWORD)
                        .statusCode());
        assertEquals(303, console.visitor().signIn("test-auditor1", OWN_WORDS).statusCode());
    }

    @Test
    void neitherDisablesNorDemotesTheLastAdministrator() {
        assertTrue(post("/accounts/yunwei", "/accounts/yunwei/disabling", Map.of())
                .body()
                .contains("最后一个"));
        assertTrue(post("/accounts/yunwei", "/accounts/yunwei/role", Map.of("role", "AUDITOR", "scope", ""))
                .body()
                .contains("最后一个"));

        console.account("second", Role.STREET_ADMIN, FIRST_COMMUNITY);
        assertEquals(
                422,
                post("/accounts/yunwei", "/accounts/yunwei/disabling", Map.of()).statusCode(),
                "not of the street");
        console.account("third", Role.STREET_ADMIN, Scope.wholeStreet());
        assertEquals(
                303,
                post("/accounts/yunwei", "/accounts/yunwei/disabling", Map.of()).statusCode());
        assertEquals(303, admin.get("/accounts").statusCode(), "signed out");
    }

    @Test
    void keepsOneOfTwoAdministratorsWhoDisableEachOther() throws Exception {
        console.account("other", Role.STREET_ADMIN, Scope.wholeStreet());
        var other = signedIn("other", ConsoleUnderTest.PASSWORD);
        var first = admin.token("/accounts/other");
        var second = other.token("/accounts/yunwei");
        List<Callable<Integer>> deeds = List.of(
                () -> admin.postBare("/accounts/other/disabling", Map.of("_csrf", first))
                        .statusCode(),
                () -> other.postBare("/accounts/yunwei/disabling", Map.of("_csrf", second))
                        .statusCode());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(deeds)) {
                each.get();
            }
        }

        assertEquals(
                List.of(1),
                console.database.read(handle -> handle.createQuery(
                                "SELECT count(*) FROM account WHERE role = 'STREET_ADMIN' AND disabled = 0")
                        .mapTo(Integer.class)
                        .list()));
    }

    @Test
    void takesRightsWithTheNextRequest() {
        var person = console.visitor(Role.AUDITOR, Scope.wholeStreet());
        assertEquals(200, person.get("/trail").statusCode());

        post(
                "/accounts/test-auditor1",
                "/accounts/test-auditor1/role",
                Map.of("role", "BRANCH_SECRETARY", "scope", "c1"));

        assertEquals(403, person.get("/trail").statusCode());
        post("/accounts/test-auditor1", "/accounts/test-auditor1/disabling", Map.of());
        assertEquals(303, person.get("/activities").statusCode());
        post("/accounts/test-auditor1", "/accounts/test-auditor1/enabling", Map.of());
        assertEquals(303, person.get("/activities").statusCode(), "signed out");
        assertEquals(
                303, person.signIn("test-auditor1", ConsoleUnderTest.PASSWORD).statusCode());
    }

    @Test
    void endsASessionOfOneselfAndOfOthers() {
        var elsewhere = signedIn("yunwei", ConsoleUnderTest.PASSWORD);
        var own = admin.get("/account").body();
        assertEquals(2, own.split("name=\"session\"", -1).length - 1);
        var notHere = own.replaceAll("(?s).*name=\"session\" value=\"([0-9a-f]{16})\".*", "$1");

        assertEquals(
                303,
                post("/account", "/account/sessions", Map.of("session", notHere))
                        .statusCode());

        var left = List.of(admin, elsewhere).stream()
                .filter(each -> each.get("/account").statusCode() == 200)
                .toList();
        assertEquals(1, left.size());

        var person = console.visitor(Role.AUDITOR, Scope.wholeStreet());
        var keeper = signedIn("yunwei", ConsoleUnderTest.PASSWORD);
        var foreign = keeper.get("/accounts/test-auditor1")
                .body()
                .replaceAll("(?s).*name=\"session\" value=\"([0-9a-f]{16})\".*", "$1");
        person.post("/account", "/account/sessions", Map.of("session", "0123456789abcdef"));
        keeper.post("/accounts/test-auditor1", "/accounts/test-auditor1/sessions", Map.of("session", foreign));
        assertEquals(303, person.get("/trail").statusCode());
    }

    @Test
    void endsNoSessionOfAnotherAccount() {
        var person = console.visitor(Role.AUDITOR, Scope.wholeStreet());
        var id = admin.get("/account").body().replaceAll("(?s).*name=\"session\" value=\"([0-9a-f]{16})\".*", "$1");

        person.post("/account", "/account/sessions", Map.of("session", id));

        assertEquals(200, admin.get("/accounts").statusCode());
    }

    @Test
    void findsAndOrdersAndTurnsPages() {
        for (int i = 10; i < 65; i++) {
            console.account("person-" + i, Role.AUDITOR, FIRST_COMMUNITY);
        }

        var first = admin.get("/accounts").body();
        assertTrue(first.contains("第 1 页，共 2 页"));
        assertTrue(admin.get("/accounts?page=2").body().contains(">yunwei<"));
        assertTrue(admin.get("/accounts?order=ROLE").body().contains(">yunwei<"), "administrators first");
        var found = admin.get("/accounts?q=person-1").body();
        assertEquals(10, found.split("class=\"title\" href", -1).length - 1);
        assertTrue(admin.get("/accounts?q=nowhere").body().contains("没有符合条件的账号"));
    }

    @Test
    void keepsNoSecretOfALinkOrABrowserInTheDatabase() {
        var link = invite("AUDITOR", "");
        var token = link.substring(link.indexOf('=') + 1);
        var cookies = admin.cookies.getCookieStore().getCookies().stream()
                .map(each -> each.getValue())
                .toList();

        var tables = console.database.read(handle -> List.of("invitation", "known_browser", "console_session").stream()
                .map(table -> handle.createQuery("SELECT * FROM " + table)
                        .mapToMap()
                        .list()
                        .toString())
                .toList()
                .toString());

        assertFalse(tables.contains(token));
        cookies.forEach(each -> assertFalse(tables.contains(each)));
    }

    private String invite(String role, String scope) {
        return link(post("/accounts", "/accounts/invitations", Map.of("note", "某同志", "role", role, "scope", scope)));
    }

    private HttpResponse<String> post(String page, String path, Map<String, String> form) {
        return admin.post(page, path, form);
    }

    private static String link(HttpResponse<String> answer) {
        var found = LINK.matcher(answer.body());
        assertTrue(found.find(), answer.body());
        return found.group(1);
    }

    private HttpResponse<String> accept(String link, String login) {
        return accept(link, login, OWN_WORDS, OWN_WORDS);
    }

    private HttpResponse<String> accept(String link, String login, String password, String repeated) {
        var form = Map.of(
                "token", link.substring(link.indexOf('=') + 1),
                "username", login,
                "name", "某同志",
                "wanted", password,
                "repeated", repeated);
        return console.visitor().post("/login", "/invitation", form);
    }

    private Visitor signedIn(String login) {
        return signedIn(login, OWN_WORDS);
    }

    private Visitor signedIn(String login, String password) {
        var visitor = console.visitor();
        assertEquals(303, visitor.signIn(login, password).statusCode());
        return visitor;
    }
}
