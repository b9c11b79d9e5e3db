package cn.dangqun.kiosk.sync;

import cn.dangqun.protocol.FramePipeline;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.timeout.IdleStateHandler;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/// Opens TLS 1.3 connections to the street's server (DESIGN §5).
/// `known`: a time that has certainly been.
record StreetConnector(EventLoop loop, StreetAddress address, InstantSource known) {
    /// The server answers heartbeats every 30 seconds; silence longer than this is a dead connection.
    static final Duration SILENCE = Duration.ofSeconds(75);

    private static final int CONNECT_MILLIS = 10_000;

    /// `fingerprint`: as [Fingerprint#of].
    record StreetAddress(String host, int port, String fingerprint) {}

    /// `identity` is empty only to enrol. The future fails when nobody listens; a failed handshake reaches `handler`.
    ChannelFuture connect(Optional<KioskIdentity> identity, ChannelHandler handler) throws SSLException {
        var tls = tls(identity);
        return new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        var pipeline = channel.pipeline();
                        pipeline.addLast("tls", tls.newHandler(channel.alloc()));
                        pipeline.addLast("silence", new IdleStateHandler(SILENCE.toSeconds(), 0, 0, TimeUnit.SECONDS));
                        FramePipeline.install(pipeline, FramePipeline.DEFAULT_MAX_FRAME_BYTES);
                        pipeline.addLast("session", handler);
                    }
                })
                .connect(address.host(), address.port());
    }

    private SslContext tls(Optional<KioskIdentity> identity) throws SSLException {
        var builder = SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .protocols("TLSv1.3")
                .endpointIdentificationAlgorithm(null) // the pinned CA and the server's purpose say more than a name
                .trustManager(new PinnedTrust(address.fingerprint(), known));
        identity.ifPresent(own -> builder.keyManager(own.key(), own.chain().toArray(X509Certificate[]::new)));
        return builder.build();
    }
}
