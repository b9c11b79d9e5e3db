package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.kiosk.db.SqliteConnection;
import com.google.protobuf.ByteString;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The last time that the kiosk knew what time it was: the street had said so, or staff had confirmed it. In the boot
/// `bootId` the monotonic clock carries it on; in a later one it is the earliest that can be. `lastFact` is the chain
/// hash of the newest fact at that moment, so that what was recorded before is not held against it.
record Anchor(String bootId, Duration sinceBoot, Instant instant, ClockQuality quality, ByteString lastFact) {
    private static final String PLACE = "anchor";
    private static final Duration WAITED = Duration.ofMinutes(5);

    static final String TABLE = """
            CREATE TABLE anchor (
              one INTEGER PRIMARY KEY CHECK (one = 1),
              boot_id TEXT NOT NULL,
              since_boot_millis INTEGER NOT NULL,
              at_millis INTEGER NOT NULL,
              quality TEXT NOT NULL,
              last_fact BLOB NOT NULL
            ) STRICT;
            """;

    static Optional<Anchor> read(SqliteConnection db) throws SQLException {
        return db.first(
                "SELECT boot_id, since_boot_millis, at_millis, quality, last_fact FROM anchor",
                row -> new Anchor(
                        row.getString(1),
                        Duration.ofMillis(row.getLong(2)),
                        Instant.ofEpochMilli(row.getLong(3)),
                        ClockQuality.valueOf(row.getString(4)),
                        last(db, row.getBytes(5))));
    }

    void write(SqliteConnection db) throws SQLException {
        db.update(
                "INSERT OR REPLACE INTO anchor VALUES (1, ?, ?, ?, ?, ?)",
                bootId,
                sinceBoot.toMillis(),
                instant.toEpochMilli(),
                quality.name(),
                lastFact.isEmpty() ? new byte[0] : db.rows().seal(PLACE, lastFact.toByteArray()));
    }

    private static ByteString last(SqliteConnection db, byte[] hash) throws SQLException {
        return ByteString.copyFrom(hash.length == 0 ? hash : db.rows().open(PLACE, hash));
    }

    Anchor after(ByteString fact) {
        return new Anchor(bootId, sinceBoot, instant, quality, fact);
    }

    /// Whoever reads the clock waits for the store, and the time may become known meanwhile: such a reading is older
    /// than this, and of the same boot.
    boolean isOf(ClockReading now) {
        return bootId.equals(now.bootId()) && now.sinceBoot().compareTo(sinceBoot.minus(WAITED)) >= 0;
    }

    /// The time now, in the same boot; the earliest that can be, in another one.
    Instant carriedTo(ClockReading now) {
        return instant.plus(isOf(now) ? now.sinceBoot().minus(sinceBoot) : now.sinceBoot());
    }
}
