package cn.dangqun.server.ledger;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.Origin;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Who may carry on whose ledger. Whoever copied a disk knows the epoch and the hashes on it, so that knowing them
/// gives no right: otherwise one kiosk could end the ledger of another, or undo its check-ins.
public record Carrying(Handle handle) {
    /// Its own earlier ledgers; those of a kiosk that was revoked before this one was enrolled, if that one
    /// itself is not expected to deliver; and what a person allowed.
    boolean isAllowed(KioskId kiosk, Origin origin) {
        var from = origin.id().kiosk();
        if (from.equals(kiosk)) {
            return true;
        }
        return !from.isStreet() && (isDecided(kiosk, from) || isLeftBehind(kiosk, from));
    }

    private boolean isDecided(KioskId kiosk, KioskId from) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM carrying"
                        + " WHERE street = 1 AND kiosk = ? AND origin_kiosk = ?)")
                .bind(0, kiosk.value())
                .bind(1, from.value())
                .mapTo(Boolean.class)
                .one();
    }

    /// Noted once and for all: the revoked one may be enrolled again, and what was counted stays counted.
    private boolean isLeftBehind(KioskId kiosk, KioskId from) {
        return handle.execute(
                        "INSERT INTO carrying (street, kiosk, origin_kiosk)"
                                + " SELECT 1, n.id, o.id FROM kiosk n JOIN kiosk o ON o.street = 1"
                                + " WHERE n.street = 1 AND n.id = ? AND o.id = ? AND o.late_push_at IS NULL"
                                + " AND o.revoked_at <= coalesce(n.enrolled_at, n.created_at)",
                        kiosk.value(),
                        from.value())
                > 0;
    }

    /// What is parked for it is read when everything is derived again.
    public void allow(KioskId kiosk, KioskId from, Instant at, String login, String reason) {
        handle.execute(
                "INSERT INTO carrying (street, kiosk, origin_kiosk, decided_at, login, reason)"
                        + " VALUES (1, ?, ?, ?, ?, ?) ON CONFLICT (street, kiosk, origin_kiosk) DO NOTHING",
                kiosk.value(),
                from.value(),
                at.toEpochMilli(),
                login,
                reason);
    }
}
