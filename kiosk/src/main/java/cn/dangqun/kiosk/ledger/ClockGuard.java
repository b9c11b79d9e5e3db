package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.ClockReading;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Does not let a clock that lost its time reopen yesterday (F-74). The words of the clock are recorded as they are;
/// only the instant by which the kiosk decides is guarded.
public final class ClockGuard {
    /// How far a clock may be set back without a question.
    public static final Duration TOLERANCE = Duration.ofMinutes(2);

    private ClockGuard() {}

    /// `instant`: what to decide by. `behind`: how far the wall clock stands before the earliest possible time.
    public record Verdict(Instant instant, Optional<Duration> behind) {}

    /// `last`: the reading of the newest fact.
    public static Verdict judge(ClockReading now, Optional<ClockReading> last) {
        return last.filter(before -> !isCorrectedSince(now, before))
                .map(before -> earliest(now, before))
                .filter(earliest -> Duration.between(now.wall(), earliest).compareTo(TOLERANCE) > 0)
                .map(earliest -> new Verdict(earliest, Optional.of(Duration.between(now.wall(), earliest))))
                .orElseGet(() -> new Verdict(now.wall(), Optional.empty()));
    }

    /// The last fact, and what has certainly passed since then: in another boot, all of this boot.
    private static Instant earliest(ClockReading now, ClockReading last) {
        var passed = isSameBoot(now, last) ? now.sinceBoot().minus(last.sinceBoot()) : now.sinceBoot();
        return last.wall().plus(passed);
    }

    /// A correction after the last fact means that the last fact's clock was the wrong one.
    private static boolean isCorrectedSince(ClockReading now, ClockReading last) {
        return now.sinceCorrection()
                .map(age -> now.sinceBoot().minus(age))
                .filter(corrected -> !isSameBoot(now, last) || corrected.compareTo(last.sinceBoot()) >= 0)
                .isPresent();
    }

    private static boolean isSameBoot(ClockReading a, ClockReading b) {
        return a.bootId().equals(b.bootId());
    }
}
