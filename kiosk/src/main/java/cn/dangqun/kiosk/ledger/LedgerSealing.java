package cn.dangqun.kiosk.ledger;

import cn.dangqun.kiosk.db.RowSeal;
import cn.dangqun.kiosk.db.SqliteConnection;
import java.sql.SQLException;
import java.util.Optional;

/// Seals a ledger that was open until now, in one transaction: all of it or nothing (decision 0019).
record LedgerSealing(LedgerKeys keys, Projections projections) {
    /// So many facts are sealed at once where people may be waiting; more wait for the next start.
    static final long MOST_AT_WORK = 2000;

    private record Row(long seq, FactForm form) {}

    /// Does nothing where the ledger is sealed already, belongs to nobody, or the street has given no key for it.
    ///
    /// @return whether it was sealed now
    boolean seal(SqliteConnection db, LedgerHead head) throws SQLException {
        var name = head.sealed().isEmpty() ? head.kiosk().flatMap(keys::nameFor) : Optional.<String>empty();
        if (name.isEmpty()) {
            return false;
        }
        db.script("DROP TABLE IF EXISTS next_fact; DELETE FROM carrying;");
        LeftFacts.drop(db);
        var anchor = Anchor.read(db);
        var rows = db.list(
                "SELECT " + FactForm.COLUMNS + " FROM fact ORDER BY seq",
                row -> new Row(row.getLong(1), FactForm.read(db, row)));
        db.rows(keys.named(name.get()).orElse(RowSeal.none()));
        for (var row : rows) {
            var columns = row.form().columns(db.rows(), row.seq());
            db.update(
                    "UPDATE fact SET record = ?, hash = ?, previous = ?, epoch = ? WHERE seq = ?",
                    columns[0],
                    columns[1],
                    columns[2],
                    columns[3],
                    row.seq());
        }
        Attachments.sealAll(db);
        if (anchor.isPresent()) {
            anchor.get().write(db);
        }
        db.update(
                "UPDATE head SET sealed = ?, last_hash = ?, purged_hash = ?",
                name.get(),
                LedgerHead.sealed(db, head.lastHash()),
                LedgerHead.sealed(db, head.purgedHash()));
        projections.clear(db);
        projections.rebuild(db, head);
        return true;
    }

    /// The same where a person may be waiting.
    boolean sealIfSmall(SqliteConnection db, LedgerHead head) throws SQLException {
        return head.lastSeq() - head.purgedSeq() <= MOST_AT_WORK && seal(db, head);
    }
}
