package cn.dangqun.kiosk.sync;

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
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLException;

/// Opens TLS 1.3 connections to the street's server (DESIGN §5).
record StreetConnector(EventLoop loop, String host, int port) implements StreetLine {
    private static final int CONNECT_MILLIS = 10_000;

    @Override
    public ChannelFuture connect(Call call, ChannelHandler session) throws SSLException {
        var tls = tls(call);
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
                        StreetLine.install(pipeline, session);
                    }
                })
                .connect(host, port);
    }

    private static SslContext tls(Call call) throws SSLException {
        var builder = SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .protocols("TLSv1.3")
                .endpointIdentificationAlgorithm(null) // the pinned CA and the server's purpose say more than a name
                .trustManager(new PinnedTrust(call.fingerprint(), call.known()));
        call.identity()
                .ifPresent(own -> builder.keyManager(own.key(), own.chain().toArray(X509Certificate[]::new)));
        return builder.build();
    }
}
