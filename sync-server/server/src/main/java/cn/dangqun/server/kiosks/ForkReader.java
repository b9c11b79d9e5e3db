package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.ledger.EpochDecisions;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads which kiosks' ledgers have forked and wait for a person.
final class ForkReader {
    /// The one last seen, if a kiosk has several.
    Optional<Fork> of(Handle handle, KioskId kiosk) {
        return handle.createQuery("""
                        SELECT l.epoch, max(l.seq) - 1 AS agreed, min(l.first_seen_at) AS since,
                          max(l.last_seen_at) AS last, sum(l.times) AS times, max(l.missing) AS missing,
                          coalesce((SELECT c.last_seq FROM chain c
                            WHERE c.street = 1 AND c.kiosk = l.kiosk AND c.epoch = l.epoch), 0) AS held,
                          EXISTS (SELECT 1 FROM epoch_decision p
                            WHERE p.street = 1 AND p.kiosk = l.kiosk AND p.epoch = l.epoch AND p.successor IS NULL) AS allowed
                        FROM ledger_conflict l
                        WHERE l.street = 1 AND l.kiosk = :kiosk AND %s
                        GROUP BY l.kiosk, l.epoch ORDER BY last DESC LIMIT 1""".formatted(EpochDecisions.CONFLICT_IS_OPEN))
                .bind("kiosk", kiosk.value())
                .map((row, ignored) -> new Fork(
                        new Epoch(row.getString("epoch")),
                        row.getLong("agreed"),
                        row.getLong("held"),
                        Instant.ofEpochMilli(row.getLong("since")),
                        Instant.ofEpochMilli(row.getLong("last")),
                        row.getLong("times"),
                        row.getBoolean("allowed"),
                        row.getLong("missing")))
                .findOne();
    }
}
