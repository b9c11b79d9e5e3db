package cn.dangqun.server.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /// RFC 6238, appendix B, and RFC 4226, appendix D.
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void showsWhatTheStandardShows(long second, String figures) {
        assertEquals(figures, Totp.figures(SECRET, second / 30));
    }

    @Test
    void takesFiguresHalfAMinuteOffAndNoneTwice() {
        var now = Instant.ofEpochSecond(1_111_111_111);
        long step = now.getEpochSecond() / 30;

        assertEquals(OptionalLong.of(step), Totp.step(SECRET, "050471", now, 0));
        assertEquals(OptionalLong.of(step), Totp.step(SECRET, "050471", now.plusSeconds(30), 0));
        assertEquals(OptionalLong.of(step), Totp.step(SECRET, "050471", now.minusSeconds(30), 0));
        assertEquals(OptionalLong.empty(), Totp.step(SECRET, "050471", now.plusSeconds(60), 0));
        assertEquals(OptionalLong.empty(), Totp.step(SECRET, "050471", now, step));
        assertEquals(OptionalLong.empty(), Totp.step(SECRET, "", now, 0));
    }

    /// RFC 4648, §10.
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesBase32(String text, String encoded) {
        assertEquals(encoded, Totp.base32(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
