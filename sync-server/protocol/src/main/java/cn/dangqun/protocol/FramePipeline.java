package cn.dangqun.protocol;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.flow.FlowControlHandler;

/// Puts framing into a channel: a 4-byte big-endian length, then one [cn.dangqun.protocol.wire.Frame] (DESIGN §5).
///
/// Handlers after it receive and write `Frame`s, one per read while auto-read is off. Bytes that are no frame arrive
/// once as a [FrameException].
public final class FramePipeline {
    /// The limit unless settings say otherwise.
    public static final int DEFAULT_MAX_FRAME_BYTES = 1024 * 1024;

    static final int LENGTH_BYTES = 4;

    private FramePipeline() {}

    public static void install(ChannelPipeline pipeline, int maxFrameBytes) {
        install(pipeline, maxFrameBytes, maxFrameBytes);
    }

    /// Takes frames of `firstFrameBytes` at most until [#allow]; what is sent is bounded by `maxFrameBytes`.
    public static void install(ChannelPipeline pipeline, int firstFrameBytes, int maxFrameBytes) {
        pipeline.addLast("frame-decoder", new FrameDecoder(firstFrameBytes));
        pipeline.addLast("frame-encoder", new FrameEncoder(maxFrameBytes));
        pipeline.addLast("frame-flow", new FlowControlHandler());
    }

    /// From now on frames of this length are taken. Call on the channel's event loop.
    public static void allow(ChannelPipeline pipeline, int maxFrameBytes) {
        pipeline.get(FrameDecoder.class).allow(maxFrameBytes);
    }
}
