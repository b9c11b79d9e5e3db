package cn.dangqun.server.attendance;

import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.AttachmentStore;
import cn.dangqun.server.ledger.GuestOblivion;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets what guests wrote of themselves as long after the last guest of their activity as their cards (OQ-39): the
/// keys are destroyed, every figure stays. What has not come by then is forgotten the day after it comes. Blocks.
public final class GuestNameOblivion {
    private static final Logger log = LoggerFactory.getLogger(GuestNameOblivion.class);
    private static final int AT_ONCE = 500;

    private final Database database;
    private final Clock clock;

    public GuestNameOblivion(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Returns how many guests' hands are forgotten.
    public int forget() {
        long before = clock.instant().minus(GuestOblivion.KEPT).toEpochMilli();
        int forgotten = 0;
        int some;
        do {
            some = database.write((handle, changes) -> {
                var due = handle.createQuery("""
                                SELECT DISTINCT a.id FROM guest g
                                JOIN attachment a ON a.street = 1 AND a.secret IS NOT NULL AND a.id IN (g.name, g.belongs)
                                WHERE g.street = 1 AND g.name IS NOT NULL AND g.at < :before AND NOT EXISTS (
                                  SELECT 1 FROM guest later WHERE later.street = 1 AND later.activity = g.activity
                                    AND later.at >= :before) LIMIT :some""")
                        .bind("before", before)
                        .bind("some", AT_ONCE)
                        .mapTo(byte[].class)
                        .list();
                forget(new AttachmentStore(handle), due);
                handle.createUpdate("""
                                UPDATE guest SET forgotten = 1 WHERE street = 1 AND name IS NOT NULL AND at < :before
                                  AND forgotten = 0 AND EXISTS (SELECT 1 FROM attachment a
                                    WHERE a.street = 1 AND a.id = guest.name AND a.secret IS NULL)""").bind("before", before).execute();
                return due.size();
            });
            forgotten += some;
        } while (some == AT_ONCE);
        if (forgotten > 0) {
            log.info("{} words in guests' own hand are forgotten; that they came stays", forgotten);
        }
        return forgotten;
    }

    private static void forget(AttachmentStore attachments, List<byte[]> due) {
        due.forEach(id -> attachments.forget(new SealedId(HexFormat.of().formatHex(id))));
    }
}
