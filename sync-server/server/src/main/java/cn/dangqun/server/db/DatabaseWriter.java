package cn.dangqun.server.db;

import cn.dangqun.store.Ground;
import cn.dangqun.store.GroupCommit;
import cn.dangqun.store.Halt;
import cn.dangqun.store.RefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The only one that writes, on the thread that `executor` is: what waits is committed together, and futures
/// complete, in order, after the commit is durable (DESIGN §5, §6: group commit).
@OneProcess("Listeners are told of this process's commits: several processes look for newer numbers once a"
        + " second, and are told nothing.")
public final class DatabaseWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWriter.class);

    /// Room beside what everybody shares, for who was let in before they offer anything (`ledger.Turnstile`).
    public static final int ADMITTED = 512;

    private final Handle handle;
    private final int ordinary;
    private final GroupCommit<Noted> writer;
    private final CopyOnWriteArrayList<CommitListener> listeners = new CopyOnWriteArrayList<>();
    private final Damage damage;

    /// `handle` belongs to this writer from now on.
    DatabaseWriter(Handle handle, GroupCommit.Limits limits, Executor executor, Halt halt, Damage damage) {
        this.damage = damage;
        this.handle = handle.setStatementBuilder(new PreparedStatements(handle.getConnection()));
        this.ordinary = limits.waiting();
        var room = new GroupCommit.Limits(limits.together(), limits.waiting() + ADMITTED);
        this.writer = new GroupCommit<>(new OneHandle(), room, executor, halt);
    }

    /// What the writes of one transaction changed together.
    private record Noted(ChangeLog changes) {}

    public void onCommit(CommitListener listener) {
        listeners.add(listener);
    }

    /// Never blocks; empty when the queue is full, so that the caller can ask its client to come back later.
    public <T extends @Nullable Object> Optional<CompletableFuture<T>> offer(Write<T> write) {
        return writer.waiting() < ordinary ? offerAdmitted(write) : Optional.empty();
    }

    /// The same for at most [#ADMITTED] at once who were let in: there is room for them whatever else waits; empty only
    /// when the writer has ended.
    public <T extends @Nullable Object> Optional<CompletableFuture<T>> offerAdmitted(Write<T> write) {
        var result = writer.offer(work(write));
        return isRefused(result) ? Optional.empty() : Optional.of(result);
    }

    private static boolean isRefused(CompletableFuture<?> result) {
        return result.isCompletedExceptionally() && result.exceptionNow() instanceof RefusedException;
    }

    /// Waits for a place in the queue, then for the commit. Never call it on a network thread or on the writer's own.
    public <T extends @Nullable Object> T write(Write<T> write) {
        var result = writer.put(work(write));
        if (isRefused(result)) {
            throw (RefusedException) result.exceptionNow();
        }
        return result.join();
    }

    private <T extends @Nullable Object> GroupCommit.Work<Noted, T> work(Write<T> write) {
        return noted -> {
            var own = new ChangeLog();
            var value = write.apply(handle, own);
            noted.changes().add(own);
            return value;
        };
    }

    /// What is committed stays committed, and the next commit must come, whatever a listener does.
    private static void tell(CommitListener listener, Changes changes) {
        try {
            listener.committed(changes);
        } catch (RuntimeException e) {
            LOG.error("a commit listener failed", e);
        }
    }

    /// Writes already queued are committed first.
    @Override
    public void close() {
        writer.close().join();
    }

    private final class OneHandle implements Ground<Noted> {
        @Override
        public Connection connection() {
            return handle.getConnection();
        }

        @Override
        public Noted begin() {
            return new Noted(new ChangeLog());
        }

        @Override
        public void committed(Noted noted) {
            // the one connection stays as it is
        }

        @Override
        public void told(Noted noted) {
            var changes = noted.changes().changes();
            if (!changes.isEmpty()) {
                listeners.forEach(listener -> tell(listener, changes));
            }
        }

        @Override
        public void failed(SQLException why) {
            damage.look(why);
            LOG.error("a commit failed", why);
        }

        @Override
        public void close() {
            handle.close();
        }
    }
}
