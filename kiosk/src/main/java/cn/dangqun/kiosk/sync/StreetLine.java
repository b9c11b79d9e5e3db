package cn.dangqun.kiosk.sync;

import cn.dangqun.protocol.FramePipeline;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/// The way from this kiosk to the street's server (DESIGN §5). What connects fires
/// [io.netty.handler.ssl.SslHandshakeCompletionEvent] when both know who the other is.
@FunctionalInterface
public interface StreetLine {
    /// The server answers heartbeats every 30 seconds; silence longer than this is a dead connection.
    Duration SILENCE = Duration.ofSeconds(75);

    /// Who is called and who calls. `fingerprint`: of the CA that the server must be of, as [Fingerprint#of];
    /// `identity` is empty only to enrol; `known`: a time that has certainly been.
    record Call(String fingerprint, Optional<KioskIdentity> identity, InstantSource known) {}

    /// The future fails when nobody listens; a failed handshake reaches `session`.
    ChannelFuture connect(Call call, ChannelHandler session) throws SSLException;

    /// What stands between whatever carries the bytes and `session`.
    static void install(ChannelPipeline pipeline, ChannelHandler session) {
        pipeline.addLast("silence", new IdleStateHandler(SILENCE.toSeconds(), 0, 0, TimeUnit.SECONDS));
        FramePipeline.install(pipeline, FramePipeline.DEFAULT_MAX_FRAME_BYTES);
        pipeline.addLast("session", session);
    }
}
