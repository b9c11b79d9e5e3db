package cn.dangqun.devices.drivers.scanner;

import cn.dangqun.domain.credential.Credential;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Set;

/// Turns the `input_event` records of a scanner that plays keyboard into texts: Enter or Tab ends one, a pause longer
/// than the gap drops what came before it. Time is the kernel's own, so that a busy kiosk does not tear a scan.
/// Caps Lock is ignored on purpose: it belongs to the desktop's keyboard, not to this device.
final class KeyEvents {
    /// `struct input_event` of a 64-bit kernel: seconds (8), microseconds (8), type (2), code (2), value (4).
    static final int RECORD_BYTES = 24;

    static final int TYPE_SYNC = 0;
    static final int TYPE_KEY = 1;
    private static final int SYNC_DROPPED = 3;
    static final int RELEASED = 0;
    static final int PRESSED = 1;
    static final Set<Integer> SHIFTS = Set.of(42, 54);
    private static final Set<Integer> CONTROLS = Set.of(29, 56, 97, 100, 125, 126);
    static final Set<Integer> ENDS = Set.of(15, 28, 96);

    private final long gapMicros;
    private final ScanSink sink;
    private final ByteBuffer record = ByteBuffer.allocate(RECORD_BYTES).order(ByteOrder.nativeOrder());
    private final StringBuilder text = new StringBuilder();
    private boolean isShifted;
    private boolean isTorn;
    private long lastMicros;

    KeyEvents(Duration gap, ScanSink sink) {
        this.gapMicros = gap.toNanos() / 1000;
        this.sink = sink;
    }

    /// Takes bytes as they come; a record may be split anywhere.
    void feed(byte[] bytes, int count) {
        for (var i = 0; i < count; i++) {
            record.put(bytes[i]);
            if (!record.hasRemaining()) {
                record.flip();
                var micros = record.getLong() * 1_000_000 + record.getLong();
                take(micros, record.getShort() & 0xFFFF, record.getShort() & 0xFFFF, record.getInt());
                record.clear();
            }
        }
    }

    private void take(long micros, int type, int code, int value) {
        if (type == TYPE_SYNC && code == SYNC_DROPPED) {
            isTorn = true; // the kernel's own queue ran over: keys are missing, perhaps the release of Shift
            isShifted = false;
        }
        if (type != TYPE_KEY) {
            return;
        }
        if (SHIFTS.contains(code)) {
            isShifted = value != RELEASED;
        } else if (value == PRESSED) { // 2 is the autorepeat of a held key
            press(micros, code);
        }
    }

    private void press(long micros, int code) {
        if (micros - lastMicros > gapMicros || micros < lastMicros) {
            forget();
        }
        lastMicros = micros;
        if (ENDS.contains(code)) {
            end();
        } else if (CONTROLS.contains(code)) {
            isTorn = true; // Alt with figures is how some scanners send what no key types: not readable by keys
        } else if (text.length() == Credential.Code.MAX_LENGTH) {
            isTorn = true;
        } else {
            UsLayout.character(code, isShifted).ifPresent(text::append);
        }
    }

    private void end() {
        if (isTorn) {
            sink.unusable("keys that make no text");
        } else if (!text.isEmpty()) {
            sink.scanned(text.toString());
        }
        forget();
    }

    private void forget() {
        text.setLength(0);
        isTorn = false;
    }
}
