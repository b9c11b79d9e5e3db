package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.ClockReading.Decided;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/// The one clock by which the kiosk decides (OQ-21, F-74). Who knows the time decides: the street as heard in
/// this boot, a time service, staff. Where nobody does, the machine's own clock is believed as long as it can
/// be: not before what is known to have been, nor further on than has passed, nor beyond the life of this
/// program. What the clocks said is recorded beside it as it is.
public final class ClockGuard {
    /// How far a clock may be set without a question.
    public static final Duration TOLERANCE = Duration.ofMinutes(2);

    /// This program did not run before.
    public static final Instant EARLIEST = Instant.parse("2026-06-01T00:00:00Z");

    /// Nor is it meant to run so long: a machine that has lost its time may show any year.
    public static final Instant LATEST =
            EARLIEST.atZone(ZoneOffset.UTC).plusYears(10).toInstant();

    private ClockGuard() {}

    /// What the kiosk remembers: when it last knew the time, and its newest fact with that one's chain hash.
    record Memory(Optional<Anchor> anchor, Optional<ClockReading> last, ByteString lastFact) {
        /// What was recorded before somebody said what time it is proves nothing any more.
        Optional<ClockReading> provingLast() {
            return anchor.filter(known -> known.lastFact().equals(lastFact)).isPresent() ? Optional.empty() : last;
        }
    }

    static Decided judge(ClockReading now, Memory memory) {
        return memory.anchor()
                .filter(anchor -> anchor.isOf(now))
                .map(anchor -> new Decided(anchor.carriedTo(now), anchor.quality()))
                .orElseGet(() -> byItself(now, memory));
    }

    private static Decided byItself(ClockReading now, Memory memory) {
        var earliest = earliest(now, memory);
        boolean can =
                !now.wall().isBefore(earliest.minus(TOLERANCE)) && now.wall().isBefore(latest(now, memory));
        if (now.sinceCorrection().isPresent() && (can || isCorrectedSince(now, memory.last()))) {
            return new Decided(now.wall(), ClockQuality.NETWORK);
        }
        return can ? new Decided(now.wall(), ClockQuality.UNCHECKED) : new Decided(earliest, ClockQuality.DOUBTFUL);
    }

    /// Everything that has certainly been, carried on by what has certainly passed.
    private static Instant earliest(ClockReading now, Memory memory) {
        return Stream.of(
                        Optional.of(EARLIEST),
                        memory.anchor().map(anchor -> anchor.carriedTo(now)),
                        memory.provingLast().map(last -> last.instant().plus(passed(now, last))))
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElse(EARLIEST);
    }

    /// Within one boot the monotonic clock says how much later it is than at the last fact; whoever was off may
    /// have been off for long.
    private static Instant latest(ClockReading now, Memory memory) {
        return memory.provingLast()
                .filter(now::isSameBoot)
                .map(last -> last.instant().plus(passed(now, last)).plus(TOLERANCE))
                .filter(LATEST::isAfter)
                .orElse(LATEST);
    }

    private static Duration passed(ClockReading now, ClockReading last) {
        return now.isSameBoot(last) ? now.sinceBoot().minus(last.sinceBoot()) : now.sinceBoot();
    }

    /// A correction after the last fact means that the last fact's clock was the wrong one.
    private static boolean isCorrectedSince(ClockReading now, Optional<ClockReading> last) {
        return now.sinceCorrection()
                .map(age -> now.sinceBoot().minus(age))
                .filter(corrected -> last.filter(now::isSameBoot)
                        .map(before -> corrected.compareTo(before.sinceBoot()) >= 0)
                        .orElse(true))
                .isPresent();
    }
}
