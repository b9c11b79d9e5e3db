package cn.dangqun.server.ledger;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.store.SealedBytes;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// SQL of sealed attachments (DESIGN §4, OQ-39).
public record AttachmentStore(Handle handle) {
    /// Bringing one again changes nothing, also when it was forgotten here meanwhile.
    void keep(SealedBytes bytes, KioskId kiosk, long now) {
        handle.execute(
                "INSERT INTO attachment (street, id, sealed, secret, kiosk, received_at) VALUES (1, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (street, id) DO NOTHING",
                HexFormat.of().parseHex(bytes.id()),
                bytes.sealed(),
                bytes.key(),
                kiosk.value(),
                now);
    }

    /// Empty when it has not come, or is forgotten.
    public Optional<SealedBytes> find(SealedId id) {
        return handle.createQuery(
                        "SELECT sealed, secret FROM attachment WHERE street = 1 AND id = ? AND secret IS NOT NULL")
                .bind(0, HexFormat.of().parseHex(id.hex()))
                .map((row, ignored) -> new SealedBytes(row.getBytes("sealed"), row.getBytes("secret")))
                .findOne();
    }

    /// Whether it came and its time is over.
    public boolean isForgotten(SealedId id) {
        return handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM attachment WHERE street = 1 AND id = ? AND secret IS NULL)")
                .bind(0, HexFormat.of().parseHex(id.hex()))
                .mapTo(Boolean.class)
                .one();
    }

    /// Destroys the key and what it sealed.
    public void forget(SealedId id) {
        handle.execute(
                "UPDATE attachment SET sealed = x'', secret = NULL WHERE street = 1 AND id = ?",
                HexFormat.of().parseHex(id.hex()));
    }
}
