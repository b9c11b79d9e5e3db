package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.Epoch;
import java.util.List;
import java.util.Optional;

/// What a ledger says of itself at a hello. `firstKept`: the oldest number it still has, one more than the last
/// while it has none. `restart`: the street's decision by which it began. `isCarrying`: facts stand in it that were
/// carried over, which a street must understand.
public record LedgerIntroduction(
        Epoch epoch,
        long lastSeq,
        long firstKept,
        List<ChainPosition> marks,
        Optional<String> restart,
        boolean isCarrying) {
    public LedgerIntroduction {
        marks = List.copyOf(marks);
    }
}
