package cn.dangqun.domain.attendance;

import java.time.Instant;
import java.util.Comparator;

/// One freezing of a roll, as a kiosk or the street recorded it: when, whether that clock was good, and a name of the
/// record that decides between equals, the same for everybody who compares them.
public record Freezing(RollSnapshot roll, Instant at, boolean clockIsGood, String record)
        implements Comparable<Freezing> {
    private static final Comparator<Freezing> ORDER = Comparator.comparing(Freezing::clockIsGood)
            .reversed()
            .thenComparing(Freezing::at)
            .thenComparing(Freezing::record);

    /// The one that stands comes first: of those with a good clock the earliest.
    @Override
    public int compareTo(Freezing other) {
        return ORDER.compare(this, other);
    }
}
