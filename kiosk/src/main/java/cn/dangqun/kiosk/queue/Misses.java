package cn.dangqun.kiosk.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Slows down whoever guesses numbers or codes, over all visits: [#FREE] that nobody has in [#WINDOW], also with
/// others between them; then nobody is told anything until the oldest is [#WINDOW] ago. Wrong digits that a check
/// digit catches are no guesses. Safe for use from several threads.
public final class Misses {
    public static final int FREE = 5;
    public static final Duration WINDOW = Duration.ofMinutes(10);

    private final Deque<Instant> missed = new ArrayDeque<>();

    /// Empty while one may ask.
    public synchronized Optional<Instant> pausedUntil(Instant now) {
        while (!missed.isEmpty() && !missed.getFirst().plus(WINDOW).isAfter(now)) {
            missed.removeFirst();
        }
        return missed.size() < FREE
                ? Optional.empty()
                : Optional.of(missed.getFirst().plus(WINDOW));
    }

    public synchronized void miss(Instant now) {
        missed.addLast(now);
    }
}
