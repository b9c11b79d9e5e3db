package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.db.RowSeal;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.store.Ground;
import cn.dangqun.store.GroupCommit;
import cn.dangqun.store.Halt;
import cn.dangqun.store.RefusedException;
import cn.dangqun.store.SqliteFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one writer of the ledger, on the thread that `executor` is. After any failure the file is opened anew, so that
/// nothing half done is carried on.
final class StoreThread {
    /// More than this is not accepted while the disk does not answer.
    static final int MOST_WAITING = 256;

    private static final int MOST_TOGETHER = 64;
    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(StoreThread.class);

    private final LedgerFile file;
    private final KioskTime time;
    private final Published committed;
    private final Runnable fileChanged;
    private final GroupCommit<LedgerTransaction> writer;
    private volatile Optional<KioskId> owner = Optional.empty();

    /// `committed` hears of every commit, `fileChanged` of a file opened or set aside; both on the store thread.
    StoreThread(
            LedgerFile file, KioskTime time, Published committed, Runnable fileChanged, Executor executor, Halt halt) {
        this.file = file;
        this.time = time;
        this.committed = committed;
        this.fileChanged = fileChanged;
        this.writer =
                new GroupCommit<>(new OpenFile(), new GroupCommit.Limits(MOST_TOGETHER, MOST_WAITING), executor, halt);
    }

    /// Takes note of where the ledger stands.
    interface Published {
        void at(SqliteConnection db, LedgerHead head) throws SQLException;
    }

    void start() {
        writer.open();
    }

    <T> CompletableFuture<Commit<T>> submit(LedgerWork<T> work) {
        return writer.<T>offer(transaction -> attempt(work, transaction)).handle(StoreThread::commit);
    }

    private static <T> T attempt(LedgerWork<T> work, LedgerTransaction transaction)
            throws SQLException, NotEnrolledException {
        var before = transaction.head();
        boolean done = false;
        try {
            var value = work.in(transaction);
            done = true;
            return value;
        } finally {
            if (!done) {
                transaction.backTo(before);
            }
        }
    }

    private static <T> Commit<T> commit(T value, @Nullable Throwable failure) {
        return failure == null ? new Commit.Done<>(value) : new Commit.NotSaved<>(reason(failure));
    }

    private static Commit.Reason reason(Throwable failure) {
        return switch (failure) {
            case NotEnrolledException _ -> Commit.Reason.NOT_ENROLLED;
            case RefusedException refused ->
                switch (refused.why()) {
                    case FULL -> Commit.Reason.BUSY;
                    case CLOSED -> Commit.Reason.CLOSED;
                    case BROKEN -> Commit.Reason.FAILED;
                };
            case SQLException sql when SqliteFault.isFull(sql) -> Commit.Reason.FULL;
            case SQLException sql when SqliteFault.isOfTheTransaction(sql) -> Commit.Reason.FAILED;
            default -> {
                log.error("Ledger work broke", failure);
                yield Commit.Reason.FAILED;
            }
        };
    }

    /// Whose ledger it is: a new file that takes the place of a damaged one belongs to the same kiosk.
    void belongsTo(KioskId kiosk) {
        owner = Optional.of(kiosk);
    }

    void close() {
        try {
            writer.close().get(CLOSING.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            log.error("The disk did not let the ledger close within {}", CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a writer's end does not fail", e);
        }
    }

    private record Opened(SqliteConnection db, LedgerHead head) {}

    private final class OpenFile implements Ground<LedgerTransaction> {
        private @Nullable Opened opened;
        private boolean checked;

        private Opened open() throws SQLException {
            if (opened == null) {
                var db = checked ? file.open() : file.openChecked();
                checked = true;
                opened = new Opened(db, LedgerHead.read(db));
                time.remember(Anchor.read(db));
                fileChanged.run();
                publish();
            }
            return opened;
        }

        @Override
        public Connection connection() throws SQLException {
            return open().db().jdbc();
        }

        @Override
        public LedgerTransaction begin() throws SQLException {
            if (open().head().sealed().isEmpty()) {
                open().db().rows(RowSeal.none()); // a group that is written anew may have sealed it
            }
            var transaction = new LedgerTransaction(
                    open().db(), open().head(), new LedgerSealing(file.keys(), file.projections()), time.anchor());
            if (owner.isPresent() && transaction.head().kiosk().isEmpty()) {
                transaction.adopt(owner.get());
            }
            return transaction;
        }

        @Override
        public void committed(LedgerTransaction transaction) {
            opened = new Opened(transaction.db(), transaction.head());
            publish();
        }

        private void publish() {
            if (opened != null) {
                try {
                    committed.at(opened.db(), opened.head());
                } catch (SQLException e) {
                    failed(e);
                }
            }
        }

        @Override
        public void failed(SQLException why) {
            log.error("The ledger failed: {}", why.getMessage());
            close();
            try {
                if (file.setAsideAfter(why)) {
                    fileChanged.run();
                }
            } catch (SQLException again) {
                log.error("The failed ledger stays where it is: {}", again.getMessage());
            }
        }

        @Override
        public void close() {
            var last = opened;
            opened = null;
            if (last != null) {
                try {
                    // after an orderly stop everything is in the one file
                    last.db().script("PRAGMA wal_checkpoint(TRUNCATE)");
                    last.db().close();
                } catch (SQLException e) {
                    log.warn("The ledger file did not close: {}", e.getMessage());
                }
            }
        }
    }
}
