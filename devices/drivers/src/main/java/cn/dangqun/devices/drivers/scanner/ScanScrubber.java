package cn.dangqun.devices.drivers.scanner;

import cn.dangqun.devices.drivers.qr.CodeText;
import cn.dangqun.devices.recording.Scrubber;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Puts made-up lines in place of scanned ones, in the same character set, and leaves the line ends. What is in no
/// character set this driver reads for sure stays unreadable.
final class ScanScrubber implements Scrubber {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte NO_CHARACTER = (byte) 0x80;
    private static final int DRAWS = 64;

    private final StandIn standIn = new StandIn();

    @Override
    public byte[] received(byte[] bytes) {
        var scrubbed = bytes.clone();
        int start = 0;
        for (int at = 0; at <= bytes.length; at++) {
            if (at == bytes.length || bytes[at] == '\r' || bytes[at] == '\n') {
                var line = scrubbedLine(Arrays.copyOfRange(bytes, start, at));
                System.arraycopy(line, 0, scrubbed, start, line.length);
                start = at + 1;
            }
        }
        return scrubbed;
    }

    private byte[] scrubbedLine(byte[] line) {
        var charset = CodeText.charsetOf(line).orElse(StandardCharsets.ISO_8859_1);
        if (!charset.equals(StandardCharsets.UTF_8) && !charset.equals(GB18030)) {
            return unreadable(line);
        }
        var text = new String(line, charset);
        for (int draw = 0; draw < DRAWS; draw++) {
            var made = standIn.of(text, charset, draw).getBytes(charset);
            // short Chinese may by chance be good bytes of another character set
            if (CodeText.charsetOf(made).filter(charset::equals).isPresent()) {
                return made;
            }
        }
        return unreadable(line);
    }

    private byte[] unreadable(byte[] line) {
        var signs = new byte[line.length];
        for (int i = 0; i < line.length; i++) {
            signs[i] = line[i] < 0 ? (byte) '?' : line[i];
        }
        var made = standIn.of(new String(signs, StandardCharsets.US_ASCII), StandardCharsets.US_ASCII, 0)
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < line.length; i++) {
            made[i] = line[i] < 0 ? NO_CHARACTER : made[i];
        }
        return made;
    }
}
