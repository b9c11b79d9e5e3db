package cn.dangqun.devices.drivers.scanner;

import cn.dangqun.devices.drivers.qr.CodeText;
import cn.dangqun.domain.credential.Credential;
import java.util.Arrays;

/// Cuts the bytes of a serial scanner into lines that end in CR, LF or both, and reads each as text. Holds one line of
/// bounded length and nothing else; a longer one is dropped to its end.
final class ScanLines {
    /// No character takes more than four bytes.
    private static final int MAX_BYTES = Credential.Code.MAX_LENGTH * 4;

    private final ScanSink sink;
    private final byte[] line = new byte[MAX_BYTES];
    private int length;

    ScanLines(ScanSink sink) {
        this.sink = sink;
    }

    void feed(byte[] bytes, int count) {
        for (var i = 0; i < count; i++) {
            if (bytes[i] == '\r' || bytes[i] == '\n') {
                end();
            } else {
                if (length < MAX_BYTES) {
                    line[length] = bytes[i];
                }
                length = Math.min(length + 1, MAX_BYTES + 1); // a scanner that babbles for days must not count round
            }
        }
    }

    /// The line fell silent: a scanner sends a code in one go, so what is half there is torn and must not lead the
    /// next.
    void pause() {
        length = 0;
    }

    private void end() {
        if (length > MAX_BYTES) {
            sink.unusable("a line of more than " + MAX_BYTES + " bytes");
        } else if (length > 0) {
            CodeText.decodeStrictly(Arrays.copyOf(line, length))
                    .ifPresentOrElse(sink::scanned, () -> sink.unusable("bytes of no character set"));
        }
        length = 0;
    }
}
