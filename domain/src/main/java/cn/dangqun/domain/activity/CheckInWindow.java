package cn.dangqun.domain.activity;

import java.time.Duration;
import java.time.Instant;

/// When a kiosk accepts check-ins (F-14) and from when they count as late (F-12). `opens ≤ lateAfter ≤ closes`.
public record CheckInWindow(Instant opens, Instant lateAfter, Instant closes) {
    public static final Duration DEFAULT_LEAD = Duration.ofMinutes(30);
    public static final Duration DEFAULT_GRACE = Duration.ofMinutes(10);

    public CheckInWindow {
        if (opens.isAfter(lateAfter) || lateAfter.isAfter(closes)) {
            throw new IllegalArgumentException("a check-in window opens, then turns late, then closes");
        }
    }

    public static CheckInWindow around(Instant starts, Instant ends) {
        return new CheckInWindow(starts.minus(DEFAULT_LEAD), starts.plus(DEFAULT_GRACE), ends);
    }

    /// Closed for good, whatever a clock says later.
    public CheckInWindow shut() {
        return new CheckInWindow(opens, opens, opens);
    }

    /// Both ends belong to the window.
    public boolean isOpenAt(Instant now) {
        return !now.isBefore(opens) && !now.isAfter(closes);
    }

    public boolean isLateAt(Instant now) {
        return now.isAfter(lateAfter);
    }
}
