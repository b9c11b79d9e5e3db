package cn.dangqun.kiosk.attendance;

import cn.dangqun.domain.attendance.StreetCount;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.db.SqliteConnection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// The `correction` table: of whom staff took everything back here. What the street said before it heard of that stands
/// no longer, also what other kiosks had told it (decision 0024).
record Corrections(SqliteConnection db) {
    static final String TABLE = """
            CREATE TABLE correction (
              fact BLOB PRIMARY KEY,
              seq INTEGER NOT NULL,
              activity TEXT NOT NULL,
              attendee TEXT NOT NULL,
              at_millis INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX correction_of_activity ON correction (activity);
            """;

    /// A fact may come again: then only its number changes.
    void add(RecordedFact recorded, AttendanceFact.CheckInCorrected fact, byte[] key) throws SQLException {
        db.update(
                "INSERT INTO correction VALUES (?, ?, ?, ?, ?) ON CONFLICT (fact) DO UPDATE SET seq = excluded.seq",
                key,
                recorded.id().seq(),
                fact.activity().value(),
                new Attendee.OfMember(fact.member()).sealed(db.rows()),
                recorded.clock().instant().toEpochMilli());
    }

    /// Whom `count` cannot speak of, since it does not know what was taken back here.
    Set<MemberId> unknownTo(StreetCount count) throws SQLException {
        var members = new HashSet<MemberId>();
        for (var sealed : db.list(
                "SELECT attendee FROM correction WHERE activity = ?1 AND (seq > ?2 OR ?3 <> (SELECT epoch FROM head))",
                row -> row.getString(1),
                count.activity().value(),
                count.throughSeq(),
                count.epoch())) {
            members.add(Attendee.member(db.rows(), sealed));
        }
        return members;
    }

    void forget(long seq) throws SQLException {
        db.update("DELETE FROM correction WHERE seq > ?", seq);
    }

    void purge(long seq, Instant before) throws SQLException {
        db.update("DELETE FROM correction WHERE seq <= ? AND at_millis < ?", seq, before.toEpochMilli());
    }
}
