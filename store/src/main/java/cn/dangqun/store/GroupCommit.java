package cn.dangqun.store;

import cn.dangqun.store.RefusedException.Why;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one writer of a database. Works wait in a bounded queue; those that wait together are committed together, in
/// order, and their futures complete in that order after the commit is durable. A work that throws is undone alone;
/// one that finds the disk or the file failing fails its whole group; one that breaks ends the process ([Halt]).
///
/// Owns no thread: `executor` runs one group at a time and must run what it is given one after another.
public final class GroupCommit<H> {
    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

    /// How often a group is written before its failure is told.
    private static final int TRIES = 5;

    private final Ground<H> ground;
    private final Limits limits;
    private final Executor executor;
    private final Halt halt;
    private final BlockingQueue<Pending<H, ?>> waiting;
    private final AtomicBoolean awake = new AtomicBoolean();
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private volatile @Nullable Why refusing;
    private volatile @Nullable Thread writing;

    public GroupCommit(Ground<H> ground, Limits limits, Executor executor, Halt halt) {
        this.ground = ground;
        this.limits = limits;
        this.executor = executor;
        this.halt = halt;
        this.waiting = new ArrayBlockingQueue<>(limits.waiting());
    }

    /// At most `together` works share a commit, at most `waiting` wait for one.
    public record Limits(int together, int waiting) {}

    /// One all-or-nothing change. Never commits and never waits for another work. Done anew when another process was
    /// first, so that it changes nothing but the database.
    @FunctionalInterface
    public interface Work<H, T extends @Nullable Object> {
        T in(H handle) throws Exception;
    }

    /// Whether a work that failed so takes its group with it. A work that undoes a part of itself lets such a failure
    /// through.
    public static boolean endsTheGroup(Exception failure) {
        return failure instanceof BrokenInvariantException
                || Contention.in(failure) != null
                || SqliteFault.isOfTheTransaction(failure);
    }

    /// Opens the ground before the first work comes.
    public void open() {
        executor.execute(() -> guarded(List.of(), () -> {
            try {
                var _ = ground.connection();
            } catch (SQLException e) {
                ground.failed(e);
            }
        }));
    }

    /// Never blocks; fails at once with a [RefusedException] when the work is not taken.
    public <T extends @Nullable Object> CompletableFuture<T> offer(Work<H, T> work) {
        var pending = new Pending<>(work);
        var refused = refusing;
        if (refused != null) {
            pending.fail(new RefusedException(refused));
        } else if (!waiting.offer(pending)) {
            pending.fail(new RefusedException(Why.FULL));
        } else {
            taken();
        }
        return pending.result();
    }

    /// How many works wait now; others may come and go meanwhile. From any thread.
    public int waiting() {
        return waiting.size();
    }

    /// Waits for a place in the queue. Never on a network thread; not possible from within a work.
    public <T extends @Nullable Object> CompletableFuture<T> put(Work<H, T> work) {
        if (writing == Thread.currentThread()) {
            throw new IllegalStateException("a work cannot wait for another work");
        }
        var pending = new Pending<>(work);
        var refused = refusing;
        if (refused != null) {
            pending.fail(new RefusedException(refused));
            return pending.result();
        }
        try {
            waiting.put(pending);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException("interrupted before the work was taken", e);
        }
        taken();
        return pending.result();
    }

    private void taken() {
        if (ended.isDone()) {
            refuseAll(Why.CLOSED); // it slipped in behind the last look at the queue
        } else {
            wake();
        }
    }

    private void wake() {
        if (awake.compareAndSet(false, true)) {
            try {
                executor.execute(this::turn);
            } catch (RejectedExecutionException e) {
                refuseAll(Why.CLOSED);
            }
        }
    }

    private void turn() {
        step();
        awake.set(false);
        if (!waiting.isEmpty()) {
            wake();
        }
    }

    /// Commits one group of what waits. Called by the executor; by a simulator instead of one, so that nothing runs
    /// beside it.
    ///
    /// @return false when nothing waited
    public boolean step() {
        var group = new ArrayList<Pending<H, ?>>();
        waiting.drainTo(group, limits.together());
        if (group.isEmpty()) {
            return false;
        }
        writing = Thread.currentThread();
        guarded(group, () -> commit(group));
        writing = null;
        return true;
    }

    private void guarded(List<Pending<H, ?>> group, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error broken) {
            refusing = Why.BROKEN;
            group.forEach(each -> each.fail(new RefusedException(Why.BROKEN)));
            refuseAll(Why.BROKEN);
            halt.because("A writer broke down", broken);
        }
    }

    private void commit(List<Pending<H, ?>> group) {
        H handle;
        try {
            handle = written(group, TRIES);
        } catch (SQLException e) {
            ground.failed(e);
            group.forEach(each -> each.fail(e));
            return;
        }
        try {
            ground.committed(handle);
        } finally {
            group.forEach(Pending::complete); // it is on the disk, whatever follows
        }
        ground.told(handle);
    }

    /// Each try begins from nothing: a work never sees what it did in an earlier one.
    private H written(List<Pending<H, ?>> group, int tries) throws SQLException {
        try {
            return written(group);
        } catch (SQLException e) {
            if (tries == 1 || Contention.in(e) == null) {
                throw e;
            }
            log.info("Another process was first, the group is written anew");
            return written(group, tries - 1);
        }
    }

    private H written(List<Pending<H, ?>> group) throws SQLException {
        var connection = ground.connection();
        run(connection, "BEGIN IMMEDIATE");
        try {
            var handle = ground.begin();
            for (var each : group) {
                each.apply(connection, handle);
            }
            run(connection, "COMMIT");
            return handle;
        } catch (Throwable e) {
            rollBack(connection);
            throw e;
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            run(connection, "ROLLBACK");
        } catch (SQLException e) {
            // SQLite has already rolled back by itself after a full or failing disk
            log.debug("Nothing left to roll back: {}", e.getMessage());
        }
    }

    private void refuseAll(Why why) {
        for (var each = waiting.poll(); each != null; each = waiting.poll()) {
            each.fail(new RefusedException(why));
        }
    }

    /// Takes no more work. Completes when all that waits is committed and the ground is closed; wait for it as long
    /// as you like.
    public CompletableFuture<@Nullable Void> close() {
        if (refusing == null) {
            refusing = Why.CLOSED;
        }
        try {
            executor.execute(this::end);
        } catch (RejectedExecutionException e) {
            end();
        }
        return ended;
    }

    private void end() {
        while (step()) {
            log.debug("Committed what still waited");
        }
        guarded(List.of(), ground::close);
        ended.complete(null);
        refuseAll(Why.CLOSED);
    }
}
