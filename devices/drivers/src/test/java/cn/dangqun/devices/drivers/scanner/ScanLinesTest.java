package cn.dangqun.devices.drivers.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanLinesTest {
    private final Scans scans = new Scans();
    private final ScanLines lines = new ScanLines(scans);

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", "\r\r\n"})
    void endsALineAtAnySuffix(String suffix) {
        feed("DQ1:AB" + suffix + "DQ1:CD" + suffix, StandardCharsets.US_ASCII);

        assertEquals(List.of("DQ1:AB", "DQ1:CD"), scans.all);
    }

    @Test
    void readsUtf8AndGb18030() {
        feed("样例甲 A017\r", StandardCharsets.UTF_8);
        feed("样例甲 A017\r", Charset.forName("GB18030"));

        assertEquals(List.of("样例甲 A017", "样例甲 A017"), scans.all);
    }

    @Test
    void readsOneByteAtATime() {
        for (var value : "样例甲\r\n".getBytes(StandardCharsets.UTF_8)) {
            lines.feed(new byte[] {value}, 1);
        }

        assertEquals(List.of("样例甲"), scans.all);
    }

    @Test
    void dropsALineThatIsTooLongAndReadsTheNext() {
        feed("A".repeat(1_000_000) + "\rDQ1:AB\r", StandardCharsets.US_ASCII);

        assertEquals(List.of("?", "DQ1:AB"), scans.all);
    }

    @Test
    void readsALineOfFullLength() {
        feed("𠮷".repeat(512) + "\r", StandardCharsets.UTF_8);

        assertEquals(List.of("𠮷".repeat(512)), scans.all);
    }

    @Test
    void dropsAHalfLineAfterAPause() {
        feed("DQ1:HALF", StandardCharsets.US_ASCII);
        lines.pause();
        feed("DQ1:WHOLE\r", StandardCharsets.US_ASCII);

        assertEquals(List.of("DQ1:WHOLE"), scans.all);
    }

    @Test
    void reportsBytesOfNoCharacterSet() {
        lines.feed(new byte[] {'A', (byte) 0xFF, (byte) 0x80, (byte) 0xFE, 0, (byte) 0xFF, '\r'}, 7);

        assertEquals(List.of("?"), scans.all);
    }

    @Property
    void answersToAnyBytesWithTextsOfBoundedLength(@ForAll @Size(max = 5000) byte[] bytes) {
        var found = new Scans();
        var fuzzed = new ScanLines(found);

        fuzzed.feed(bytes, bytes.length);
        fuzzed.feed(new byte[] {'\r'}, 1);

        assertTrue(found.all.stream().allMatch(text -> text.length() <= 2048));
    }

    private void feed(String text, Charset charset) {
        var bytes = text.getBytes(charset);
        lines.feed(bytes, bytes.length);
    }
}
