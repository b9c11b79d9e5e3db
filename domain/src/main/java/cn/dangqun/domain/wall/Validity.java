package cn.dangqun.domain.wall;

import java.time.LocalDate;
import java.util.Optional;

/// The days on which a piece may hang; `until` is the last one, and empty means for good.
public record Validity(LocalDate from, Optional<LocalDate> until) {
    public Validity {
        if (until.filter(last -> last.isBefore(from)).isPresent()) {
            throw new IllegalArgumentException("what hangs from " + from + " cannot end before");
        }
    }

    public static Validity from(LocalDate day) {
        return new Validity(day, Optional.empty());
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !hasEndedBy(day);
    }

    /// Whether the last day lies before `day`.
    public boolean hasEndedBy(LocalDate day) {
        return until.filter(last -> last.isBefore(day)).isPresent();
    }
}
