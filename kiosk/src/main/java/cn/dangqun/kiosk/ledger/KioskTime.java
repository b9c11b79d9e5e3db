package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.ClockReading.Decided;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What this kiosk knows about the time. May be used from any thread.
final class KioskTime {
    /// A step of this size is written down at once.
    static final Duration STEP = Duration.ofSeconds(1);

    private static final Duration GRAIN = Duration.ofMinutes(10);

    private final KioskClock clock;
    private volatile Optional<Anchor> anchor = Optional.empty();
    private volatile Optional<Anchor> kept = Optional.empty();
    private volatile Optional<ClockReading> last = Optional.empty();
    private volatile ByteString lastFact = ByteString.EMPTY;

    KioskTime(KioskClock clock) {
        this.clock = clock;
    }

    Optional<Anchor> anchor() {
        return anchor;
    }

    /// What the file says; what was learnt since this process began is newer.
    void remember(Optional<Anchor> onDisk) {
        kept = onDisk;
        if (anchor.isEmpty()) {
            anchor = onDisk;
        }
    }

    void committed(LedgerHead head) {
        last = head.lastClock();
        lastFact = head.lastHash();
    }

    Decided now() {
        return judge(clock.read());
    }

    Decided judge(ClockReading reading) {
        return ClockGuard.judge(reading, new ClockGuard.Memory(anchor, last, lastFact));
    }

    /// Somebody who knows says what time it is. The anchor, if it should be written down.
    Optional<Anchor> learn(Instant instant, ClockQuality quality) {
        var now = clock.read();
        var known = new Anchor(now.bootId(), now.sinceBoot(), instant, quality, lastFact);
        anchor = Optional.of(known);
        return isNews(known, now) ? anchor : Optional.empty();
    }

    private boolean isNews(Anchor known, ClockReading now) {
        return kept.filter(before -> before.isOf(now) && before.quality() == known.quality())
                .filter(before -> known.sinceBoot().minus(before.sinceBoot()).compareTo(GRAIN) < 0)
                .filter(before -> Duration.between(before.carriedTo(now), known.instant())
                                .abs()
                                .compareTo(STEP)
                        < 0)
                .isEmpty();
    }

    void kept(Anchor known) {
        kept = Optional.of(known);
    }

    /// On the disk already.
    void confirmed(Anchor known) {
        anchor = Optional.of(known);
        kept = anchor;
    }
}
