package cn.dangqun.server.sync;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.server.db.DatabaseWriter;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.kiosks.StreetCa;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The endpoint kiosks connect to: TLS 1.3 with the street's certificate; a kiosk shows its own, or a one-time code
/// (DESIGN §5). [#close] lets every kiosk know before it goes.
@OneProcess("Connections to this process, which end with it.")
public final class SyncServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncServer.class);
    private static final int FLUSHES = 64;

    private final ServerSettings.Sync settings;
    private final SyncDoor door;
    private final SslContext tls;
    private final EventLoopGroup acceptor = group("sync-accept", 1);
    private final EventLoopGroup loops = group("sync", 0);
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sync-revocations").factory());
    private final Channel listening;

    private SyncServer(ServerSettings.Sync settings, SyncDoor door, StreetCa ca) throws SSLException {
        this.settings = settings;
        this.door = door;
        this.tls = SslContextBuilder.forServer(ca.serverKey(), ca.serverChain().toArray(X509Certificate[]::new))
                .sslProvider(SslProvider.JDK)
                .protocols("TLSv1.3")
                .trustManager(ca.certificate())
                .clientAuth(ClientAuth.OPTIONAL)
                .build();
        this.listening = listen();
    }

    /// Listens, and hears from `writer` what is published. Throws what binding throws.
    public static SyncServer start(
            ServerSettings.Sync settings, SyncServices services, StreetCa ca, DatabaseWriter writer)
            throws SSLException {
        var server = new SyncServer(settings, new SyncDoor(settings, services, writer), ca);
        var _ = server.watch.scheduleWithFixedDelay(server::expelRevoked, 1, 1, TimeUnit.SECONDS);
        return server;
    }

    private static EventLoopGroup group(String name, int threads) {
        return new MultiThreadIoEventLoopGroup(threads, new DefaultThreadFactory(name), NioIoHandler.newFactory());
    }

    private Channel listen() {
        return new ServerBootstrap()
                .group(acceptor, loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        connections.add(channel);
                        build(channel);
                    }
                })
                .bind(settings.host(), settings.port())
                .syncUninterruptibly()
                .channel();
    }

    private void build(Channel channel) {
        var pipeline = channel.pipeline();
        pipeline.addLast("flush", new FlushConsolidationHandler(FLUSHES, true));
        pipeline.addLast("tls", tls.newHandler(channel.alloc()));
        door.install(channel, SyncDoor.Peer.OF_TLS);
    }

    /// Also hears of revocations made by another process on the same database.
    private void expelRevoked() {
        try {
            door.expelRevoked();
        } catch (RuntimeException e) {
            // Top of this thread: the next round tries again.
            LOG.error("revocations could not be read", e);
        }
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) listening.localAddress();
    }

    /// The kiosks connected now.
    public Set<KioskId> connected() {
        return door.connected();
    }

    @Override
    public void close() {
        watch.shutdownNow();
        listening.close().syncUninterruptibly();
        door.refuseAll(Refusal.Reason.BUSY, "the server stops");
        connections.close().awaitUninterruptibly();
        var _ = acceptor.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
