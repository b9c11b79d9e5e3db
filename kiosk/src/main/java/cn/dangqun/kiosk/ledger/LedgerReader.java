package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.store.SealedBytes;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the ledger beside the store thread, by a connection of its own. Waits for the disk: call from a background
/// thread; one call at a time goes through.
public final class LedgerReader implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LedgerReader.class);

    private final Path file;
    private final KioskClock clock;
    private final LedgerKeys keys;
    private @Nullable SqliteConnection connection;
    /// Names what the connection is unlocked with.
    private String seal = "";
    private volatile boolean stale;

    LedgerReader(Path file, KioskClock clock, LedgerKeys keys) {
        this.file = file;
        this.keys = keys;
        this.clock = clock;
    }

    /// Asked in one read transaction.
    public interface Question<T> {
        T ask(SqliteConnection db) throws SQLException;
    }

    /// The facts after `after`: at most `maxRecords`, at most `maxBytes` of them, but at least one if there is any.
    ///
    /// @throws LedgerDamagedException when facts are missing or their chain does not hold
    public FactBatch batch(long after, int maxRecords, int maxBytes) throws SQLException {
        return ask(db -> {
            var head = LedgerHead.reread(db, Optional.empty());
            var kiosk = head.kiosk().orElseThrow(() -> new SQLException("the ledger has no kiosk yet"));
            return Facts.batch(db, head, kiosk, after, maxRecords, maxBytes);
        });
    }

    public LedgerIntroduction introduction() throws SQLException {
        return ask(db -> {
            var head = LedgerHead.reread(db, Optional.empty());
            var kiosk = head.kiosk().orElseThrow(() -> new SQLException("the ledger has no kiosk yet"));
            boolean carrying = db.first("SELECT 1 FROM fact WHERE carried = 1 LIMIT 1", row -> row.getInt(1))
                    .isPresent();
            return new LedgerIntroduction(
                    head.epoch(),
                    head.lastSeq(),
                    head.purgedSeq() + 1,
                    Facts.marks(db, head, kiosk),
                    head.restart(),
                    carrying);
        });
    }

    /// What the street has set aside for people and this kiosk still keeps, newest first.
    public List<ParkedFact> parked() throws SQLException {
        return ask(db -> {
            var head = LedgerHead.reread(db, Optional.empty());
            var parked = new ArrayList<ParkedFact>();
            for (var each : db.list(
                    "SELECT seq, reason FROM quarantined ORDER BY seq DESC",
                    row -> new ParkedFact(row.getLong(1), row.getString(2), Optional.empty()))) {
                parked.add(new ParkedFact(each.seq(), each.reason(), Facts.find(db, head, each.seq())));
            }
            return List.copyOf(parked);
        });
    }

    /// How long this ledger has been at work by now, boot by boot; never less than before.
    public Duration countedTime() throws SQLException {
        var now = clock.read();
        return ask(db -> CountedTime.by(db, now));
    }

    /// The oldest attachment that the street does not have.
    public Optional<SealedBytes> unsentAttachment() throws SQLException {
        return ask(Attachments::firstUnsent);
    }

    /// Empty when it was never here, or was forgotten.
    public Optional<SealedBytes> attachment(SealedId id) throws SQLException {
        return ask(db -> Attachments.find(db, id));
    }

    /// The file was set aside; the next question goes to the new one. Does not wait.
    void forgetFile() {
        stale = true;
    }

    /// For a feature to ask its own projection.
    public synchronized <T> T ask(Question<T> question) throws SQLException {
        if (stale) {
            stale = false;
            close();
        }
        var db = connection == null ? SqliteConnection.openForReading(file) : connection;
        connection = db;
        try {
            db.script("BEGIN");
            unlock(db);
            var answer = question.ask(db);
            db.script("COMMIT");
            return answer;
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /// It may have been sealed since the last question.
    private void unlock(SqliteConnection db) throws SQLException {
        var name = db.first("SELECT sealed FROM head", row -> row.getString(1)).orElse("");
        if (!name.equals(seal)) {
            keys.unlock(db);
            seal = name;
        }
    }

    @Override
    public synchronized void close() {
        var last = connection;
        connection = null;
        seal = "";
        if (last != null) {
            try {
                last.close();
            } catch (SQLException e) {
                log.warn("A reader of the ledger did not close: {}", e.getMessage());
            }
        }
    }
}
