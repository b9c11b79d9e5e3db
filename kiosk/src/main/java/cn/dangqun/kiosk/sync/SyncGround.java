package cn.dangqun.kiosk.sync;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.security.SecureRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// What the kiosk's end of the sync protocol stands on: the loop on which everything of a connection happens,
/// where disk and cryptography may be waited for, the line to the street, a clock that only goes forward, and
/// chance. Loop and workers are closed with the sync.
public record SyncGround(
        EventExecutor loop, ExecutorService workers, StreetLine line, LongSupplier nanoTime, RandomGenerator random) {
    private static final int WORKERS = 2;

    /// Threads and sockets of its own.
    static SyncGround own(Function<EventLoop, StreetLine> line) {
        var loop = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("sync", true), NioIoHandler.newFactory())
                .next();
        var workers = Executors.newFixedThreadPool(
                WORKERS, Thread.ofPlatform().daemon().name("sync-worker-", 1).factory());
        return new SyncGround(loop, workers, line.apply(loop), System::nanoTime, new SecureRandom());
    }
}
