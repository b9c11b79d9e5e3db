package cn.dangqun.devices.drivers.resident;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.simulator.resident.SamSimulator;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class SamFrameDecoderTest {
    private final SamFrameDecoder decoder = new SamFrameDecoder();

    @Example
    void framesTheCommandsAsPublished() {
        assertEquals("aaaaaa9669000311ffed", HexFormat.of().formatHex(SamCommand.STATUS.frame()));
        assertEquals("aaaaaa96690003200122", HexFormat.of().formatHex(SamCommand.FIND.frame()));
        assertEquals("aaaaaa96690003200221", HexFormat.of().formatHex(SamCommand.SELECT.frame()));
        assertEquals("aaaaaa96690003300132", HexFormat.of().formatHex(SamCommand.READ.frame()));
    }

    @Example
    void decodesThePublishedAnswerNoCard() {
        var reply = decode("aaaaaa9669000400008084").orElseThrow();

        assertEquals(SamStatus.NONE_FOUND, reply.status());
        assertEquals(0, reply.data().length);
    }

    @Example
    void waitsForTheRestOfAFrame() {
        assertEquals(Optional.empty(), decode("aaaaaa96690004000080"));
        assertEquals(SamStatus.NONE_FOUND, decode("84").orElseThrow().status());
    }

    @Example
    void decodesTwoFramesOfOneChunk() {
        var first = decode("aaaaaa9669000400008084aaaaaa9669000400009094");

        assertEquals(SamStatus.NONE_FOUND, first.orElseThrow().status());
        assertEquals(SamStatus.OK, decoder.next().orElseThrow().status());
    }

    @Example
    void skipsAFrameWithAWrongChecksum() {
        var reply = decode("aaaaaa9669000400008085aaaaaa9669000400009094").orElseThrow();

        assertEquals(SamStatus.OK, reply.status());
    }

    @Example
    void findsAFrameBehindAPreambleThatBeganTwice() {
        assertTrue(decode("aaaaaaaaaaaa9669000400009094").isPresent());
    }

    @Example
    void skipsALengthTooShortForAStatus() {
        assertTrue(decode("aaaaaa96690003000003aaaaaa9669000400009094").isPresent());
    }

    @Example
    void skipsALengthGreaterThanAnyAnswer() {
        assertTrue(decode("aaaaaa9669ffff0000aaaaaa9669000400009094").isPresent());
    }

    @Property
    void neverThrowsNorGrowsWhateverComes(@ForAll("streams") byte[] stream, @ForAll @Size(max = 20) byte[] tail) {
        decode(HexFormat.of().formatHex(stream) + HexFormat.of().formatHex(tail));

        assertTrue(decoder.room() >= 1);
    }

    @Property
    void findsAFrameBehindAnyNoiseThatIsNoPreamble(@ForAll byte[] noise, @ForAll @Size(max = 1300) byte[] data) {
        for (int i = 0; i < noise.length; i++) {
            noise[i] = noise[i] == 0x69 ? 0 : noise[i];
        }
        var frame = SamSimulator.frame(0x90, data);

        var reply = decode(HexFormat.of().formatHex(noise) + HexFormat.of().formatHex(frame))
                .orElseThrow();

        assertArrayEquals(data, reply.data());
    }

    @Property(tries = 50)
    void decodesTheSameOneByteAtATime(@ForAll @Size(max = 1300) byte[] data) {
        var frame = SamSimulator.frame(0x90, data);
        for (int i = 0; i < frame.length - 1; i++) {
            decoder.feed(frame, i, 1);
            assertEquals(Optional.empty(), decoder.next());
        }
        decoder.feed(frame, frame.length - 1, 1);

        assertArrayEquals(data, decoder.next().orElseThrow().data());
    }

    /// Bytes that look like frames often enough to reach every branch.
    @Provide
    Arbitrary<byte[]> streams() {
        var piece = Arbitraries.oneOf(
                Arbitraries.of(
                        new byte[] {(byte) 0xAA},
                        new byte[] {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69}),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(30),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(1400).map(data -> SamSimulator.frame(0x90, data)));
        return piece.list().ofMaxSize(12).map(pieces -> {
            var all = new ByteArrayOutputStream();
            pieces.forEach(all::writeBytes);
            return all.toByteArray();
        });
    }

    /// Feeds as the link does, in portions the decoder has room for; the last answer found.
    private Optional<SamReply> decode(String hex) {
        var bytes = HexFormat.of().parseHex(hex);
        Optional<SamReply> found = Optional.empty();
        int at = 0;
        while (at < bytes.length && found.isEmpty()) {
            int portion = Math.min(decoder.room(), bytes.length - at);
            decoder.feed(Arrays.copyOf(bytes, bytes.length), at, portion);
            at += portion;
            found = decoder.next();
        }
        return found;
    }
}
