package cn.dangqun.devices.drivers.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.devices.drivers.qr.GrayImage;
import cn.dangqun.devices.drivers.qr.QrDrawing;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
    private static final GrayImage NOTHING = new GrayImage(295, 295, new byte[295 * 295]);

    private final FrameReader reader = new FrameReader();

    @Test
    void believesASecondFrameOfTheLastThree() {
        assertEquals(Optional.empty(), reader.see(code("A")));
        assertEquals(Optional.empty(), reader.see(NOTHING));
        assertEquals(Optional.of("A"), reader.see(code("A")));
    }

    @Test
    void doesNotBelieveFramesThatDisagreeOrAreTooFarApart() {
        assertEquals(Optional.empty(), reader.see(code("A")));
        assertEquals(Optional.empty(), reader.see(code("B")));
        assertEquals(Optional.empty(), reader.see(code("C")));
        assertEquals(Optional.empty(), reader.see(code("A")));
    }

    @Test
    void looksCloserAtEveryThirdMissAndGoesOnWhereThatHelped() {
        var hard = noisy(code("A017"));
        for (var miss = 1; miss <= 2; miss++) {
            assertEquals(Optional.empty(), reader.see(hard));
        }
        assertEquals(Optional.empty(), reader.see(hard));
        assertEquals(Optional.of("A017"), reader.see(hard));
    }

    private static GrayImage code(String text) {
        return QrDrawing.of(text).image(25, 300);
    }

    /// So noisy that a glance does not read it.
    private static GrayImage noisy(GrayImage image) {
        var random = new Random(7);
        var out = image.pixels().clone();
        for (var i = 0; i < out.length; i++) {
            out[i] = (byte) Math.clamp(Math.round((out[i] & 0xFF) * 0.8 + 25 + 55 * random.nextGaussian()), 0, 255);
        }
        return new GrayImage(image.width(), image.height(), out);
    }
}
