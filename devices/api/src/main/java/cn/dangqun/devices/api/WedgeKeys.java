package cn.dangqun.devices.api;

import cn.dangqun.domain.credential.Credential;
import java.time.Duration;
import java.util.Optional;

/// Tells a keyboard-wedge scanner from a person among the keys a window gets: a scan begins with a prefix that nobody
/// types, its keys follow quickly, and Enter ends it. Pure; for one thread. The last resort where the scanner can be
/// neither a serial port nor a device of its own.
public final class WedgeKeys {
    private final char prefix;
    private final long gapNanos;
    private final int shortest;
    private final StringBuilder text = new StringBuilder();
    private boolean isScanning;
    private boolean isTooLong;
    private long lastNanos;

    /// `prefix`: the character the scanner is set to send first, such as `~`. `gap`: the longest pause within a scan;
    /// 150 ms, since a busy window sees keys late. `shortest`: fewer characters are no code.
    public WedgeKeys(char prefix, Duration gap, int shortest) {
        if (prefix < ' ' || Character.isLetterOrDigit(prefix)) {
            throw new IllegalArgumentException("the prefix must be a sign that nobody types");
        }
        this.prefix = prefix;
        this.gapNanos = gap.toNanos();
        this.shortest = shortest;
    }

    /// What to do with a key: `isConsumed` keeps it from the window; `scan` is there when it completed one.
    public record Step(boolean isConsumed, Optional<Credential.Code> scan) {
        private static final Step LEAVE = new Step(false, Optional.empty());
        private static final Step CONSUME = new Step(true, Optional.empty());
    }

    /// A character was typed; Enter is `\r` or `\n`. `nanos`: a monotonic clock, such as `System.nanoTime()`.
    public Step typed(char character, long nanos) {
        var isWithin = isScanning(nanos);
        lastNanos = nanos;
        if (character == '\r' || character == '\n') {
            return isWithin ? finish() : stop();
        }
        if (!isWithin) {
            return character == prefix ? begin() : stop();
        }
        isTooLong |= text.length() == Credential.Code.MAX_LENGTH;
        if (!isTooLong && character >= ' ') {
            text.append(character);
        }
        return Step.CONSUME;
    }

    /// True while a scan runs: presses and releases of keys, too, are kept from the window then, or Enter would fire
    /// its default button.
    public boolean isScanning(long nanos) {
        return isScanning && nanos - lastNanos <= gapNanos;
    }

    private Step begin() {
        isScanning = true;
        isTooLong = false;
        text.setLength(0);
        return Step.CONSUME;
    }

    private Step finish() {
        isScanning = false;
        var isCode = !isTooLong && text.length() >= shortest;
        return new Step(true, isCode ? Optional.of(new Credential.Code(text.toString())) : Optional.empty());
    }

    private Step stop() {
        isScanning = false;
        return Step.LEAVE;
    }
}
