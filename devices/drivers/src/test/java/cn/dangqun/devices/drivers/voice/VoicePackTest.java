package cn.dangqun.devices.drivers.voice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("device")
final class VoicePackTest {
    @TempDir
    private Path directory;

    private Kind faultOfLoading() {
        return assertThrows(DeviceException.class, () -> VoicePack.load(directory))
                .fault()
                .kind();
    }

    @Test
    void completePackMissesNothing() throws Exception {
        var pack = VoicePack.load(TonePack.write(directory, Set.of()));

        assertEquals(Set.of(), pack.missing());
        assertEquals(2, pack.find(List.of("please", "digit-0")).size());
    }

    @Test
    void namesClipsThatAreMissing() throws Exception {
        var pack = VoicePack.load(TonePack.write(directory, Set.of("digit-7", "checked-in")));

        assertEquals(Set.of("digit-7", "checked-in"), pack.missing());
    }

    @Test
    void countsUnusableClipsAsMissing() throws Exception {
        TonePack.write(directory, Set.of());
        Files.writeString(directory.resolve("digit-1.wav"), "not a sound");
        Files.delete(directory.resolve("digit-2.wav"));
        TonePack.writeTone(directory.resolve("digit-3.wav"), 44_100, 300);
        Files.write(directory.resolve("digit-4.wav"), new byte[5_000_000]);

        assertEquals(
                Set.of("digit-1", "digit-2", "digit-3", "digit-4"),
                VoicePack.load(directory).missing());
    }

    /// Made with a telephone: stereo, 44 100 Hz; the others stay the pack's.
    @Test
    void recordingsTakeThePlaceOfClipsOneByOne() throws Exception {
        TonePack.write(directory, Set.of("digit-2"));
        var own = Files.createDirectory(directory.resolve("own"));
        var plain = VoicePack.load(directory);
        TonePack.writeTone(own.resolve("digit-1.wav"), 44_100, 2, 700);
        TonePack.writeTone(own.resolve("digit-2.wav"), 8_000, 1, 300);
        Files.writeString(own.resolve("digit-3.wav"), "not a sound");
        TonePack.writeTone(own.resolve("somebody.wav"), 44_100, 2, 700);

        var mixed = VoicePack.load(directory, Optional.of(own));

        assertEquals(Set.of(), mixed.missing(), "a recording also fills a gap");
        assertEquals(plain.format().getSampleRate(), mixed.format().getSampleRate());
        for (var name : List.of("digit-3", "digit-4")) {
            assertArrayEquals(sound(plain, name), sound(mixed, name), name);
        }
        assertEquals(700, hertz(sound(mixed, "digit-1")), 20, "as high as it was recorded");
        assertEquals(300, hertz(sound(mixed, "digit-2")), 20);
        assertEquals(
                Kind.MISCONFIGURED,
                assertThrows(DeviceException.class, () -> VoicePack.load(directory, Optional.of(own.resolve("no"))))
                        .fault()
                        .kind());
    }

    private static byte[] sound(VoicePack pack, String clip) {
        return pack.find(List.of(clip)).getFirst().bytes();
    }

    /// By how often it crosses the middle.
    private static double hertz(byte[] sound) {
        var samples = ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        int crossings = 0;
        for (int i = 1; i < samples.limit(); i++) {
            crossings += samples.get(i - 1) < 0 && samples.get(i) >= 0 ? 1 : 0;
        }
        return crossings * TonePack.RATE / samples.limit();
    }

    @Test
    void neverLeavesItsDirectory() throws Exception {
        TonePack.write(directory, Set.of());
        var manifest = directory.resolve(VoicePack.MANIFEST);
        Files.writeString(manifest, Files.readString(manifest) + "\nclip.digit-1 = ../digit-2.wav\n");

        assertEquals(Set.of("digit-1"), VoicePack.load(directory).missing());
    }

    @Test
    void isMisconfiguredWithoutAManifestOrClips() throws Exception {
        assertEquals(Kind.MISCONFIGURED, faultOfLoading());
        Files.writeString(directory.resolve(VoicePack.MANIFEST), "format = 9\n");
        assertEquals(Kind.MISCONFIGURED, faultOfLoading());
        Files.writeString(directory.resolve(VoicePack.MANIFEST), "format = 1\n");
        assertEquals(Kind.MISCONFIGURED, faultOfLoading());
    }

    @Test
    void defaultPackIsMadeCompleteByItsScript() throws Exception {
        var script = Path.of("../../packaging/voice/make-voice-pack");
        var process = new ProcessBuilder(script.toString(), directory.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), said);

        assertEquals(Set.of(), VoicePack.load(directory).missing());
    }

    /// Every character has its reading, and the voice finds no English in it: `签到` is read qiān dào, not letters.
    @Test
    void everyClipIsSaidInMandarinCharacterByCharacter() throws Exception {
        var list = Path.of("src/main/resources/cn/dangqun/devices/drivers/voice/clips.tsv");
        for (var line : Files.readAllLines(list)) {
            var row = line.split("\t", -1);
            if (row[0].startsWith("letter-")) {
                continue;
            }
            var characters =
                    row[1].codePoints().filter(Character::isIdeographic).count();
            var syllables = Stream.of(row[2].split(" ", -1))
                    .filter(each -> each.matches("[a-zü]+[1-5]"))
                    .count();
            assertEquals(characters, syllables, line);
            var phonemes = phonemes(row[2]);
            assertFalse(phonemes.contains("("), () -> line + " is said as " + phonemes);
            assertEquals(
                    syllables,
                    Pattern.compile("\\d+").matcher(phonemes).results().count(),
                    () -> line + " is said as " + phonemes);
        }
    }

    private static String phonemes(String pinyin) throws Exception {
        var process = new ProcessBuilder("espeak-ng", "-v", "cmn-latn-pinyin", "-q", "-x", "--", pinyin)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
