package cn.dangqun.simulation.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// The threads of a machine that are none. A writer does one work after another, soon, or at once when somebody waits;
/// workers and timers do what may wait for a writer. Timers that look every few seconds look every five minutes.
public final class SimExecutor extends AbstractExecutorService implements ScheduledExecutorService {
    private static final long SHORTEST_PERIOD = TimeUnit.MINUTES.toNanos(5);

    private final Power power;
    private final boolean writes;
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean awake;
    private boolean busy;
    private boolean closed;

    private SimExecutor(Power power, boolean writes) {
        this.power = power;
        this.writes = writes;
    }

    public static SimExecutor writer(Power power) {
        var writer = new SimExecutor(power, true);
        power.writes(writer);
        return writer;
    }

    public static SimExecutor worker(Power power) {
        return new SimExecutor(power, false);
    }

    @Override
    public void execute(Runnable task) {
        if (closed) {
            throw new RejectedExecutionException("closed");
        }
        tasks.add(task);
        if (writes && power.isWaitedFor()) {
            drain();
        } else if (!awake) {
            awake = true;
            power.world().soon(power.life(), this::turn);
        }
    }

    private void turn() {
        awake = false;
        drain();
    }

    void drain() {
        if (busy) {
            return;
        }
        busy = true;
        try {
            for (var task = tasks.poll(); task != null; task = tasks.poll()) {
                run(task);
            }
        } finally {
            busy = false;
        }
    }

    private void run(Runnable task) {
        if (writes) {
            task.run();
        } else {
            power.waiting(task);
        }
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return new Timed<Object>(command, unit.toNanos(delay), 0).begin();
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException("nobody asks a timer for a value");
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long first, long period, TimeUnit unit) {
        return scheduleWithFixedDelay(command, first, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long first, long delay, TimeUnit unit) {
        return new Timed<Object>(command, unit.toNanos(first), Math.max(SHORTEST_PERIOD, unit.toNanos(delay))).begin();
    }

    @Override
    public void shutdown() {
        closed = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        closed = true;
        var left = List.copyOf(tasks);
        tasks.clear();
        return left;
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
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        drain();
        return isTerminated();
    }

    private final class Timed<V> extends CompletableFuture<V> implements ScheduledFuture<V> {
        private final Runnable command;
        private final long first;
        private final long period;

        Timed(Runnable command, long first, long period) {
            this.command = command;
            this.first = first;
            this.period = period;
        }

        Timed<V> begin() {
            power.world().at(power.world().now() + first, power.life(), this::due);
            return this;
        }

        private void due() {
            if (closed || isDone()) {
                return;
            }
            execute(command);
            if (period > 0) {
                power.world().at(power.world().now() + period, power.life(), this::due);
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return 0;
        }
    }
}
