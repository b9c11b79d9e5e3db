package cn.dangqun.kiosk.ledger;

import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.store.BrokenInvariantException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// One piece of work waiting for the store thread, and the future that hears of it.
final class Job<T> {
    private static final Logger log = LoggerFactory.getLogger(Job.class);

    private final LedgerWork<T> work;
    private final CompletableFuture<Commit<T>> heard = new CompletableFuture<>();
    private Commit<T> result = new Commit.NotSaved<>(Commit.Reason.FAILED);

    Job(LedgerWork<T> work) {
        this.work = work;
    }

    CompletableFuture<Commit<T>> heard() {
        return heard;
    }

    /// Does the work so that a failure of its own leaves its neighbours in the transaction untouched.
    ///
    /// @throws SQLException when the disk or the file fails, and with it the whole transaction
    void attempt(SqliteConnection db, LedgerTransaction transaction) throws SQLException {
        var before = transaction.head();
        db.script("SAVEPOINT job");
        try {
            result = new Commit.Done<>(work.in(transaction));
        } catch (NotEnrolledException e) {
            result = new Commit.NotSaved<>(Commit.Reason.NOT_ENROLLED);
        } catch (SQLiteException e) {
            if (e.getResultCode() != SQLiteErrorCode.SQLITE_CONSTRAINT && !isConstraint(e)) {
                throw e;
            }
            log.error("Ledger work broke a rule of the tables", e);
        } catch (BrokenInvariantException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("Ledger work broke", e);
        }
        if (result instanceof Commit.NotSaved) {
            db.script("ROLLBACK TO job");
            transaction.backTo(before);
        }
        db.script("RELEASE job");
    }

    private static boolean isConstraint(SQLiteException e) {
        return (e.getResultCode().code & 0xFF) == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
    }

    /// The transaction is on the disk.
    void committed() {
        heard.complete(result);
    }

    /// Nothing of the transaction is.
    void notSaved(Commit.Reason reason) {
        heard.complete(new Commit.NotSaved<>(reason));
    }
}
