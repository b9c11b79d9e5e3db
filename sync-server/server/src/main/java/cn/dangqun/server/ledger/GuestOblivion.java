package cn.dangqun.server.ledger;

import cn.dangqun.server.db.Database;
import com.google.protobuf.ByteString;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets guests' cards [#KEPT] after the last guest of their activity: a word drawn by lot takes the card's place in
/// table and record, the same for one card in one activity, so that every figure stays, also after a rebuild. Whoever
/// has database and vault can tell nobody by it. One activity at a time, so that no other write waits long. Blocks.
public final class GuestOblivion {
    /// As long as kiosks keep facts after the street has them.
    public static final Duration KEPT = Duration.ofDays(90);

    private static final int WORD_BYTES = 32;
    private static final int NAME_DIGITS = 32;
    private static final Logger log = LoggerFactory.getLogger(GuestOblivion.class);

    private final Database database;
    private final GuestSeal guests;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public GuestOblivion(Database database, GuestSeal guests, Clock clock) {
        this.database = database;
        this.guests = guests;
        this.clock = clock;
    }

    private record Sealed(long chain, long seq, String card, ByteString stored) {
        static Sealed of(ResultSet row) throws SQLException {
            return new Sealed(
                    row.getLong("chain"),
                    row.getLong("seq"),
                    row.getString("card"),
                    ByteString.copyFrom(row.getBytes("record")));
        }
    }

    /// Returns how many records name a guest's card no longer.
    public int forget() {
        long before = clock.instant().minus(KEPT).toEpochMilli();
        int forgotten = 0;
        for (var activity : due(before)) {
            forgotten += database.write((handle, changes) -> forget(handle, activity));
        }
        forgotten += database.write((handle, changes) -> forgetRepeats(handle, before));
        if (forgotten > 0) {
            log.info("{} records name no guest's card any more", forgotten);
        }
        return forgotten;
    }

    private List<String> due(long before) {
        return database.read(handle -> handle.createQuery("SELECT activity FROM guest WHERE street = 1"
                        + " AND card IS NOT NULL AND forgotten = 0 GROUP BY activity HAVING max(at) < ?")
                .bind(0, before)
                .mapTo(String.class)
                .list());
    }

    private int forget(Handle handle, String activity) {
        var words = new HashMap<String, ByteString>();
        var found = handle.createQuery("SELECT g.chain, g.seq, g.card, f.record FROM guest g"
                        + " JOIN fact f ON f.street = 1 AND f.chain = g.chain AND f.seq = g.seq"
                        + " WHERE g.street = 1 AND g.activity = ? AND g.card IS NOT NULL AND g.forgotten = 0")
                .bind(0, activity)
                .map((row, ignored) -> Sealed.of(row))
                .list();
        for (var each : found) {
            var word = words.computeIfAbsent(each.card(), _ -> word());
            if (replaced(handle, each, word)) {
                handle.execute(
                        "UPDATE guest SET card = ?, forgotten = 1 WHERE street = 1 AND chain = ? AND seq = ?",
                        HexFormat.of().formatHex(word.toByteArray()).substring(0, NAME_DIGITS),
                        each.chain(),
                        each.seq());
            }
        }
        return found.size();
    }

    /// What was carried and stands elsewhere already is counted there.
    private int forgetRepeats(Handle handle, long before) {
        return (int) handle
                .createQuery("SELECT f.chain, f.seq, f.record, '' AS card FROM fact_carried c"
                        + " JOIN fact f ON f.street = 1 AND f.chain = c.chain AND f.seq = c.seq"
                        + " WHERE c.street = 1 AND c.repeats = 1 AND f.received_at < ?")
                .bind(0, before)
                .map((row, ignored) -> Sealed.of(row))
                .list()
                .stream()
                .filter(each -> guests.isSealed(each.stored()) && replaced(handle, each, word()))
                .count();
    }

    private ByteString word() {
        var word = new byte[WORD_BYTES];
        random.nextBytes(word);
        return ByteString.copyFrom(word);
    }

    private boolean replaced(Handle handle, Sealed each, ByteString word) {
        try {
            var record = guests.opened(each.chain(), each.seq(), each.stored()).record();
            new LedgerStore(handle)
                    .replace(each.chain(), each.seq(), guests.forgotten(each.chain(), each.seq(), record, word));
            return true;
        } catch (UnopenedRecordException e) {
            log.error("A guest cannot be forgotten: {}", e.getMessage());
            return false;
        }
    }
}
