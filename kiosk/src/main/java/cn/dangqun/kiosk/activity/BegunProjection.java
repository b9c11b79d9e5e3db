package cn.dangqun.kiosk.activity;

import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.ledger.Projection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Activities that duty staff began here without a plan (OQ-35).
final class BegunProjection implements Projection {
    private static final String FIRST = """
            CREATE TABLE begun (
              activity TEXT PRIMARY KEY,
              seq INTEGER NOT NULL,
              type TEXT NOT NULL,
              organization TEXT NOT NULL,
              title TEXT NOT NULL,
              place TEXT NOT NULL,
              at_millis INTEGER NOT NULL
            ) STRICT;
            """;

    @Override
    public String name() {
        return "begun";
    }

    @Override
    public List<String> steps() {
        return List.of(FIRST);
    }

    @Override
    public void apply(SqliteConnection db, RecordedFact recorded, byte[] key) throws SQLException {
        if (recorded.fact() instanceof SessionFact.Opened opened
                && opened.adHoc().isPresent()) {
            var begun = opened.adHoc().get();
            db.update(
                    "INSERT INTO begun VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (activity) DO UPDATE SET seq = excluded.seq",
                    opened.activity().value(),
                    recorded.id().seq(),
                    begun.type().name(),
                    begun.organization().value(),
                    begun.title(),
                    begun.place(),
                    recorded.clock().instant().toEpochMilli());
        }
    }

    @Override
    public void leave(SqliteConnection db) throws SQLException {
        db.update("UPDATE begun SET seq = 0");
    }

    @Override
    public void move(SqliteConnection db, long less) throws SQLException {
        db.update("UPDATE begun SET seq = max(seq - ?, 0)", less);
    }

    @Override
    public void forget(SqliteConnection db, long seq) throws SQLException {
        db.update("DELETE FROM begun WHERE seq > ?", seq);
    }

    @Override
    public void purge(SqliteConnection db, long seq, Instant today) throws SQLException {
        db.update("DELETE FROM begun WHERE seq <= ? AND at_millis < ?", seq, today.toEpochMilli());
    }
}
