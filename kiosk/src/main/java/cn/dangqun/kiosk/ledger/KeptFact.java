package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.Origin;
import cn.dangqun.protocol.CarriedRecord;
import cn.dangqun.protocol.UnreadableException;
import com.google.protobuf.ByteString;
import java.util.HexFormat;

/// A fact as it stands in a ledger that ends, its chain verified.
record KeptFact(FactId id, ByteString record, ByteString hash, long wallMillis) {
    /// Its origin, if it was first written there.
    Origin here() {
        return new Origin(id, HexFormat.of().formatHex(hash.toByteArray()));
    }

    /// Its origin, however often it was carried.
    ///
    /// @throws UnreadableException when the bytes are no record of this number
    Origin origin() throws UnreadableException {
        return CarriedRecord.originOf(record.toByteArray(), here());
    }
}
