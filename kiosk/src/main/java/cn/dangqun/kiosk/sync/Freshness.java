package cn.dangqun.kiosk.sync;

import java.time.Duration;
import java.time.Instant;

/// How long the street has not been heard of, in the steps staff act on (F-61).
public enum Freshness {
    FRESH,
    /// More than a day
    STALE,
    /// More than a week, or never
    LOST;

    public static final Duration STALE_AFTER = Duration.ofHours(24);
    public static final Duration LOST_AFTER = Duration.ofDays(7);

    public static Freshness of(SyncStatus status, Instant now) {
        return status.lastContact()
                .map(last -> ofAge(Duration.between(last, now)))
                .orElse(LOST);
    }

    private static Freshness ofAge(Duration age) {
        if (age.compareTo(LOST_AFTER) > 0) {
            return LOST;
        }
        return age.compareTo(STALE_AFTER) > 0 ? STALE : FRESH;
    }
}
