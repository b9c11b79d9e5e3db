package cn.dangqun.domain.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the kiosk's clocks said at the moment of the tap (F-58), and by which time the kiosk decided. The server
/// adds its own receive time and rewrites nothing.
///
/// `bootId` and `sinceBoot` order facts of one boot even when the wall clock jumps. `sinceCorrection` is empty when
/// the clock was never set from the network since boot; `lastCorrection` is how far it was moved then (signed).
/// `decided` is empty before a kiosk has decided, and in what was recorded by older versions.
public record ClockReading(
        Instant wall,
        String bootId,
        Duration sinceBoot,
        Optional<Duration> sinceCorrection,
        Optional<Duration> lastCorrection,
        Optional<Decided> decided) {
    public ClockReading {
        if (bootId.isBlank() || bootId.length() > 64 || sinceBoot.isNegative()) {
            throw new IllegalArgumentException("a clock reading needs a boot id and a monotonic offset");
        }
    }

    public ClockReading(
            Instant wall,
            String bootId,
            Duration sinceBoot,
            Optional<Duration> sinceCorrection,
            Optional<Duration> lastCorrection) {
        this(wall, bootId, sinceBoot, sinceCorrection, lastCorrection, Optional.empty());
    }

    /// The time that counts, and how far it is to be believed.
    public record Decided(Instant instant, ClockQuality quality) {}

    public ClockReading decided(Decided by) {
        return new ClockReading(wall, bootId, sinceBoot, sinceCorrection, lastCorrection, Optional.of(by));
    }

    /// The time that counts.
    public Instant instant() {
        return decided.map(Decided::instant).orElse(wall);
    }

    public ClockQuality quality() {
        return decided.map(Decided::quality)
                .orElse(sinceCorrection.isPresent() ? ClockQuality.NETWORK : ClockQuality.UNCHECKED);
    }

    public boolean isSameBoot(ClockReading other) {
        return bootId.equals(other.bootId);
    }
}
