package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.kiosk.db.SqliteConnection;
import java.sql.SQLException;
import java.time.Duration;

/// How long this ledger has been at work: uptime, boot by boot. It cannot jump, whatever the wall clock does, so it
/// says how old an acknowledgement is.
final class CountedTime {
    static final String TABLE = """
            CREATE TABLE counted_time (
              one INTEGER PRIMARY KEY CHECK (one = 1),
              boot_id TEXT NOT NULL,
              since_boot_millis INTEGER NOT NULL,
              counted_millis INTEGER NOT NULL
            ) STRICT;
            """;

    private CountedTime() {}

    private record Counted(String bootId, long sinceBoot, long counted) {}

    /// Counts on to this moment.
    static Duration at(SqliteConnection db, ClockReading now) throws SQLException {
        var counted = by(db, now);
        db.update(
                "INSERT OR REPLACE INTO counted_time VALUES (1, ?, ?, ?)",
                now.bootId(),
                now.sinceBoot().toMillis(),
                counted.toMillis());
        return counted;
    }

    /// The same, only asked.
    static Duration by(SqliteConnection db, ClockReading now) throws SQLException {
        var before = db.first(
                "SELECT boot_id, since_boot_millis, counted_millis FROM counted_time",
                row -> new Counted(row.getString(1), row.getLong(2), row.getLong(3)));
        return Duration.ofMillis(before.map(last -> last.counted()
                        + passed(last, now.bootId(), now.sinceBoot().toMillis()))
                .orElse(0L));
    }

    private static long passed(Counted last, String bootId, long sinceBoot) {
        return last.bootId().equals(bootId) ? Math.max(0, sinceBoot - last.sinceBoot()) : sinceBoot;
    }
}
