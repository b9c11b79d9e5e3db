package cn.dangqun.domain.fact;

import java.util.Optional;

/// A fact as it stands in a ledger: what, which number, and what the clocks said. `carried` says where it was first
/// written, when it was carried over from another ledger.
public record RecordedFact(FactId id, ClockReading clock, Fact fact, Optional<Origin> carried) {
    public RecordedFact(FactId id, ClockReading clock, Fact fact) {
        this(id, clock, fact, Optional.empty());
    }
}
