package cn.dangqun.devices.drivers.scanner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.drivers.qr.CodeText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ScrubberTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @Property
    void noFourCharactersOfATextComeAgainInUtf8(@ForAll("texts") String text) {
        assertScrubbed(text, StandardCharsets.UTF_8);
    }

    @Property
    void noFourCharactersOfATextComeAgainInGb18030(@ForAll("texts") String text) {
        assertScrubbed(text, GB18030);
    }

    @Property
    void noByteOfATextInNoCharacterSetStaysInItsPlace(@ForAll @Size(max = 300) byte[] bytes) {
        var line = new String(bytes, StandardCharsets.ISO_8859_1)
                .replaceAll("[\r\n]", "-")
                .concat("\u0081")
                .getBytes(StandardCharsets.ISO_8859_1);

        var scrubbed = new ScanScrubber().received(line);

        assertEquals(line.length, scrubbed.length);
        if (CodeText.charsetOf(line).isEmpty()) {
            for (int at = 0; at < line.length; at++) {
                assertTrue(line[at] < 0 ? scrubbed[at] == -128 : isScrubbed(line[at], scrubbed[at]));
            }
        }
    }

    private static boolean isScrubbed(byte real, byte made) {
        return StandIn.isSign(real) ? real == made : real != made;
    }

    @Property
    void anyRecordsOfKeysKeepTheirLengthAndLoseTheirKeys(@ForAll @Size(max = 300) byte[] bytes) {
        assertEquals(bytes.length, new KeyScrubber().received(bytes).length);
    }

    private static void assertScrubbed(String text, Charset charset) {
        var bytes = text.getBytes(charset);

        var scrubbed = new ScanScrubber().received(bytes);

        assertEquals(bytes.length, scrubbed.length);
        if (CodeText.charsetOf(bytes).filter(charset::equals).isPresent()) {
            assertNoRunComesAgain(text, new String(scrubbed, charset));
        }
    }

    private static void assertNoRunComesAgain(String text, String scrubbed) {
        var real = text.codePoints().toArray();
        for (int at = 0; at + 4 <= real.length; at++) {
            var run = new String(real, at, 4);
            boolean isSigns = run.codePoints().allMatch(StandIn::isSign);
            assertFalse(!isSigns && scrubbed.contains(run), () -> run + " of " + text + " in " + scrubbed);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().numeric().ofMaxLength(60),
                Arbitraries.strings().withChars("AB-7 ").ofMaxLength(60),
                Arbitraries.strings().withChars("样例社区一二三甲乙 A017").ofMaxLength(60),
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.integers()
                        .between(0x20000, 0x2A6D6)
                        .map(Character::toString)
                        .list()
                        .ofMaxSize(20)
                        .map(list -> String.join("", list)));
    }

    @Test
    void keepsThePrefixOfMemberCodesSignsAndLineEnds() {
        var scrubbed = scrubbed("DQ1:A7 $%*\r\nb9/\t甲，\r", StandardCharsets.UTF_8);

        assertTrue(scrubbed.matches("DQ1:[A-Z][0-9] \\$%\\*\r\n[a-z][0-9]/\t\\p{IsHan}，\r"), scrubbed);
    }

    @Test
    void writesTheSameForTheSameInOneRecordingAndNothingLikeItInAnother() {
        var scrubber = new ScanScrubber();
        var code = "DQ1:7WM2AB7F77WM2\r".getBytes(StandardCharsets.US_ASCII);

        assertArrayEquals(scrubber.received(code), scrubber.received(code));
        assertFalse(Arrays.equals(scrubber.received(code), new ScanScrubber().received(code)));
    }

    @Test
    void oneCharacterOfGb18030StaysOne() {
        var scrubber = new ScanScrubber();
        for (var hanzi : List.of("甲", "乙", "丙", "丁", "样", "例", "社", "区", "街", "道")) {
            var scrubbed = scrubber.received(hanzi.getBytes(GB18030));

            assertEquals(GB18030, CodeText.charsetOf(scrubbed).orElseThrow());
            assertNotEquals(hanzi, new String(scrubbed, GB18030));
        }
    }

    @Test
    void whatIsInNoCharacterSetStaysUnreadable() {
        byte[] torn = {'A', '1', '-', (byte) 0x81};

        var scrubbed = new ScanScrubber().received(torn);

        assertTrue(CodeText.charsetOf(scrubbed).isEmpty());
        assertFalse(new String(scrubbed, StandardCharsets.ISO_8859_1).contains("A"));
    }

    @Test
    void recordsThatBeginWithinARecordShowNoKey() {
        var keys = new Typist().type("A017", 4).records();
        var scrubber = new KeyScrubber();

        scrubber.received(Arrays.copyOf(keys, 18));
        var rest = scrubber.received(Arrays.copyOfRange(keys, 18, keys.length));

        assertArrayEquals(new byte[6], Arrays.copyOf(rest, 6));
        for (int at = 6; at < rest.length; at += KeyEvents.RECORD_BYTES) {
            boolean isKey = rest[at + 16] == 1 && rest[at + 18] != Typist.SHIFT;
            assertFalse(isKey && rest[at + 18] == keys[18 + at + 18], "record at " + at);
        }
    }

    private static String scrubbed(String text, Charset charset) {
        return new String(new ScanScrubber().received(text.getBytes(charset)), charset);
    }
}
