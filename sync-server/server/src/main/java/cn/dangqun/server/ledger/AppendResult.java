package cn.dangqun.server.ledger;

import cn.dangqun.protocol.wire.Quarantined;
import cn.dangqun.protocol.wire.Refusal;
import java.util.List;

/// What a push comes to.
public sealed interface AppendResult {
    /// Everything up to `throughSeq` is durable; the quarantined ones are stored as bytes and parked for people (F-59).
    record Taken(long throughSeq, List<Quarantined> quarantined) implements AppendResult {
        public Taken {
            quarantined = List.copyOf(quarantined);
        }
    }

    /// Nothing of the push was taken. `detail` is for logs.
    record Refused(Refusal.Reason reason, String detail) implements AppendResult {}
}
