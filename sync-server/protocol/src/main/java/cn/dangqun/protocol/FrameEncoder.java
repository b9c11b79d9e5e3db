package cn.dangqun.protocol;

import cn.dangqun.protocol.FrameException.Fault;
import cn.dangqun.protocol.wire.Frame;
import com.google.protobuf.CodedOutputStream;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import java.io.IOException;

/// [Frame]s to bytes; a frame over the limit fails its write and nothing is sent.
final class FrameEncoder extends MessageToByteEncoder<Frame> {
    private final int maxFrameBytes;

    FrameEncoder(int maxFrameBytes) {
        super(Frame.class);
        this.maxFrameBytes = maxFrameBytes;
    }

    @Override
    protected ByteBuf allocateBuffer(ChannelHandlerContext context, Frame frame, boolean preferDirect) {
        var size = frame.getSerializedSize();
        if (size > maxFrameBytes) {
            throw new FrameException(Fault.OVERSIZE, "a frame of " + size + " bytes, limit " + maxFrameBytes);
        }
        return context.alloc().ioBuffer(FramePipeline.LENGTH_BYTES + size);
    }

    @Override
    protected void encode(ChannelHandlerContext context, Frame frame, ByteBuf out) throws IOException {
        var size = frame.getSerializedSize();
        out.writeInt(size);
        var body = CodedOutputStream.newInstance(out.nioBuffer(out.writerIndex(), size));
        frame.writeTo(body);
        body.checkNoSpaceLeft();
        out.writerIndex(out.writerIndex() + size);
    }
}
