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

/// Forgets the strokes of signatures, and pictures of lists that were signed on paper (OQ-39): the key is
/// destroyed, that somebody signed stays. What belongs to a branch's year lives until the year's books are
/// closed and printed, then twelve months; nothing goes before a whole year after the year in which it was
/// made. What came late is kept as long after it came. Blocks.
public final class SignatureOblivion {
    private static final Logger log = LoggerFactory.getLogger(SignatureOblivion.class);
    private static final int AT_ONCE = 500;
    private static final int MONTHS_IN_THE_BOX = 12;

    /// Who holds it keeps books, and those of the year are not printed, or not for long enough.
    private static final String AWAITS_ITS_BOOK = """
            EXISTS (SELECT 1 FROM activity v JOIN organization o ON o.street = 1 AND o.id = v.organization
              WHERE v.street = 1 AND v.id = %s AND o.level IN ('BRANCH', 'GROUP') AND NOT EXISTS (
                SELECT 1 FROM book_year y WHERE y.street = 1 AND y.printed_at < :filed
                  AND y.year = CAST(substr(v.held_on, 1, 4) AS INTEGER)
                  AND y.organization = CASE o.level WHEN 'GROUP' THEN o.parent ELSE o.id END))""";

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
        long filed = LocalDate.ofInstant(clock.instant(), zone)
                .minusMonths(MONTHS_IN_THE_BOX)
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
                                  AND n.noted_at < :before AND NOT %s
                                UNION
                                SELECT a.id FROM paper_sheet p
                                JOIN attachment a ON a.street = 1 AND a.id = p.picture
                                WHERE p.street = 1 AND p.at < :before AND a.secret IS NOT NULL AND a.received_at < :before
                                  AND NOT %s
                                LIMIT :some""".formatted(
                                AWAITS_ITS_BOOK.formatted("n.activity"), AWAITS_ITS_BOOK.formatted("p.activity")))
                        .bind("before", before)
                        .bind("filed", filed)
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
