package cn.dangqun.bench.sync;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.FramePipeline;
import cn.dangqun.protocol.ProtocolVersion;
import cn.dangqun.protocol.wire.Ack;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.Heartbeat;
import cn.dangqun.protocol.wire.Hello;
import cn.dangqun.protocol.wire.Push;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Speaks the protocol as fast as it is answered and keeps nothing: what is measured is the street. On one event loop,
/// but for [#connect] and [#go].
final class LeanKiosk {
    private static final int HEARTBEAT_SECONDS = 30;

    private final KioskId id;
    private final int number;
    private final List<Push> pushes;
    private final SslContext tls;
    private final InetSocketAddress street;
    private final EventLoopGroup loops;
    private final AtomicInteger busy;
    private final CompletableFuture<Long> told = new CompletableFuture<>();
    private @Nullable Channel channel;
    private CompletableFuture<LeanKiosk> welcomed = new CompletableFuture<>();
    private int window;
    private int sent;
    private int acknowledged;
    private boolean going;

    LeanKiosk(
            KioskId id,
            int number,
            List<Push> pushes,
            SslContext tls,
            InetSocketAddress street,
            EventLoopGroup loops,
            AtomicInteger busy) {
        this.id = id;
        this.number = number;
        this.pushes = pushes;
        this.tls = tls;
        this.street = street;
        this.loops = loops;
        this.busy = busy;
    }

    KioskId id() {
        return id;
    }

    /// Completes when the street has said welcome.
    CompletableFuture<LeanKiosk> connect() {
        welcomed = new CompletableFuture<>();
        open();
        return welcomed;
    }

    private void open() {
        var _ = new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel opened) {
                        opened.pipeline().addLast(tls.newHandler(opened.alloc()));
                        FramePipeline.install(opened.pipeline(), FramePipeline.DEFAULT_MAX_FRAME_BYTES);
                        opened.pipeline().addLast(new Line());
                    }
                })
                .connect(street);
    }

    /// Sends what it has; completes with the moment, on this process's clock, when the street has told of all of it.
    CompletableFuture<Long> go() {
        if (channel == null) {
            throw new IllegalStateException("not connected");
        }
        channel.eventLoop().execute(() -> {
            going = true;
            pushMore();
        });
        return told;
    }

    private void pushMore() {
        while (going && channel != null && sent < pushes.size() && sent - acknowledged < window) {
            var _ = channel.writeAndFlush(
                    Frame.newBuilder().setPush(pushes.get(sent++)).build());
        }
        if (going && acknowledged == pushes.size()) {
            told.complete(System.nanoTime());
        }
    }

    private void acked(Ack ack) {
        acknowledged = Math.toIntExact(ack.getPushId());
        pushMore();
    }

    private void welcome(Channel own, int streetWindow, long has) {
        channel = own;
        window = streetWindow;
        acknowledged = Math.toIntExact((has + MadeUpFacts.TOGETHER - 1) / MadeUpFacts.TOGETHER);
        sent = acknowledged;
        welcomed.complete(this);
        pushMore();
    }

    private void refused(String why, int retrySeconds) {
        channel = null;
        if (why.equals("BUSY")) {
            busy.incrementAndGet();
            var _ = loops.schedule(this::open, retrySeconds, TimeUnit.SECONDS);
        } else {
            var failure = new IllegalStateException(id + " was refused: " + why);
            welcomed.completeExceptionally(failure);
            told.completeExceptionally(failure);
        }
    }

    private final class Line extends SimpleChannelInboundHandler<Frame> {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
                var _ = context.writeAndFlush(Frame.newBuilder()
                        .setHello(Hello.newBuilder()
                                .setProtocolOldest(ProtocolVersion.NEWEST)
                                .setProtocolNewest(ProtocolVersion.NEWEST)
                                .setSoftware("bench")
                                .setEpoch(MadeUpFacts.epoch(number).hex())
                                .setLastSeq(Long.MAX_VALUE))
                        .build());
                var beat = context.executor()
                        .scheduleAtFixedRate(
                                () -> beat(context), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                context.channel().closeFuture().addListener(closed -> beat.cancel(false));
            }
            context.fireUserEventTriggered(event);
        }

        private static void beat(ChannelHandlerContext context) {
            var _ = context.writeAndFlush(Frame.newBuilder()
                    .setHeartbeat(Heartbeat.getDefaultInstance())
                    .build());
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, Frame frame) {
            switch (frame.getBodyCase()) {
                case WELCOME ->
                    welcome(
                            context.channel(),
                            frame.getWelcome().getWindow(),
                            frame.getWelcome().getAckedSeq());
                case ACK -> acked(frame.getAck());
                case REFUSAL ->
                    refused(
                            frame.getRefusal().getReason().name(),
                            frame.getRefusal().getRetryAfterSeconds());
                default -> {
                    // what the street publishes is none of this measurement
                }
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            told.completeExceptionally(cause);
            welcomed.completeExceptionally(cause);
            var _ = context.close();
        }
    }
}
