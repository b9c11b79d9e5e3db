package cn.dangqun.devices.drivers.scanner;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Writes the records a kernel would write for a keyboard.
final class Typist {
    static final int ENTER = 28;
    static final int SHIFT = 42;
    static final int ALT = 56;

    private final ByteArrayOutputStream records = new ByteArrayOutputStream();
    private long micros = 1_000_000_000L;

    Typist type(String text, int gapMillis) {
        text.chars().forEach(character -> {
            micros += gapMillis * 1000L;
            var isShifted = key((char) character, false) < 0;
            var code = key((char) character, isShifted);
            if (isShifted) {
                event(1, SHIFT, 1);
            }
            stroke(code);
            if (isShifted) {
                event(1, SHIFT, 0);
            }
        });
        return this;
    }

    Typist enter() {
        return stroke(ENTER);
    }

    Typist stroke(int code) {
        event(1, code, 1);
        event(0, 0, 0);
        event(1, code, 0);
        return event(0, 0, 0);
    }

    Typist pause(int millis) {
        micros += millis * 1000L;
        return this;
    }

    Typist event(int type, int code, int value) {
        records.writeBytes(ByteBuffer.allocate(24)
                .order(ByteOrder.nativeOrder())
                .putLong(micros / 1_000_000)
                .putLong(micros % 1_000_000)
                .putShort((short) type)
                .putShort((short) code)
                .putInt(value)
                .array());
        return this;
    }

    byte[] records() {
        return records.toByteArray();
    }

    private static int key(char character, boolean isShifted) {
        for (var code = 0; code < 70; code++) {
            if (UsLayout.character(code, isShifted).filter(c -> c == character).isPresent()) {
                return code;
            }
        }
        return -1;
    }
}
