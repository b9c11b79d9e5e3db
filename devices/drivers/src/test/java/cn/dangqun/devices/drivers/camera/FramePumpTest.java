package cn.dangqun.devices.drivers.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.drivers.camera.FrameShape.Layout;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FramePumpTest {
    private static final Duration NOW = Duration.ZERO;

    @Test
    void letsTheNewestFrameWin() throws Exception {
        var slot = pumped(new byte[] {1, 1, 2, 2, 3, 3}, new FrameShape(2, 1, Layout.GRAY));

        assertArrayEquals(new byte[] {3, 3}, slot.take(NOW).orElseThrow());
        assertTrue(slot.isEnded());
        assertEquals(Optional.empty(), slot.take(Duration.ofDays(1)));
    }

    @Test
    void skipsTheColours() throws Exception {
        var slot = pumped(new byte[] {1, 2, 9, 3, 4, 9}, new FrameShape(2, 1, Layout.YUV420));

        assertArrayEquals(new byte[] {3, 4}, slot.take(NOW).orElseThrow());
    }

    @Test
    void keepsToThreeBuffersForeverSoLong() throws Exception {
        var slot = new FrameSlot(1);
        Set<byte[]> buffers = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var i = 0; i < 1000; i++) {
            for (var burst = 0; burst < 3; burst++) {
                var frame = slot.spare();
                buffers.add(frame);
                slot.put(frame);
            }
            slot.release(slot.take(NOW).orElseThrow());
        }

        assertTrue(buffers.size() <= 3, buffers.size() + " buffers");
    }

    @Property
    void deliversWholeFramesOnlyFromAnyStream(
            @ForAll @Size(max = 400) byte[] bytes,
            @ForAll @IntRange(min = 1, max = 9) int width,
            @ForAll @IntRange(min = 1, max = 9) int height,
            @ForAll Layout layout)
            throws Exception {
        var shape = new FrameShape(width, height, layout);
        var slot = pumped(bytes, shape);

        var stride = shape.grayBytes() + shape.skippedBytes();
        var whole = (bytes.length + shape.skippedBytes()) / stride;
        var last = slot.take(NOW);
        assertEquals(whole > 0, last.isPresent());
        last.ifPresent(frame -> {
            for (var i = 0; i < frame.length; i++) {
                assertEquals(bytes[(whole - 1) * stride + i], frame[i]);
            }
        });
    }

    private static FrameSlot pumped(byte[] bytes, FrameShape shape) {
        InputStream stream = new ByteArrayInputStream(bytes);
        var slot = new FrameSlot(shape.grayBytes());
        new FramePump(stream, shape, slot).run();
        return slot;
    }
}
