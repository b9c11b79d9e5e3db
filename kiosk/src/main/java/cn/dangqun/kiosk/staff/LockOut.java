package cn.dangqun.kiosk.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How many wrong PINs in a row, and until when nobody may try. Five tries are free; then one, after 1, 2, 5, 15 and at
/// last every 60 minutes (F-80).
record LockOut(int wrong, Optional<Instant> until) {
    static final int FREE_TRIES = 5;
    static final LockOut NONE = new LockOut(0, Optional.empty());
    private static final int[] MINUTES = {1, 2, 5, 15, 60};

    boolean isLockedAt(Instant now) {
        return until.filter(now::isBefore).isPresent();
    }

    LockOut afterWrong(Instant now) {
        int count = wrong + 1;
        if (count < FREE_TRIES) {
            return new LockOut(count, Optional.empty());
        }
        int minutes = MINUTES[Math.min(count - FREE_TRIES, MINUTES.length - 1)];
        return new LockOut(count, Optional.of(now.plus(Duration.ofMinutes(minutes))));
    }

    /// Tries left before a lock-out, including none.
    int triesLeft() {
        return Math.max(0, FREE_TRIES - wrong);
    }
}
