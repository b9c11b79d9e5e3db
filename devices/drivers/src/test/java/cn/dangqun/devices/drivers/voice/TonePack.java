package cn.dangqun.devices.drivers.voice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// A voice pack whose every clip is a tone of its own pitch, with silence around it.
final class TonePack {
    static final float RATE = 16_000;
    private static final int QUIET = 400;
    private static final int LOUD = 1600;

    private TonePack() {}

    static Path write(Path directory, Set<String> without) throws IOException {
        var names = new TreeSet<>(Vocabulary.clips().keySet());
        names.removeAll(without);
        var manifest = new ArrayList<String>();
        manifest.add("format = 1");
        int pitch = 0;
        for (var name : names) {
            writeTone(directory.resolve(name + ".wav"), RATE, 200 + 40 * pitch++);
            manifest.add("clip." + name + " = " + name + ".wav");
        }
        Files.write(directory.resolve(VoicePack.MANIFEST), manifest);
        return directory;
    }

    static void writeTone(Path file, float rate, int hertz) throws IOException {
        writeTone(file, rate, 1, hertz);
    }

    static void writeTone(Path file, float rate, int channels, int hertz) throws IOException {
        var bytes = new byte[2 * channels * (LOUD + 2 * QUIET)];
        for (int i = 0; i < LOUD; i++) {
            int sample = (int) Math.round(12_000 * Math.cos(2 * Math.PI * hertz * i / rate));
            for (int channel = 0; channel < channels; channel++) {
                int at = 2 * ((QUIET + i) * channels + channel);
                bytes[at] = (byte) sample;
                bytes[at + 1] = (byte) (sample >> 8);
            }
        }
        var format = new AudioFormat(rate, 16, channels, true, false);
        try (var sound = new AudioInputStream(new ByteArrayInputStream(bytes), format, LOUD + 2 * QUIET)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        }
    }
}
