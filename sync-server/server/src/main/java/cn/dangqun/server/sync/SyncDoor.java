package cn.dangqun.server.sync;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.FramePipeline;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.server.db.DatabaseWriter;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;

/// What stands behind every connection of a kiosk, whatever carries its bytes: the sessions of this process, and how
/// one comes about. Safe for use from several threads.
public final class SyncDoor {
    /// Kiosks send a heartbeat every 30 seconds.
    public static final Duration SILENCE = Duration.ofSeconds(90);

    private final ServerSettings.Sync settings;
    private final SyncServices services;
    private final LiveSessions sessions = new LiveSessions();
    private final Thresholds thresholds;

    /// Hears from `writer` what is published.
    public SyncDoor(ServerSettings.Sync settings, SyncServices services, DatabaseWriter writer) {
        this.settings = settings;
        this.services = services;
        this.thresholds = new Thresholds(settings);
        writer.onCommit(sessions);
    }

    /// Who stands at the other end, asked when the handshake is over; empty when they showed nothing.
    @FunctionalInterface
    public interface Peer {
        Optional<X509Certificate> certificate(ChannelPipeline pipeline);

        /// As TLS has proved it.
        Peer OF_TLS = pipeline -> {
            try {
                var session = pipeline.get(SslHandler.class).engine().getSession();
                return session.getPeerCertificates()[0] instanceof X509Certificate own
                        ? Optional.of(own)
                        : Optional.empty();
            } catch (SSLPeerUnverifiedException e) {
                return Optional.empty();
            }
        };
    }

    /// Everything after what carries the bytes, which fires [io.netty.handler.ssl.SslHandshakeCompletionEvent]
    /// when it knows who the other is.
    public void install(Channel channel, Peer peer) {
        var pipeline = channel.pipeline();
        pipeline.addLast("silence", new IdleStateHandler(SILENCE.toSeconds(), 0, 0, TimeUnit.SECONDS));
        var threshold = thresholds.of(channel);
        FramePipeline.install(pipeline, ThresholdHandler.FRAME_BYTES, settings.maxFrameBytes());
        pipeline.addLast("threshold", threshold);
        pipeline.addLast("connection", new ConnectionHandler(services, sessions, settings.window(), threshold, peer));
    }

    /// Ends the sessions of those who may no longer talk, or not here. Blocks.
    public void expelRevoked() {
        sessions.expelRevoked(services.kiosks());
    }

    /// The kiosks connected now.
    public Set<KioskId> connected() {
        return sessions.ids();
    }

    void refuseAll(Refusal.Reason reason, String detail) {
        sessions.refuseAll(reason, detail);
    }
}
