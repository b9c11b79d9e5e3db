package cn.dangqun.devices.drivers.voice;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioFormat;

/// Sound in memory: one channel, 16 bits. Immutable.
final class Pcm {
    /// −40 dB of full scale; softer beginnings and ends of a clip are silence.
    private static final int SILENCE_BELOW = 328;

    private final float rate;
    private final short[] samples;

    private Pcm(float rate, short[] samples) {
        this.rate = rate;
        this.samples = samples;
    }

    /// `bytes`: little-endian samples, as in a WAV file.
    static Pcm ofBytes(float rate, byte[] bytes) {
        var samples = new short[bytes.length / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((bytes[2 * i] & 0xFF) | (bytes[2 * i + 1] << 8));
        }
        return new Pcm(rate, samples);
    }

    static Pcm silence(float rate, Duration length) {
        return new Pcm(rate, new short[Math.round(rate * length.toMillis() / 1000)]);
    }

    /// Too soft for an ear, but sound: an output that sleeps on silence wakes up at it.
    static Pcm hush(float rate, Duration length) {
        var hush = silence(rate, length);
        for (int i = 0; i < hush.samples.length; i++) {
            hush.samples[i] = (short) (i % 2 == 0 ? 1 : -1);
        }
        return hush;
    }

    /// All parts one after another with `gap` between each two; all of the same rate, at least one.
    static Pcm join(List<Pcm> parts, Duration gap) {
        float rate = parts.getFirst().rate;
        int between = silence(rate, gap).samples.length;
        int length = parts.stream().mapToInt(part -> part.samples.length).sum() + between * (parts.size() - 1);
        var joined = new short[length];
        int at = 0;
        for (var part : parts) {
            if (part.rate != rate) {
                throw new IllegalArgumentException("parts differ in their sample rate");
            }
            System.arraycopy(part.samples, 0, joined, at, part.samples.length);
            at += part.samples.length + between;
        }
        return new Pcm(rate, joined);
    }

    /// Without the silence at both ends; empty when all is silence.
    Pcm trimmed() {
        int from = 0;
        while (from < samples.length && isSilent(samples[from])) {
            from++;
        }
        int to = samples.length;
        while (to > from && isSilent(samples[to - 1])) {
            to--;
        }
        return new Pcm(rate, Arrays.copyOfRange(samples, from, to));
    }

    private static boolean isSilent(short sample) {
        return Math.abs(sample) < SILENCE_BELOW;
    }

    /// `percent` of the loudness on the clip, 0 to 100.
    Pcm atVolume(int percent) {
        if (percent == 100) {
            return this;
        }
        var scaled = new short[samples.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (short) (samples[i] * percent / 100);
        }
        return new Pcm(rate, scaled);
    }

    boolean isEmpty() {
        return samples.length == 0;
    }

    float rate() {
        return rate;
    }

    AudioFormat format() {
        return new AudioFormat(rate, 16, 1, true, false);
    }

    byte[] bytes() {
        var bytes = new byte[samples.length * 2];
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i] = (byte) samples[i];
            bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        return bytes;
    }
}
