package cn.dangqun.simulation.line;

import cn.dangqun.simulation.world.Power;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.AbstractScheduledEventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Ticker;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// Netty's event loop of one machine, on the world's time.
public final class SimLoop extends AbstractScheduledEventExecutor implements EventLoop {
    private final Power power;
    private final Ticker ticker;
    private boolean closing;

    public SimLoop(Power power) {
        this.power = power;
        this.ticker = new Ticker() {
            @Override
            public long nanoTime() {
                return power.world().now();
            }

            @Override
            public long initialNanoTime() {
                return 0;
            }

            @Override
            public void sleep(long delay, TimeUnit unit) {
                throw new UnsupportedOperationException("nobody sleeps here");
            }
        };
    }

    @Override
    public void execute(Runnable task) {
        power.world().soon(power.life(), task);
    }

    @Override
    public Ticker ticker() {
        return ticker;
    }

    @Override
    @SuppressWarnings("deprecation") // Netty itself still asks it
    protected long getCurrentTimeNanos() {
        return ticker.nanoTime();
    }

    private void due() {
        for (var task = pollScheduledTask(ticker.nanoTime());
                task != null;
                task = pollScheduledTask(ticker.nanoTime())) {
            task.run();
        }
        wake();
    }

    private void wake() {
        long next = nextScheduledTaskDeadlineNanos();
        if (next >= 0) {
            power.world().at(next, power.life(), this::due);
        }
    }

    @Override
    public io.netty.util.concurrent.ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        var scheduled = super.schedule(command, delay, unit);
        wake();
        return scheduled;
    }

    @Override
    public <V> io.netty.util.concurrent.ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        var scheduled = super.schedule(callable, delay, unit);
        wake();
        return scheduled;
    }

    @Override
    public io.netty.util.concurrent.ScheduledFuture<?> scheduleAtFixedRate(
            Runnable command, long first, long period, TimeUnit unit) {
        var scheduled = super.scheduleAtFixedRate(command, first, period, unit);
        wake();
        return scheduled;
    }

    @Override
    public io.netty.util.concurrent.ScheduledFuture<?> scheduleWithFixedDelay(
            Runnable command, long first, long delay, TimeUnit unit) {
        var scheduled = super.scheduleWithFixedDelay(command, first, delay, unit);
        wake();
        return scheduled;
    }

    @Override
    public ChannelFuture register(Channel channel) {
        return register(new DefaultChannelPromise(channel, this));
    }

    @Override
    public ChannelFuture register(ChannelPromise promise) {
        promise.channel().unsafe().register(this, promise);
        return promise;
    }

    @Override
    @Deprecated
    public ChannelFuture register(Channel channel, ChannelPromise promise) {
        channel.unsafe().register(this, promise);
        return promise;
    }

    @Override
    public EventLoopGroup parent() {
        return (EventLoopGroup) super.parent();
    }

    @Override
    public EventLoop next() {
        return this;
    }

    @Override
    public boolean inEventLoop(Thread thread) {
        return true;
    }

    @Override
    public Future<?> shutdownGracefully(long quietPeriod, long timeout, TimeUnit unit) {
        closing = true;
        cancelScheduledTasks();
        return newSucceededFuture(null);
    }

    @Override
    public Future<?> terminationFuture() {
        return newSucceededFuture(null);
    }

    @Override
    @Deprecated
    public void shutdown() {
        closing = true;
    }

    @Override
    public boolean isShuttingDown() {
        return closing;
    }

    @Override
    public boolean isShutdown() {
        return closing;
    }

    @Override
    public boolean isTerminated() {
        return closing;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return closing;
    }
}
