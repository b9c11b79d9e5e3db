package cn.dangqun.domain.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the kiosk's clocks said at the moment of the tap (F-58). The server adds its own receive time and rewrites
/// nothing.
///
/// `bootId` and `sinceBoot` order facts of one boot even when the wall clock jumps. `sinceCorrection` is empty when the
/// clock
/// was never set from the network since boot; `lastCorrection` is how far it was moved then (signed).
public record ClockReading(
        Instant wall,
        String bootId,
        Duration sinceBoot,
        Optional<Duration> sinceCorrection,
        Optional<Duration> lastCorrection) {
    public ClockReading {
        if (bootId.isBlank() || bootId.length() > 64 || sinceBoot.isNegative()) {
            throw new IllegalArgumentException("a clock reading needs a boot id and a monotonic offset");
        }
    }

    /// Whether the wall clock was set from the network since boot: without that nobody knows how far it is off (OQ-21).
    public boolean isCorrected() {
        return sinceCorrection.isPresent();
    }
}
