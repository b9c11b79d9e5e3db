package cn.dangqun.server.attendance;

import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.AttachmentStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets the strokes of signatures, and pictures of lists that were signed on paper, a whole year after the year in
/// which they were made has ended (OQ-39): the key is
/// destroyed, that somebody signed stays. What came late is kept as long after it came. Blocks.
public final class SignatureOblivion {
    private static final Logger log = LoggerFactory.getLogger(SignatureOblivion.class);
    private static final int AT_ONCE = 500;

    private final Database database;
    private final Clock clock;
    private final ZoneId zone;

    public SignatureOblivion(Database database, Clock clock, ZoneId zone) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
    }

    /// Returns how many signatures are strokes no longer.
    public int forget() {
        long before = LocalDate.ofInstant(clock.instant(), zone)
                .withDayOfYear(1)
                .minusYears(1)
                .atStartOfDay(zone)
                .toInstant()
                .toEpochMilli();
        int forgotten = 0;
        int some;
        do {
            some = database.write((handle, changes) -> {
                var due = handle.createQuery("""
                                SELECT DISTINCT a.id FROM attachment a
                                JOIN attendance_note n ON n.street = 1 AND n.strokes = a.id
                                WHERE a.street = 1 AND a.secret IS NOT NULL AND a.received_at < :before
                                  AND n.noted_at < :before
                                UNION
                                SELECT a.id FROM paper_sheet p
                                JOIN attachment a ON a.street = 1 AND a.id = p.picture
                                WHERE p.street = 1 AND p.at < :before AND a.secret IS NOT NULL AND a.received_at < :before
                                LIMIT :some""")
                        .bind("before", before)
                        .bind("some", AT_ONCE)
                        .mapTo(byte[].class)
                        .list();
                var attachments = new AttachmentStore(handle);
                due.forEach(id -> attachments.forget(new SealedId(HexFormat.of().formatHex(id))));
                return due.size();
            });
            forgotten += some;
        } while (some == AT_ONCE);
        if (forgotten > 0) {
            log.info("{} signatures are forgotten; that they were given stays", forgotten);
        }
        return forgotten;
    }
}
