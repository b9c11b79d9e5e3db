package cn.dangqun.server.sync;

import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.Refusal;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection: sending, asking something that blocks, refusing once. All methods on its event loop, except
/// [#refuse] and [#onLoop]. After a refusal everything that still arrives is ignored.
final class Connection {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    /// The peer gets this long to read a refusal: closing at once could destroy it in flight.
    private static final int LINGER_SECONDS = 3;

    private final Channel channel;
    private final Executor workers;
    private final RandomGenerator chance;
    private String peer;
    private boolean ended;
    private int held;

    Connection(Channel channel, SyncServices services) {
        this.channel = channel;
        this.workers = services.workers();
        this.chance = services.chance();
        this.peer = String.valueOf(channel.remoteAddress());
    }

    /// What log lines call the other side from now on.
    void name(String kiosk) {
        peer = "kiosk " + kiosk + " at " + channel.remoteAddress();
    }

    String peer() {
        return peer;
    }

    boolean isEnded() {
        return ended;
    }

    void send(Frame.Builder frame) {
        if (!ended) {
            // A failed write has already failed the connection, which says so.
            var _ = channel.writeAndFlush(frame.build());
        }
    }

    /// Stops reading until as many [#resume]s follow, or until the peer reads what was sent to it.
    void hold() {
        held++;
        updateReading();
    }

    void resume() {
        held--;
        updateReading();
    }

    void updateReading() {
        channel.config().setAutoRead(ended || (held == 0 && channel.isWritable()));
    }

    /// Runs `work` on a worker and `then` back on the event loop, unless the connection has ended meanwhile.
    /// Nothing is read until then.
    <T> void ask(Supplier<T> work, Consumer<T> then) {
        hold();
        askAside(work, answer -> {
            // In this order: resuming may deliver the next frame at once.
            then.accept(answer);
            resume();
        });
    }

    /// The same while reading goes on.
    <T> void askAside(Supplier<T> work, Consumer<T> then) {
        await(CompletableFuture.supplyAsync(work, workers), then);
    }

    /// `then` on the event loop once `future` completes; its failure ends this connection and no other.
    <T> void await(CompletableFuture<T> future, Consumer<T> then) {
        var _ = future.whenCompleteAsync(
                (answer, failure) -> {
                    if (ended) {
                        return;
                    }
                    if (failure == null) {
                        then.accept(answer);
                    } else {
                        LOG.error("{}: request failed", peer, failure);
                        refuse(Refusal.Reason.BUSY, "request failed");
                    }
                },
                channel.eventLoop());
    }

    /// On the event loop when so much time has passed, unless the connection has ended by then.
    void after(Duration time, Runnable task) {
        var _ = channel.eventLoop()
                .schedule(
                        () -> {
                            if (!ended) {
                                task.run();
                            }
                        },
                        time.toNanos(),
                        TimeUnit.NANOSECONDS);
    }

    /// Says why and ends the connection. May be called from any thread; only the first refusal counts.
    void refuse(Refusal.Reason reason, String detail) {
        refuse(Refusals.closing(reason, detail, chance));
    }

    /// The same, with more to say.
    void refuse(Refusal refusal) {
        onLoop(() -> refuseOnLoop(refusal));
    }

    /// From any thread; at once when already on the event loop.
    void onLoop(Runnable task) {
        if (channel.eventLoop().inEventLoop()) {
            task.run();
        } else {
            channel.eventLoop().execute(task);
        }
    }

    private void refuseOnLoop(Refusal refusal) {
        if (ended) {
            return;
        }
        LOG.info("{} refused: {}, {}", peer, refusal.getReason(), refusal.getDetail());
        channel.writeAndFlush(Frame.newBuilder().setRefusal(refusal).build()).addListener(sent -> endOutput());
        ended = true;
        updateReading();
        var close = channel.eventLoop().schedule(this::close, LINGER_SECONDS, TimeUnit.SECONDS);
        channel.closeFuture().addListener(closed -> close.cancel(false));
    }

    /// The refusal is the last the peer reads; what it is still sending is read and thrown away.
    private void endOutput() {
        var tls = channel.pipeline().get(SslHandler.class);
        if (tls != null) {
            var _ = tls.closeOutbound();
        }
    }

    /// Ends without a word, after the one log line for it.
    void drop(String why) {
        if (!ended) {
            ended = true;
            LOG.info("{} dropped: {}", peer, why);
            close();
        }
    }

    private void close() {
        var _ = channel.close();
    }
}
