package cn.dangqun.kiosk.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.kiosk.db.SqliteConnection;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The `paper_sheet` table: which pictures of paper lists are kept here of an activity.
public record PaperSheets(SqliteConnection db) {
    static final String TABLE = """
            CREATE TABLE paper_sheet (
              fact BLOB PRIMARY KEY,
              seq INTEGER NOT NULL,
              activity TEXT NOT NULL,
              picture BLOB NOT NULL,
              at_millis INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX paper_sheet_of_activity ON paper_sheet (activity);
            """;

    /// What the name of a picture is sealed for.
    private static final String PICTURE = "paper sheet";

    public int count(ActivityId activity) throws SQLException {
        return db.first("SELECT count(*) FROM paper_sheet WHERE activity = ?", row -> row.getInt(1), activity.value())
                .orElse(0);
    }

    /// A fact may come again: then only its number changes.
    void add(RecordedFact recorded, AttendanceFact.PaperSheetKept fact, byte[] key) throws SQLException {
        db.update(
                "INSERT INTO paper_sheet VALUES (?, ?, ?, ?, ?) ON CONFLICT (fact) DO UPDATE SET seq = excluded.seq",
                key,
                recorded.id().seq(),
                fact.activity().value(),
                db.rows().seal(PICTURE, fact.picture().hex().getBytes(StandardCharsets.US_ASCII)),
                recorded.clock().instant().toEpochMilli());
    }

    List<SealedId> outlived(long seq) throws SQLException {
        var pictures = new ArrayList<SealedId>();
        for (var sealed : db.list("SELECT picture FROM paper_sheet WHERE seq <= ?", row -> row.getBytes(1), seq)) {
            pictures.add(new SealedId(new String(db.rows().open(PICTURE, sealed), StandardCharsets.US_ASCII)));
        }
        return pictures;
    }

    void forget(long seq) throws SQLException {
        db.update("DELETE FROM paper_sheet WHERE seq > ?", seq);
    }

    void purge(long seq, Instant before) throws SQLException {
        db.update("DELETE FROM paper_sheet WHERE seq <= ? AND at_millis < ?", seq, before.toEpochMilli());
    }
}
