package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.RecordedFact;
import java.util.Optional;

/// A fact that the street has set aside for people, and its word why. `recorded` is empty where this program cannot
/// read it.
public record ParkedFact(long seq, String reason, Optional<RecordedFact> recorded) {}
