package cn.dangqun.kiosk.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The store thread of a ledger, as a test lets it work: one group of works a turn, on the test's own thread.
final class Turns extends AbstractExecutorService {
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean closed;

    /// False when nobody waits.
    boolean turn() {
        var task = tasks.poll();
        if (task != null) {
            task.run();
        }
        return task != null;
    }

    <T> T done(CompletableFuture<Commit<T>> commit) {
        boolean more = true;
        while (more && !commit.isDone()) {
            more = turn();
        }
        return LedgerOnDisk.done(commit);
    }

    @Override
    public void execute(Runnable task) {
        if (closed) {
            task.run(); // the last works, and the end
        } else {
            tasks.add(task);
        }
    }

    /// From now on it works by itself.
    void go() {
        closed = true;
        boolean more = true;
        while (more) {
            more = turn();
        }
    }

    @Override
    public void shutdown() {
        closed = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        closed = true;
        return List.copyOf(tasks);
    }

    @Override
    public boolean isShutdown() {
        return closed;
    }

    @Override
    public boolean isTerminated() {
        return closed && tasks.isEmpty();
    }

    @Override
    public boolean awaitTermination(long time, TimeUnit unit) {
        return isTerminated();
    }
}
