package cn.dangqun.kiosk.window;

import cn.dangqun.kiosk.sync.WindowKey;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens for browsers, over TLS and in no other way. Strangers are turned away before a byte of theirs is read;
/// connections, lines, headers and bodies are bounded.
final class WebServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WebServer.class);
    private static final int MOST = 128;
    private static final int MOST_OF_ONE = 48;
    private static final int LONGEST_LINE = 1024;
    private static final int LONGEST_HEADERS = 8192;
    private static final int LONGEST_BODY = 32 * 1024;
    private static final int QUIET_SECONDS = 60;
    private static final int TICK_SECONDS = 15;
    private static final long CLOSING_SECONDS = 2;

    private final MultiThreadIoEventLoopGroup group;
    private final Channel listening;
    private final DefaultChannelGroup connections;

    private WebServer(MultiThreadIoEventLoopGroup group, Channel listening, DefaultChannelGroup connections) {
        this.group = group;
        this.listening = listening;
        this.connections = connections;
    }

    /// @throws IOException when the port is taken, or the key cannot be used
    static WebServer start(int port, WindowKey key, Neighbours neighbours, Admission admission, Streams streams)
            throws IOException {
        var tls = SslContextBuilder.forServer(key.key(), key.chain().toArray(X509Certificate[]::new))
                .protocols("TLSv1.3", "TLSv1.2")
                .build();
        var group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("window-page", true), NioIoHandler.newFactory());
        var connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        var bound = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childHandler(new Entering(tls, neighbours, admission, streams, connections))
                .bind(port)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            var _ = group.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            throw new IOException("port " + port + " cannot be used", bound.cause());
        }
        var _ = group.next().scheduleAtFixedRate(streams::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
        var server = new WebServer(group, bound.channel(), connections);
        log.info("The window page is served at https://{}:{}/", key.address(), server.port());
        return server;
    }

    private static final class Entering extends ChannelInitializer<Channel> {
        private final SslContext tls;
        private final Neighbours neighbours;
        private final Admission admission;
        private final Streams streams;
        private final DefaultChannelGroup connections;

        Entering(
                SslContext tls,
                Neighbours neighbours,
                Admission admission,
                Streams streams,
                DefaultChannelGroup connections) {
            this.tls = tls;
            this.neighbours = neighbours;
            this.admission = admission;
            this.streams = streams;
            this.connections = connections;
        }

        @Override
        protected void initChannel(Channel channel) {
            if (!mayEnter(channel)) {
                var _ = channel.close();
                return;
            }
            connections.add(channel);
            var decoding = new HttpDecoderConfig()
                    .setMaxInitialLineLength(LONGEST_LINE)
                    .setMaxHeaderSize(LONGEST_HEADERS)
                    .setMaxChunkSize(LONGEST_BODY);
            channel.pipeline()
                    .addLast(tls.newHandler(channel.alloc()))
                    .addLast(new IdleStateHandler(QUIET_SECONDS, 0, 0))
                    .addLast(new HttpServerCodec(decoding))
                    .addLast(new HttpObjectAggregator(LONGEST_BODY, true))
                    .addLast(new WebHandler(admission, streams));
        }

        private boolean mayEnter(Channel channel) {
            var from = address(channel);
            long ofOne = connections.stream()
                    .filter(other -> address(other).equals(from))
                    .count();
            return from.filter(neighbours::mayCome).isPresent() && ofOne < MOST_OF_ONE && connections.size() < MOST;
        }

        /// Empty when it is gone already.
        private static Optional<InetAddress> address(Channel channel) {
            return channel.remoteAddress() instanceof InetSocketAddress from
                    ? Optional.of(from.getAddress())
                    : Optional.empty();
        }
    }

    int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    @Override
    public void close() {
        listening.close().awaitUninterruptibly();
        connections.close().awaitUninterruptibly();
        group.shutdownGracefully(0, CLOSING_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
