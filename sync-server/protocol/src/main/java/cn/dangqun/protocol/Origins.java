package cn.dangqun.protocol;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.Origin;
import com.google.protobuf.ByteString;
import java.util.HexFormat;

/// Origins to messages and back.
final class Origins {
    private Origins() {}

    static cn.dangqun.protocol.wire.Origin encode(Origin origin) {
        return cn.dangqun.protocol.wire.Origin.newBuilder()
                .setKiosk(origin.id().kiosk().value())
                .setEpoch(origin.id().epoch().hex())
                .setSeq(origin.id().seq())
                .setHash(ByteString.copyFrom(HexFormat.of().parseHex(origin.hash())))
                .build();
    }

    /// @throws IllegalArgumentException when it names no fact
    static Origin decode(cn.dangqun.protocol.wire.Origin origin) {
        var id = new FactId(new KioskId(origin.getKiosk()), new Epoch(origin.getEpoch()), origin.getSeq());
        return new Origin(id, HexFormat.of().formatHex(origin.getHash().toByteArray()));
    }
}
