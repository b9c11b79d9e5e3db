package cn.dangqun.kiosk.ledger;

import cn.dangqun.store.SealedBytes;
import java.util.List;

/// A ledger file that was set aside, as far as it can still be read. `facts` are in the order to carry them over;
/// `unreadable` are lost and were not acknowledged; `mayMiss`: nobody knows where that ledger ended; `locked`: it is
/// sealed with a key that is not here, so that all of it waits.
record Wreck(
        String file,
        List<KeptFact> facts,
        CarryOver carryOver,
        List<SealedBytes> attachments,
        long unreadable,
        boolean mayMiss,
        boolean locked) {
    Wreck {
        facts = List.copyOf(facts);
        attachments = List.copyOf(attachments);
    }
}
