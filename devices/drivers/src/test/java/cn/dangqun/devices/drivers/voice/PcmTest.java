package cn.dangqun.devices.drivers.voice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PcmTest {
    private static Pcm of(int... samples) {
        var bytes = new byte[samples.length * 2];
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i] = (byte) samples[i];
            bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        return Pcm.ofBytes(1000, bytes);
    }

    private static void assertSamples(Pcm sound, int... samples) {
        assertArrayEquals(of(samples).bytes(), sound.bytes());
    }

    @Test
    void trimsWhatIsBelowMinusFortyDecibelAtBothEndsOnly() {
        assertSamples(of(0, 327, -327, 328, 0, 0, -328, 100, 0).trimmed(), 328, 0, 0, -328);
    }

    @Test
    void trimsTheMostNegativeSampleAsLoud() {
        assertSamples(of(0, -32768, 0).trimmed(), -32768);
    }

    @Test
    void silenceTrimsToNothing() {
        assertTrue(of(0, 5, -5).trimmed().isEmpty());
    }

    @Test
    void joinsWithGapsBetweenAndNoneAround() {
        assertSamples(Pcm.join(List.of(of(1), of(2, 3), of(4)), Duration.ofMillis(2)), 1, 0, 0, 2, 3, 0, 0, 4);
    }

    @Test
    void refusesToJoinDifferentRates() {
        var other = Pcm.ofBytes(2000, new byte[2]);

        assertThrows(IllegalArgumentException.class, () -> Pcm.join(List.of(of(1), other), Duration.ZERO));
    }

    @Test
    void fullVolumeIsTheSoundItself() {
        var sound = of(1000, -1000);

        assertSame(sound, sound.atVolume(100));
        assertSamples(sound.atVolume(25), 250, -250);
        assertEquals(0, sound.atVolume(0).trimmed().bytes().length);
    }
}
