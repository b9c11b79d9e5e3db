package cn.dangqun.server.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.codes.DrawnCodes;
import cn.dangqun.server.web.Scope;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondFactorTest {
    private static final String LOGIN = "sample.one";
    private static final Pattern TYPED = Pattern.compile("id=\"typed\">([A-Z2-7 ]+)<");
    private static final Pattern HALF = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("<li>([2-9a-z]{5}-[2-9a-z]{5})</li>");
    private static final String PAGE = "/account/second-factor";

    private ConsoleUnderTest console;
    private Visitor person;
    private byte[] secret;
    private List<String> codes;

    @BeforeEach
    void setUp(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        console.account(LOGIN, Role.STREET_REVIEWER, Scope.wholeStreet());
        person = console.visitor();
        person.signIn(LOGIN, ConsoleUnderTest.PASSWORD);
        var page = person.get(PAGE).body();
        secret = base32(found(TYPED, page));
        assertEquals(422, person.post(PAGE, PAGE, Map.of("figures", "abcdef")).statusCode());
        codes = CODE.matcher(
                        person.post(PAGE, PAGE, Map.of("figures", figures())).body())
                .results()
                .map(each -> each.group(1))
                .toList();
        console.clock.advance(Duration.ofSeconds(30));
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void offersThePictureThatAnAppReads() {
        console.account("another", Role.AUDITOR, Scope.wholeStreet());
        var other = console.visitor();
        other.signIn("another", ConsoleUnderTest.PASSWORD);

        var page = other.get(PAGE).body();

        var address = DrawnCodes.of(page).getFirst();
        assertTrue(address.startsWith("otpauth://totp/"), address);
        assertTrue(address.contains(":another?secret=" + found(TYPED, page).replace(" ", "") + "&issuer="));
        assertEquals(
                page.replaceAll("value=\"[^\"]*\"", ""), other.get(PAGE).body().replaceAll("value=\"[^\"]*\"", ""));
    }

    @Test
    void asksForFiguresAfterThePassword() {
        var visitor = console.visitor();
        var half = visitor.signIn(LOGIN, ConsoleUnderTest.PASSWORD);
        assertEquals(200, half.statusCode());
        assertEquals(303, visitor.get("/activities").statusCode(), "not signed in yet");

        assertEquals(401, second(visitor, half, "no-figures").statusCode());
        assertEquals(303, second(visitor, half, figures()).statusCode());
        assertEquals(200, visitor.get("/activities").statusCode());
    }

    @Test
    void takesNoFiguresTwice() {
        var typed = figures();
        var first = console.visitor();
        second(first, first.signIn(LOGIN, ConsoleUnderTest.PASSWORD), typed);

        var thief = console.visitor();
        assertEquals(
                401,
                second(thief, thief.signIn(LOGIN, ConsoleUnderTest.PASSWORD), typed)
                        .statusCode());
    }

    @Test
    void takesEachCodeOfThePaperOnce() {
        assertEquals(10, codes.size());
        for (int i = 0; i < 2; i++) {
            var visitor = console.visitor();
            var half = visitor.signIn(LOGIN, ConsoleUnderTest.PASSWORD);
            assertEquals(
                    i == 0 ? 303 : 401, second(visitor, half, codes.getFirst()).statusCode());
        }
        assertTrue(person.get("/account").body().contains("备用码还有 9 个"));
    }

    @Test
    void slowsDownGuessingTheFigures() {
        var visitor = console.visitor();
        var half = visitor.signIn(LOGIN, ConsoleUnderTest.PASSWORD);
        for (int i = 0; i < Lockout.PAUSES.free(); i++) {
            assertEquals(401, second(visitor, half, "no-" + i).statusCode());
        }

        assertEquals(429, second(visitor, half, figures()).statusCode());
    }

    @Test
    void forgetsAHalfSignInAfterFiveMinutesAndAtAnotherPassword() {
        var visitor = console.visitor();
        var half = visitor.signIn(LOGIN, ConsoleUnderTest.PASSWORD);
        console.clock.advance(Duration.ofMinutes(5));
        assertEquals(401, second(visitor, half, figures()).statusCode());

        var before = visitor.signIn(LOGIN, ConsoleUnderTest.PASSWORD);
        var words = "four words of my own";
        person.post(
                "/password",
                "/password",
                Map.of("current", ConsoleUnderTest.PASSWORD, "wanted", words, "repeated", words));
        assertEquals(401, second(visitor, before, figures()).statusCode());
    }

    @Test
    void believesNoHalfSignInThatItDidNotMake() {
        var visitor = console.visitor();
        for (var forged :
                List.of("", LOGIN, LOGIN + "_99999999999999_AAAA", LOGIN + "_x_y", "nobody_1_AAAA", LOGIN + "_1_=")) {
            assertEquals(
                    401,
                    visitor.post("/login", "/login/second", Map.of("token", forged, "figures", figures()))
                            .statusCode(),
                    forged);
        }
    }

    @Test
    void isTakenAwayWithThePasswordOnly() {
        var page = "/account/second-factor/removal";
        assertEquals(
                422, person.post("/account", page, Map.of("current", "wrong")).statusCode());
        assertEquals(
                303,
                person.post("/account", page, Map.of("current", ConsoleUnderTest.PASSWORD))
                        .statusCode());

        assertEquals(
                303, console.visitor().signIn(LOGIN, ConsoleUnderTest.PASSWORD).statusCode());
    }

    @Test
    void keepsTheSecretSealed() {
        var kept = console.database.read(handle -> handle.createQuery("SELECT secret FROM second_factor")
                .mapTo(byte[].class)
                .one());

        assertFalse(new String(kept, StandardCharsets.ISO_8859_1)
                .contains(new String(secret, StandardCharsets.ISO_8859_1)));
        assertEquals(12 + Totp.SECRET_BYTES + 16, kept.length);
    }

    private HttpResponse<String> second(Visitor visitor, HttpResponse<String> half, String typed) {
        return visitor.post("/login", "/login/second", Map.of("token", found(HALF, half.body()), "figures", typed));
    }

    private String figures() {
        return Totp.figures(secret, console.clock.instant().getEpochSecond() / 30);
    }

    private static String found(Pattern pattern, String body) {
        var found = pattern.matcher(body);
        assertTrue(found.find(), body);
        return found.group(1);
    }

    private static byte[] base32(String typed) {
        var out = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (var each : typed.replace(" ", "").toCharArray()) {
            buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(each);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.write(buffer >> bits);
            }
        }
        return out.toByteArray();
    }
}
