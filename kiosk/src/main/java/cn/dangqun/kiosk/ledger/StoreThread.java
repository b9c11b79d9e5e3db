package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.store.Halt;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The one thread that writes the ledger. Work that waits together is committed together; after any failure the file is
/// opened anew, so that nothing half done is carried on. What breaks the thread itself breaks the kiosk: whoever waits
/// is told that nothing was saved, and the process ends.
final class StoreThread {
    /// More than this is not accepted while the disk does not answer.
    static final int MOST_WAITING = 256;

    private static final int MOST_TOGETHER = 64;
    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(StoreThread.class);

    private final BlockingQueue<Job<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final LedgerFile file;
    private final Published committed;
    private final Runnable fileChanged;
    private final Halt halt;
    private final Thread thread = Thread.ofPlatform().daemon().name("ledger").unstarted(this::run);
    private volatile boolean closing;
    private volatile boolean ended;
    private volatile Optional<KioskId> owner = Optional.empty();
    private @Nullable Opened opened;
    private boolean checked;

    /// `committed` hears of every commit, `fileChanged` of a file opened or set
    /// aside; both on the store thread.
    StoreThread(LedgerFile file, Published committed, Runnable fileChanged, Halt halt) {
        this.file = file;
        this.committed = committed;
        this.fileChanged = fileChanged;
        this.halt = halt;
    }

    /// Takes note of where the ledger stands.
    interface Published {
        void at(SqliteConnection db, LedgerHead head) throws SQLException;
    }

    private record Opened(SqliteConnection db, LedgerHead head) {}

    void start() {
        thread.start();
    }

    <T> CompletableFuture<Commit<T>> submit(LedgerWork<T> work) {
        var job = new Job<>(work);
        if (closing) {
            job.notSaved(Commit.Reason.CLOSED);
        } else if (!waiting.offer(job)) {
            job.notSaved(Commit.Reason.BUSY);
        }
        if (ended) {
            job.notSaved(Commit.Reason.CLOSED); // it may have come behind the last look at the queue
        }
        return job.heard();
    }

    /// Whose ledger it is: a new file that takes the place of a damaged one belongs to the same kiosk.
    void belongsTo(KioskId kiosk) {
        owner = Optional.of(kiosk);
    }

    void close() {
        closing = true;
        var _ = waiting.offer(new Job<>(_ -> Optional.empty())); // wakes the thread; a full queue keeps it awake anyway
        try {
            if (!thread.join(CLOSING)) {
                log.error("The disk did not let the ledger close within {}", CLOSING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var group = new ArrayList<Job<?>>();
        try {
            openQuietly();
            while (!closing || !waiting.isEmpty()) {
                fill(group);
                commit(group);
                group.clear();
            }
            end();
        } catch (InterruptedException e) {
            log.debug("The store thread was interrupted");
            end();
        } catch (RuntimeException | Error e) {
            group.forEach(job -> job.notSaved(Commit.Reason.FAILED));
            end();
            halt.because("The ledger broke down", e);
        } finally {
            letGo();
        }
    }

    /// Whoever still waits hears that nothing was saved.
    private void end() {
        closing = true;
        ended = true;
        var left = new ArrayList<Job<?>>();
        waiting.drainTo(left);
        left.forEach(job -> job.notSaved(Commit.Reason.CLOSED));
    }

    private void fill(List<Job<?>> group) throws InterruptedException {
        group.add(waiting.take());
        waiting.drainTo(group, MOST_TOGETHER - 1);
    }

    private void commit(List<Job<?>> group) {
        try {
            var db = open().db();
            db.script("BEGIN IMMEDIATE");
            var transaction = new LedgerTransaction(db, open().head(), file.projections());
            if (owner.isPresent() && transaction.head().kiosk().isEmpty()) {
                transaction.adopt(owner.get());
            }
            for (var job : group) {
                job.attempt(db, transaction);
            }
            db.script("COMMIT");
            opened = new Opened(db, transaction.head());
        } catch (SQLException e) {
            fail(e);
            group.forEach(job -> job.notSaved(reason(e)));
            return;
        }
        try {
            publish();
        } finally {
            group.forEach(Job::committed);
        }
    }

    private static Commit.Reason reason(SQLException e) {
        return e instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL
                ? Commit.Reason.FULL
                : Commit.Reason.FAILED;
    }

    private Opened open() throws SQLException {
        if (opened == null) {
            var db = checked ? file.open() : file.openChecked();
            checked = true;
            opened = new Opened(db, LedgerHead.read(db));
            fileChanged.run();
            publish();
        }
        return opened;
    }

    private void openQuietly() {
        try {
            open();
        } catch (SQLException e) {
            fail(e);
        }
    }

    private void publish() {
        if (opened != null) {
            try {
                committed.at(opened.db(), opened.head());
            } catch (SQLException e) {
                fail(e);
            }
        }
    }

    private void fail(SQLException e) {
        log.error("The ledger failed: {}", e.getMessage());
        letGo();
        try {
            if (file.setAsideAfter(e)) {
                fileChanged.run();
            }
        } catch (SQLException again) {
            log.error("The failed ledger stays where it is: {}", again.getMessage());
        }
    }

    private void letGo() {
        var last = opened;
        opened = null;
        if (last != null) {
            try {
                last.db().close();
            } catch (SQLException e) {
                log.warn("The ledger file did not close: {}", e.getMessage());
            }
        }
    }
}
