package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.Origin;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.kiosk.db.SqliteConnection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// What a feature reads out of the facts, in tables of its own and always rebuildable (DESIGN §4). The ledger knows
/// features by this alone. Everything runs on the store thread, in the transaction that writes the fact.
public interface Projection {
    /// What the key of a fact is sealed for.
    String FACT = "fact";

    /// Never changes: under it the file remembers how far its tables are.
    String name();

    /// Scripts that lead from no tables to today's, in order; what was released is never changed, only added to.
    /// When one is new to a file, the projection is written anew from the facts.
    List<String> steps();

    /// `key`: names the fact by its chain hash where it was first written, the same however often it is carried, and
    /// as [SqliteConnection#rows()] has it. A fact may come again. What says who came is to be sealed by the same.
    void apply(SqliteConnection db, RecordedFact recorded, byte[] key) throws SQLException;

    /// What names a fact of any ledger, as `key` does.
    static byte[] key(SqliteConnection db, Origin origin) {
        return db.rows().seal(FACT, HexFormat.of().parseHex(origin.hash()));
    }

    /// Forgets everything: the facts are about to be read anew in another form.
    default void clear(SqliteConnection db) throws SQLException {
        forget(db, -1);
    }

    /// The ledger ends; what it holds is about to be carried over.
    void leave(SqliteConnection db) throws SQLException;

    /// The ledger ends, and every fact it holds goes on, carried, with its number less by `less`: what would stand here
    /// after [#leave] if each were read again. What facts up to `less` left is of none that goes on.
    void move(SqliteConnection db, long less) throws SQLException;

    /// Facts `first` to `last` will move so, unless it does not come to that: what takes long and makes no difference
    /// before may be done now.
    default void willMove(SqliteConnection db, long first, long last) throws SQLException {}

    /// Forgets what facts after `seq` left, before they are read anew.
    void forget(SqliteConnection db, long seq) throws SQLException;

    /// What facts up to `seq` name that need not be kept here as long as they are.
    default List<SealedId> outlived(SqliteConnection db, long seq) throws SQLException {
        return List.of();
    }

    /// Forgets what facts up to `seq` left, unless it is of the day that began at `today`.
    void purge(SqliteConnection db, long seq, Instant today) throws SQLException;
}
