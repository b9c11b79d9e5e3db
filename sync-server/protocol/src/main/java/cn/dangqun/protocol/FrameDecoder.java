package cn.dangqun.protocol;

import cn.dangqun.protocol.FrameException.Fault;
import cn.dangqun.protocol.wire.Frame;
import com.google.protobuf.InvalidProtocolBufferException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/// Bytes to [Frame]s. A fault ends the reading of this connection for good.
final class FrameDecoder extends ByteToMessageDecoder {
    private int maxFrameBytes;
    private boolean broken;

    FrameDecoder(int maxFrameBytes) {
        this.maxFrameBytes = maxFrameBytes;
    }

    void allow(int bytes) {
        maxFrameBytes = bytes;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (broken) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (in.readableBytes() < FramePipeline.LENGTH_BYTES) {
            return;
        }
        var length = in.getUnsignedInt(in.readerIndex());
        if (length == 0) {
            throw broken(in, new FrameException(Fault.MALFORMED, "a frame of no bytes"));
        }
        if (length > maxFrameBytes) {
            throw broken(
                    in, new FrameException(Fault.OVERSIZE, "a frame of " + length + " bytes, limit " + maxFrameBytes));
        }
        var end = FramePipeline.LENGTH_BYTES + (int) length;
        if (in.readableBytes() < end) {
            return;
        }
        out.add(frame(in, (int) length));
        in.skipBytes(end);
    }

    private Frame frame(ByteBuf in, int length) {
        try {
            var frame = Frame.parseFrom(in.nioBuffer(in.readerIndex() + FramePipeline.LENGTH_BYTES, length));
            if (frame.getBodyCase() == Frame.BodyCase.BODY_NOT_SET) {
                throw broken(in, new FrameException(Fault.MALFORMED, "a frame without a known body"));
            }
            return frame;
        } catch (InvalidProtocolBufferException e) {
            throw broken(in, new FrameException("not a frame", e));
        }
    }

    private FrameException broken(ByteBuf in, FrameException fault) {
        broken = true;
        in.skipBytes(in.readableBytes());
        return fault;
    }
}
