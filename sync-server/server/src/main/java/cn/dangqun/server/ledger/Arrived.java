package cn.dangqun.server.ledger;

import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.protocol.wire.FactRecord;
import cn.dangqun.protocol.wire.Quarantined;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.jspecify.annotations.Nullable;

/// A record and all that follows from its bytes alone, found out once and before it comes to the writer. `hash` is
/// the chain's after it; `fact` is null where the bytes are none that this program knows, and then `objection` says
/// why.
record Arrived(
        FactId id,
        ByteString record,
        ByteString hash,
        boolean namesACard,
        @Nullable RecordedFact fact,
        Quarantined.@Nullable Reason objection) {
    static Arrived of(FactId id, ByteString record, ByteString hash) {
        try {
            var parsed = FactRecord.parseFrom(record);
            return read(id, record, hash, GuestSeal.namesACard(parsed), parsed);
        } catch (InvalidProtocolBufferException e) {
            return new Arrived(id, record, hash, false, null, Quarantined.Reason.UNREADABLE);
        }
    }

    private static Arrived read(FactId id, ByteString record, ByteString hash, boolean namesACard, FactRecord parsed) {
        try {
            var fact = FactCodec.decode(id.kiosk(), id.epoch(), parsed);
            return new Arrived(id, record, hash, namesACard, fact, null);
        } catch (UnreadableException e) {
            return new Arrived(
                    id,
                    record,
                    hash,
                    namesACard,
                    null,
                    switch (e.fault()) {
                        case MALFORMED -> Quarantined.Reason.UNREADABLE;
                        case UNKNOWN_KIND -> Quarantined.Reason.UNKNOWN_KIND;
                    });
        }
    }

    long seq() {
        return id.seq();
    }
}
