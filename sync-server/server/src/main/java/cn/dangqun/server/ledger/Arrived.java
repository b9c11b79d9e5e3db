package cn.dangqun.server.ledger;

import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.protocol.wire.FactRecord;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.jspecify.annotations.Nullable;

/// A record that is new here: its bytes, the chain's hash after it, and its words, which are parsed once. `parsed`
/// is null where the bytes are no record.
record Arrived(
        FactId id,
        ByteString record,
        ByteString hash,
        @Nullable FactRecord parsed) {
    static Arrived of(FactId id, ByteString record, ByteString hash) {
        return new Arrived(id, record, hash, parsed(record));
    }

    private static @Nullable FactRecord parsed(ByteString record) {
        try {
            return FactRecord.parseFrom(record);
        } catch (InvalidProtocolBufferException e) {
            return null;
        }
    }

    long seq() {
        return id.seq();
    }

    /// @throws UnreadableException when the bytes are no fact that this program knows
    RecordedFact decoded() throws UnreadableException {
        return parsed == null
                ? FactCodec.decode(id.kiosk(), id.epoch(), record.toByteArray())
                : FactCodec.decode(id.kiosk(), id.epoch(), parsed);
    }
}
