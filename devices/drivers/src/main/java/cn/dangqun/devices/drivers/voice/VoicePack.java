package cn.dangqun.devices.drivers.voice;

import cn.dangqun.config.text.EditedText;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The clips of one voice, read from a directory whose `voice.properties` names a file for each clip. Clips are
/// WAV, one channel, 16 bits, all of one sample rate; a clip that is not counts as missing. Recordings of a
/// person's own take the place of clips one by one, whatever rate and channels they were recorded with.
/// Immutable.
final class VoicePack {
    static final String MANIFEST = "voice.properties";

    private static final Logger log = LoggerFactory.getLogger(VoicePack.class);
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String CLIP = "clip.";
    private static final String WAV = ".wav";
    private static final long CLIP_BYTES_MAX = 4_000_000;

    private final Map<String, Pcm> clips;

    private VoicePack(Map<String, Pcm> clips) {
        this.clips = Map.copyOf(clips);
    }

    /// Reads all clips of the vocabulary and trims their silence.
    ///
    /// @throws DeviceException MISCONFIGURED when there is no manifest of format 1 or not one usable clip
    static VoicePack load(Path directory) throws DeviceException {
        return load(directory, Optional.empty());
    }

    /// The same with `NAME.wav` of `recordings` in place of each clip that has one there. A recording that cannot be
    /// used is named in the log, and the clip stays.
    ///
    /// @throws DeviceException MISCONFIGURED as above, also when there is no such directory
    static VoicePack load(Path directory, Optional<Path> recordings) throws DeviceException {
        var own = recordings.isPresent() ? recorded(recordings.get()) : Map.<String, Path>of();
        var manifest = manifest(directory.resolve(MANIFEST));
        var clips = new HashMap<String, Pcm>();
        for (var name : Vocabulary.clips().keySet()) {
            var file = manifest.getProperty(CLIP + name, "");
            if (FILE_NAME.matcher(file).matches()) {
                read(name, directory.resolve(file), clips);
            }
        }
        if (clips.isEmpty()) {
            throw new DeviceException(Kind.MISCONFIGURED, "the voice pack " + directory + " holds no usable clip");
        }
        float rate = clips.values().iterator().next().rate();
        own.forEach((name, file) -> replace(name, file, rate, clips));
        return new VoicePack(clips);
    }

    private static Map<String, Path> recorded(Path directory) throws DeviceException {
        if (!Files.isDirectory(directory)) {
            throw new DeviceException(Kind.MISCONFIGURED, "no directory of recordings at " + directory);
        }
        return Vocabulary.clips().keySet().stream()
                .filter(name -> Files.isRegularFile(directory.resolve(name + WAV)))
                .collect(Collectors.toMap(Function.identity(), name -> directory.resolve(name + WAV)));
    }

    private static void replace(String name, Path file, float rate, Map<String, Pcm> clips) {
        try {
            bounded(file);
            var clip = converted(file, rate);
            if (clip.isEmpty()) {
                throw new UnsupportedAudioFileException("silent");
            }
            clips.put(name, clip);
        } catch (IOException | UnsupportedAudioFileException | IllegalArgumentException e) {
            log.warn("recording {} cannot be used: {}", name, e.toString());
        }
    }

    private static Pcm converted(Path file, float rate) throws IOException, UnsupportedAudioFileException {
        var wanted = new AudioFormat(rate, 16, 1, true, false);
        try (var in = AudioSystem.getAudioInputStream(file.toFile());
                var as = AudioSystem.getAudioInputStream(wanted, in)) {
            return Pcm.ofBytes(rate, as.readAllBytes()).trimmed();
        }
    }

    private static void bounded(Path file) throws IOException, UnsupportedAudioFileException {
        if (Files.size(file) > CLIP_BYTES_MAX) {
            throw new UnsupportedAudioFileException("longer than any announcement");
        }
    }

    private static Properties manifest(Path file) throws DeviceException {
        var manifest = new Properties();
        try {
            manifest.load(new StringReader(EditedText.read(file)));
        } catch (IOException | IllegalArgumentException e) {
            throw new DeviceException(Kind.MISCONFIGURED, "no voice pack manifest at " + file, e);
        }
        if (!manifest.getProperty("format", "").equals("1")) {
            throw new DeviceException(Kind.MISCONFIGURED, file + " is not a voice pack of format 1");
        }
        return manifest;
    }

    private static void read(String name, Path file, Map<String, Pcm> clips) {
        try {
            bounded(file);
            var clip = read(file);
            float rate = clips.isEmpty()
                    ? clip.rate()
                    : clips.values().iterator().next().rate();
            if (clip.isEmpty() || clip.rate() != rate) {
                throw new UnsupportedAudioFileException("silent, or of another sample rate than the others");
            }
            clips.put(name, clip);
        } catch (IOException | UnsupportedAudioFileException e) {
            log.warn("voice clip {} cannot be used: {}", name, e.toString());
        }
    }

    private static Pcm read(Path file) throws IOException, UnsupportedAudioFileException {
        try (var in = AudioSystem.getAudioInputStream(file.toFile())) {
            var format = in.getFormat();
            if (format.getChannels() != 1
                    || format.getSampleSizeInBits() != 16
                    || format.isBigEndian()
                    || !format.getEncoding().equals(AudioFormat.Encoding.PCM_SIGNED)) {
                throw new UnsupportedAudioFileException("not one channel of 16 bits");
            }
            return Pcm.ofBytes(format.getSampleRate(), in.readAllBytes()).trimmed();
        }
    }

    AudioFormat format() {
        return clips.values().iterator().next().format();
    }

    /// Which of the vocabulary's clips are not here.
    Set<String> missing() {
        var missing = new TreeSet<>(Vocabulary.clips().keySet());
        missing.removeAll(clips.keySet());
        return missing;
    }

    /// The clips by name; those that are missing are left out.
    List<Pcm> find(List<String> names) {
        var found = new ArrayList<Pcm>();
        for (var name : names) {
            var clip = clips.get(name);
            if (clip != null) {
                found.add(clip);
            }
        }
        return found;
    }
}
