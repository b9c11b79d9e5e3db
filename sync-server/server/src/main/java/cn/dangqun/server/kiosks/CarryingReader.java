package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.wire.FactRecord;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// Reads what a kiosk carried from others that nobody allowed it to.
final class CarryingReader {
    /// How many records wait, by the kiosk that first wrote them.
    Map<String, Integer> waiting(Handle handle, KioskId kiosk) {
        var waiting = new TreeMap<String, Integer>();
        handle.createQuery("""
                        SELECT f.record FROM chain c
                        JOIN fact_quarantine q ON q.street = 1 AND q.chain = c.number AND q.reason = 'NOT_ITS_OWN'
                        JOIN fact f ON f.street = 1 AND f.chain = q.chain AND f.seq = q.seq
                        WHERE c.street = 1 AND c.kiosk = ?""")
                .bind(0, kiosk.value())
                .map((row, ignored) -> origin(row.getBytes("record")))
                .forEach(each -> each.ifPresent(origin -> waiting.merge(origin, 1, Integer::sum)));
        return waiting;
    }

    private static Optional<String> origin(byte[] record) {
        try {
            return Optional.of(FactRecord.parseFrom(record).getCarried().getKiosk());
        } catch (InvalidProtocolBufferException unreadable) {
            return Optional.empty();
        }
    }
}
