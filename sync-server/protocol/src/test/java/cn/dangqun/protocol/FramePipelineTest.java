package cn.dangqun.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.protocol.FrameException.Fault;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.HeartbeatReply;
import cn.dangqun.protocol.wire.Push;
import cn.dangqun.protocol.wire.ReferenceApplied;
import com.google.protobuf.ByteString;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoLeaks.class)
class FramePipelineTest {
    private static final int LIMIT = 1024;
    private static final Frame APPLIED = Frame.newBuilder()
            .setReferenceApplied(ReferenceApplied.newBuilder().setThrough(5))
            .build();
    private static final Frame REPLY = Frame.newBuilder()
            .setHeartbeatReply(HeartbeatReply.newBuilder().setWallMillis(-1))
            .build();

    private final EmbeddedChannel channel = new EmbeddedChannel();

    FramePipelineTest() {
        FramePipeline.install(channel.pipeline(), LIMIT);
    }

    @AfterEach
    void closeChannel() {
        channel.finishAndReleaseAll();
    }

    @Test
    void takesLargerFramesOnceTheyAreAllowed() {
        var fresh = new EmbeddedChannel();
        FramePipeline.install(fresh.pipeline(), 3, LIMIT);
        var frame = ByteBufUtil.decodeHexDump("000000044a020805");
        FramePipeline.allow(fresh.pipeline(), LIMIT);
        fresh.writeInbound(Unpooled.wrappedBuffer(frame));
        assertEquals(APPLIED, fresh.readInbound());
        fresh.finishAndReleaseAll();

        var stranger = new EmbeddedChannel();
        FramePipeline.install(stranger.pipeline(), 3, LIMIT);
        assertThrows(FrameException.class, () -> stranger.writeInbound(Unpooled.wrappedBuffer(frame)));
        stranger.finishAndReleaseAll();
    }

    @Test
    void writesTheBytesOfTheProtocolDocument() {
        channel.writeOutbound(APPLIED);

        ByteBuf sent = channel.readOutbound();
        assertEquals(
                "00000004" // length
                        + "4a" // field 9, reference_applied
                        + "02" // of 2 bytes
                        + "0805", // through = 5
                ByteBufUtil.hexDump(sent));
        sent.release();
    }

    @Test
    void readsWhatItWrites() {
        channel.writeOutbound(REPLY);

        channel.writeInbound((ByteBuf) channel.readOutbound());

        assertEquals(REPLY, channel.readInbound());
    }

    @Test
    void readsTwoFramesInOneBuffer() {
        channel.writeInbound(Unpooled.wrappedBuffer(bytes(APPLIED), bytes(REPLY)));

        assertEquals(APPLIED, channel.readInbound());
        assertEquals(REPLY, channel.readInbound());
    }

    @Test
    void readsAFrameByteByByte() {
        for (byte each : ByteBufUtil.getBytes(bytes(APPLIED))) {
            assertNull(channel.readInbound());
            channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {each}));
        }

        assertEquals(APPLIED, channel.readInbound());
    }

    @Test
    void readsTwoFramesSplitAtAnyPlace() {
        var whole = ByteBufUtil.getBytes(Unpooled.wrappedBuffer(bytes(APPLIED), bytes(REPLY)));
        for (int cut = 1; cut < whole.length; cut++) {
            channel.writeInbound(Unpooled.wrappedBuffer(whole, 0, cut));
            channel.writeInbound(Unpooled.wrappedBuffer(whole, cut, whole.length - cut));

            assertEquals(APPLIED, channel.readInbound(), "cut at " + cut);
            assertEquals(REPLY, channel.readInbound(), "cut at " + cut);
        }
    }

    @Test
    void readsAFrameOfExactlyTheLimitAndRefusesOneByteMore() {
        var fits = push(LIMIT);
        channel.writeInbound(bytes(fits));
        assertEquals(fits, channel.readInbound());

        assertEquals(Fault.OVERSIZE, faultOf(bytes(push(LIMIT + 1))));
    }

    @Test
    void refusesAnOversizeLengthBeforeItsBodyArrives() {
        assertEquals(Fault.OVERSIZE, faultOf(Unpooled.copyInt(LIMIT + 1)));
    }

    @Test
    void takesALengthWithTheHighestBitForOversizeNotNegative() {
        assertEquals(Fault.OVERSIZE, faultOf(Unpooled.copyInt(-1)));
    }

    @Test
    void refusesAnEmptyFrame() {
        assertEquals(Fault.MALFORMED, faultOf(Unpooled.copyInt(0)));
    }

    @Test
    void refusesABodyThatIsNoFrame() {
        assertEquals(Fault.MALFORMED, faultOf(Unpooled.wrappedBuffer(new byte[] {0, 0, 0, 3, 0x0a, 0x7f, 1})));
    }

    @Test
    void refusesAFrameWhoseBodyItDoesNotKnow() {
        // field 99, varint 1
        assertEquals(Fault.MALFORMED, faultOf(Unpooled.wrappedBuffer(new byte[] {0, 0, 0, 3, (byte) 0x98, 0x06, 1})));
    }

    @Test
    void endsInAFrameOrOneFaultWhateverArrives() {
        var random = new Random(20260701);
        for (int round = 0; round < 500; round++) {
            var noise = new byte[1 + random.nextInt(64)];
            random.nextBytes(noise);
            noise[0] = 0;
            noise[noise.length / 2] = (byte) random.nextInt(4);
            var fresh = new EmbeddedChannel();
            FramePipeline.install(fresh.pipeline(), LIMIT);
            try {
                fresh.writeInbound(Unpooled.wrappedBuffer(noise));
            } catch (FrameException e) {
                assertFalse(String.valueOf(e.getMessage()).isEmpty());
            } finally {
                fresh.finishAndReleaseAll();
            }
        }
    }

    @Test
    void deliversWhatCameBeforeAFaultAndNothingAfterIt() {
        var together = Unpooled.wrappedBuffer(bytes(APPLIED), Unpooled.copyInt(0), bytes(REPLY));
        assertThrows(FrameException.class, () -> channel.writeInbound(together));
        channel.writeInbound(bytes(REPLY));

        assertEquals(APPLIED, channel.readInbound());
        assertNull(channel.readInbound());
    }

    @Test
    void losesNothingWhenAConnectionEndsInsideAFrame() {
        channel.writeInbound(bytes(APPLIED).readSlice(5).retain());

        assertFalse(channel.finish());
    }

    @Test
    void failsTheWriteOfAFrameOverTheLimitAndSendsNothing() {
        var written = channel.write(push(LIMIT + 1));
        channel.flush();

        var failure = assertInstanceOf(FrameException.class, written.cause().getCause());
        assertEquals(Fault.OVERSIZE, failure.fault());
        assertTrue(channel.outboundMessages().isEmpty());
    }

    @Test
    void holdsTheSecondFrameBackWhileReadingIsOff() {
        channel.config().setAutoRead(false);
        channel.writeInbound(Unpooled.wrappedBuffer(bytes(APPLIED), bytes(REPLY)));
        channel.read();
        assertEquals(APPLIED, channel.readInbound());
        assertNull(channel.readInbound());

        channel.read();
        assertEquals(REPLY, channel.readInbound());
    }

    private Fault faultOf(ByteBuf bytes) {
        return assertThrows(FrameException.class, () -> channel.writeInbound(bytes))
                .fault();
    }

    private static ByteBuf bytes(Frame frame) {
        return Unpooled.buffer().writeInt(frame.getSerializedSize()).writeBytes(frame.toByteArray());
    }

    /// A push of exactly `size` bytes.
    private static Frame push(int size) {
        for (int body = size; ; body--) {
            var frame = Frame.newBuilder()
                    .setPush(Push.newBuilder().addRecords(ByteString.copyFrom(new byte[body])))
                    .build();
            if (frame.getSerializedSize() <= size) {
                return frame;
            }
        }
    }
}
