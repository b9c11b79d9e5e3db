package cn.dangqun.server.db;

import cn.dangqun.store.BrokenInvariantException;
import cn.dangqun.store.Halt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The only thread that writes. It takes what waits in a bounded queue, applies it in order in one transaction, and
/// completes the futures, in the same order, after the commit is durable (DESIGN §5, §6: group commit). What breaks it
/// ends the process, after everybody who waits has been told.
public final class DatabaseWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWriter.class);

    private final Handle handle;
    private final int batch;
    private final Halt halt;
    private final BlockingQueue<Pending<?>> queue;
    private final CopyOnWriteArrayList<CommitListener> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean ended;

    /// `handle` belongs to this writer from now on; at most `batch` writes share a commit, at most `queued` wait.
    DatabaseWriter(Handle handle, int batch, int queued, Halt halt) {
        this.handle = handle;
        this.batch = batch;
        this.halt = halt;
        this.queue = new ArrayBlockingQueue<>(queued);
        this.thread = Thread.ofPlatform().name("database-writer").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    public void onCommit(CommitListener listener) {
        listeners.add(listener);
    }

    /// Never blocks; empty when the queue is full, so that the caller can ask its client to come back later.
    public <T extends @Nullable Object> Optional<CompletableFuture<T>> offer(Write<T> write) {
        var pending = new Pending<>(write);
        if (closing || !queue.offer(pending)) {
            return Optional.empty();
        }
        failIfEnded(pending);
        return Optional.of(pending.result);
    }

    /// Waits for a place in the queue, then for the commit. Never call it on a network thread or on the writer's own.
    public <T extends @Nullable Object> T write(Write<T> write) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("a write cannot wait for another write");
        }
        var pending = new Pending<>(write);
        try {
            if (closing) {
                throw new RejectedExecutionException("the database is closing");
            }
            queue.put(pending);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException("interrupted before the write was queued", e);
        }
        failIfEnded(pending);
        return pending.result.join();
    }

    /// Closes the race between the last look at the queue and a write that slips in behind it.
    private void failIfEnded(Pending<?> pending) {
        if (ended) {
            pending.fail(new RejectedExecutionException("the database is closed"));
        }
    }

    private void run() {
        var group = new ArrayList<Pending<?>>(batch);
        try {
            while (!closing || !queue.isEmpty()) {
                if (next(group)) {
                    commit(group);
                }
                group.clear();
            }
            end(group);
        } catch (RuntimeException | Error e) {
            end(group);
            halt.because("The database writer broke down", e);
        }
    }

    private void end(List<Pending<?>> group) {
        closing = true;
        ended = true;
        group.forEach(this::failIfEnded);
        var left = new ArrayList<Pending<?>>(); // taken out, so that who waits for a place comes in and is told
        queue.drainTo(left);
        left.forEach(this::failIfEnded);
    }

    /// False when woken by [#close()] instead of a write.
    private boolean next(List<Pending<?>> group) {
        try {
            group.add(queue.take());
            queue.drainTo(group, batch - 1);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void commit(List<Pending<?>> group) {
        var changes = new ChangeLog();
        try {
            handle.execute("BEGIN IMMEDIATE");
            group.forEach(pending -> pending.apply(handle, changes));
            handle.execute("COMMIT");
        } catch (JdbiException e) {
            LOG.error("a commit of {} writes failed", group.size(), e);
            rollBack();
            group.forEach(pending -> pending.fail(e));
            return;
        }
        group.forEach(Pending::complete);
        tell(changes.changes());
    }

    private void rollBack() {
        try {
            handle.execute("ROLLBACK");
        } catch (JdbiException e) {
            // SQLite has already rolled back by itself after a full or failing disk.
            LOG.debug("nothing left to roll back", e);
        }
    }

    private void tell(Changes changes) {
        if (!changes.isEmpty()) {
            listeners.forEach(listener -> tell(listener, changes));
        }
    }

    /// What is committed stays committed, and the next commit must come, whatever a listener does.
    private static void tell(CommitListener listener, Changes changes) {
        try {
            listener.committed(changes);
        } catch (BrokenInvariantException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("a commit listener failed", e);
        }
    }

    /// Writes already queued are committed first.
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        handle.close();
    }

    private static final class Pending<T extends @Nullable Object> {
        private final Write<T> write;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private @Nullable T value;
        private @Nullable RuntimeException failure;

        Pending(Write<T> write) {
            this.write = write;
        }

        void apply(Handle handle, ChangeLog changes) {
            var own = new ChangeLog();
            handle.execute("SAVEPOINT one");
            try {
                value = write.apply(handle, own);
                changes.add(own);
            } catch (BrokenInvariantException e) {
                throw e;
            } catch (RuntimeException e) {
                failure = e;
                handle.execute("ROLLBACK TO one");
            }
            handle.execute("RELEASE one");
        }

        void complete() {
            if (failure != null) {
                result.completeExceptionally(failure);
            } else {
                result.complete(value);
            }
        }

        void fail(RuntimeException cause) {
            result.completeExceptionally(cause);
        }
    }
}
