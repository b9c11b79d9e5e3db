package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.kiosk.db.SqliteConnection;
import com.google.protobuf.ByteString;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Everything the facts are read into, in the transaction that writes them.
record Projections(List<Projection> all) {
    static final String TABLE =
            "CREATE TABLE projection (name TEXT PRIMARY KEY, steps INTEGER NOT NULL) STRICT, WITHOUT ROWID;";

    Projections {
        all = List.copyOf(all);
    }

    /// Brings the tables up to date. True when something is new, so that the facts must be read into it.
    boolean prepare(SqliteConnection db) throws SQLException {
        boolean grown = false;
        for (var each : all) {
            int done = db.first("SELECT steps FROM projection WHERE name = ?", row -> row.getInt(1), each.name())
                    .orElse(0);
            var steps = each.steps();
            for (var step : steps.subList(Math.min(done, steps.size()), steps.size())) {
                db.script(step);
                grown = true;
            }
            if (done < steps.size()) {
                db.update("INSERT OR REPLACE INTO projection VALUES (?, ?)", each.name(), steps.size());
            }
        }
        return grown;
    }

    /// `hash`: the fact's own, in this ledger.
    void apply(SqliteConnection db, RecordedFact recorded, ByteString hash) throws SQLException {
        var key = recorded.carried()
                .map(origin -> Projection.key(db, origin))
                .orElseGet(() -> db.rows().seal(Projection.FACT, hash.toByteArray()));
        for (var each : all) {
            each.apply(db, recorded, key);
        }
    }

    /// Before the facts are read anew in another form.
    void clear(SqliteConnection db) throws SQLException {
        for (var each : all) {
            each.clear(db);
        }
    }

    void leave(SqliteConnection db) throws SQLException {
        for (var each : all) {
            each.leave(db);
        }
    }

    /// Facts `first` to `last` are in the ledger that is prepared.
    void willMove(SqliteConnection db, long first, long last) throws SQLException {
        for (var each : all) {
            each.willMove(db, first, last);
        }
    }

    void move(SqliteConnection db, long less) throws SQLException {
        for (var each : all) {
            each.move(db, less);
        }
    }

    /// Attachments that facts up to `seq` name and that may go.
    void outlive(SqliteConnection db, long seq) throws SQLException {
        for (var each : all) {
            for (var attachment : each.outlived(db, seq)) {
                Attachments.forget(db, attachment);
            }
        }
    }

    void purge(SqliteConnection db, long seq, Instant today) throws SQLException {
        for (var each : all) {
            each.purge(db, seq, today);
        }
    }

    /// Writes the projections of all kept facts anew; what purged facts left behind stays.
    void rebuild(SqliteConnection db, LedgerHead head) throws SQLException {
        for (var each : all) {
            each.forget(db, head.purgedSeq());
        }
        for (var form :
                db.list("SELECT " + FactForm.COLUMNS + " FROM fact ORDER BY seq", row -> FactForm.read(db, row))) {
            var fact = Facts.decode(head, form.record().toByteArray());
            if (fact.isPresent()) {
                apply(db, fact.get(), form.hash());
            }
        }
    }
}
