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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    private static final Logger LOG = LoggerFactory.getLogger(Arrived.class);

    static Arrived of(FactId id, ByteString record, ByteString hash) {
        try {
            var parsed = FactRecord.parseFrom(record);
            return read(id, record, hash, GuestSeal.namesACard(parsed), parsed);
        } catch (InvalidProtocolBufferException e) {
            return new Arrived(id, record, hash, false, null, Quarantined.Reason.UNREADABLE);
        }
    }

    /// Whatever reading it breaks, the connection goes on: the record is set aside and those behind it arrive.
    private static Arrived read(FactId id, ByteString record, ByteString hash, boolean namesACard, FactRecord parsed) {
        try {
            var fact = FactCodec.decode(id.kiosk(), id.epoch(), parsed);
            return new Arrived(id, record, hash, namesACard, fact, null);
        } catch (UnreadableException e) {
            var reason = switch (e.fault()) {
                case MALFORMED -> Quarantined.Reason.UNREADABLE;
                case UNKNOWN_KIND -> Quarantined.Reason.UNKNOWN_KIND;
            };
            return new Arrived(id, record, hash, namesACard, null, reason);
        } catch (RuntimeException e) {
            LOG.error("record {} failed and is set aside", id, e);
            return new Arrived(id, record, hash, namesACard, null, Quarantined.Reason.FAILED);
        }
    }

    long seq() {
        return id.seq();
    }
}
