package cn.dangqun.devices.api;

import java.time.Duration;

/// One signal: a lamp for a while, with short beeps at its beginning.
public record Signal(Lamp lamp, Duration lit, int beeps) {
    private static final Duration LIT_MAX = Duration.ofSeconds(30);
    private static final int BEEPS_MAX = 5;

    /// It counts, or did already.
    public static final Signal ACCEPTED = new Signal(Lamp.GREEN, Duration.ofSeconds(2), 1);
    /// Look at the screen: choose, place the card again.
    public static final Signal LOOK = new Signal(Lamp.AMBER, Duration.ofSeconds(3), 2);
    /// It does not count.
    public static final Signal REFUSED = new Signal(Lamp.RED, Duration.ofSeconds(3), 3);

    public enum Lamp {
        GREEN,
        AMBER,
        RED
    }

    public Signal {
        if (lit.isNegative() || lit.isZero() || lit.compareTo(LIT_MAX) > 0) {
            throw new IllegalArgumentException("a lamp is lit for up to " + LIT_MAX);
        }
        if (beeps < 0 || beeps > BEEPS_MAX) {
            throw new IllegalArgumentException("a signal has at most " + BEEPS_MAX + " beeps");
        }
    }
}
