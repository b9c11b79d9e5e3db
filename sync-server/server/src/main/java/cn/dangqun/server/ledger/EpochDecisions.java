package cn.dangqun.server.ledger;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// People's decisions that a kiosk's ledger may end and a new one begin. Each is used once, by one machine.
public record EpochDecisions(Handle handle) {
    /// A condition on `ledger_conflict l`: not settled by a decision that was used since it was last seen.
    public static final String CONFLICT_IS_OPEN = """
            NOT EXISTS (SELECT 1 FROM epoch_decision d
              WHERE d.kiosk = l.kiosk AND d.epoch = l.epoch AND d.used_at >= l.last_seen_at)""";

    /// `successor`: the epoch that began by it.
    public record Decision(
            String id,
            Epoch epoch,
            Instant at,
            String by,
            String reason,
            Optional<Epoch> successor,
            Optional<Instant> usedAt) {
        public boolean isUsed() {
            return successor.isPresent();
        }
    }

    /// Lets the ledger end; one that waits to be used is enough.
    public void allow(KioskId kiosk, Epoch epoch, Instant at, String login, String reason) {
        if (pending(kiosk, epoch).isEmpty()) {
            handle.execute(
                    "INSERT INTO epoch_decision (id, kiosk, epoch, decided_at, decided_by, reason)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    UUID.randomUUID().toString(),
                    kiosk.value(),
                    epoch.hex(),
                    at.toEpochMilli(),
                    login,
                    reason);
        }
    }

    /// Newest first.
    public List<Decision> of(KioskId kiosk) {
        return handle.createQuery("SELECT * FROM epoch_decision WHERE kiosk = ? ORDER BY decided_at DESC, id")
                .bind(0, kiosk.value())
                .map((row, ignored) -> decision(row))
                .list();
    }

    Optional<Decision> pending(KioskId kiosk, Epoch epoch) {
        return of(kiosk).stream()
                .filter(decision -> decision.epoch().equals(epoch) && !decision.isUsed())
                .findFirst();
    }

    Optional<Decision> find(KioskId kiosk, String id) {
        return of(kiosk).stream().filter(decision -> decision.id().equals(id)).findFirst();
    }

    boolean isOver(KioskId kiosk, Epoch epoch) {
        return of(kiosk).stream().anyMatch(decision -> decision.epoch().equals(epoch) && decision.isUsed());
    }

    /// False when another epoch began by it before.
    boolean redeem(String id, Epoch successor, long now) {
        return handle.execute(
                        "UPDATE epoch_decision SET successor = ?, used_at = ? WHERE id = ? AND successor IS NULL",
                        successor.hex(),
                        now,
                        id)
                > 0;
    }

    private static Decision decision(ResultSet row) throws SQLException {
        var successor = Optional.ofNullable(row.getString("successor")).map(Epoch::new);
        return new Decision(
                row.getString("id"),
                new Epoch(row.getString("epoch")),
                Instant.ofEpochMilli(row.getLong("decided_at")),
                row.getString("decided_by"),
                row.getString("reason"),
                successor,
                successor.isPresent() ? Optional.of(Instant.ofEpochMilli(row.getLong("used_at"))) : Optional.empty());
    }
}
