package cn.dangqun.domain.fact;

/// A fact as it stands in a ledger: what, which number, and what the clocks said.
public record RecordedFact(FactId id, ClockReading clock, Fact fact) {}
