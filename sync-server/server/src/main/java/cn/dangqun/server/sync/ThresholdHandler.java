package cn.dangqun.server.sync;

import cn.dangqun.protocol.FramePipeline;
import cn.dangqun.server.web.Strangers;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerAdapter;
import io.netty.channel.ChannelHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A connection before its hello: its frames and reads are small, and it gives way to others. On its event loop.
final class ThresholdHandler extends ChannelHandlerAdapter {
    /// A hello with every mark and the health of every device is a third of it.
    static final int FRAME_BYTES = 16 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(ThresholdHandler.class);

    private final Channel channel;
    private final int maxFrameBytes;
    private final Strangers<Channel> strangers;
    private final Strangers<Channel> bearers;
    private final ReadSize reads = new ReadSize();
    private final String origin;
    private String serial = "";

    ThresholdHandler(Channel channel, int maxFrameBytes, Strangers<Channel> strangers, Strangers<Channel> bearers) {
        this.channel = channel;
        this.maxFrameBytes = maxFrameBytes;
        this.strangers = strangers;
        this.bearers = bearers;
        this.origin = Strangers.origin(channel.remoteAddress());
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        channel.config().setRecvByteBufAllocator(reads);
        channel.closeFuture().addListener(closed -> leave());
        strangers.enter(origin, channel).ifPresent(ThresholdHandler::giveWay);
    }

    private static void giveWay(Channel oldest) {
        LOG.debug("{} gives way to one that comes", oldest.remoteAddress());
        var _ = oldest.close();
    }

    /// It holds the key of this certificate of ours.
    void showed(String certificate) {
        strangers.leave(origin, channel);
        serial = certificate;
        bearers.enter(serial, channel).ifPresent(ThresholdHandler::giveWay);
    }

    /// It said hello and was let in.
    void crossed() {
        leave();
        reads.grow();
        FramePipeline.allow(channel.pipeline(), maxFrameBytes);
    }

    private void leave() {
        strangers.leave(origin, channel);
        bearers.leave(serial, channel);
    }
}
