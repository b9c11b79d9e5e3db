package cn.dangqun.simulation.line;

import cn.dangqun.protocol.wire.Frame;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;

/// The first words of a kiosk, as an older program would say them.
final class Hello {
    private static final int LENGTH_BYTES = 4;

    private Hello() {}

    /// The same bytes where there is no hello, or it promises no more.
    static byte[] speaking(byte[] bytes, int newest) {
        if (bytes.length < LENGTH_BYTES || ByteBuffer.wrap(bytes).getInt() != bytes.length - LENGTH_BYTES) {
            return bytes;
        }
        try {
            var frame = Frame.parseFrom(ByteBuffer.wrap(bytes, LENGTH_BYTES, bytes.length - LENGTH_BYTES));
            if (!frame.hasHello() || frame.getHello().getProtocolNewest() <= newest) {
                return bytes;
            }
            var hello = frame.getHello().toBuilder().setProtocolNewest(newest);
            var said = frame.toBuilder().setHello(hello).build().toByteArray();
            return ByteBuffer.allocate(LENGTH_BYTES + said.length)
                    .putInt(said.length)
                    .put(said)
                    .array();
        } catch (InvalidProtocolBufferException e) {
            return bytes;
        }
    }
}
