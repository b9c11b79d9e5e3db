package cn.dangqun.protocol;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.StreetFact;
import cn.dangqun.protocol.wire.FactRecord;
import cn.dangqun.protocol.wire.ParkedSettled;

/// The street's own facts, to messages and back.
final class StreetCodec {
    private StreetCodec() {}

    static void encode(StreetFact fact, FactRecord.Builder record) {
        switch (fact) {
            case StreetFact.ParkedSettled f ->
                record.setParkedSettled(ParkedSettled.newBuilder()
                        .setKiosk(f.record().kiosk().value())
                        .setEpoch(f.record().epoch().hex())
                        .setSeq(f.record().seq())
                        .setSettlement(
                                ParkedSettled.Settlement.valueOf(f.settlement().name()))
                        .setLogin(f.login())
                        .setReason(f.reason()));
        }
    }

    static StreetFact decode(FactRecord record) {
        var f = record.getParkedSettled();
        return new StreetFact.ParkedSettled(
                new FactId(new KioskId(f.getKiosk()), new Epoch(f.getEpoch()), f.getSeq()),
                StreetFact.Settlement.valueOf(f.getSettlement().name()),
                f.getLogin(),
                f.getReason());
    }
}
