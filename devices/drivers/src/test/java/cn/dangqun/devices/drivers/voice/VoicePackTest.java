package cn.dangqun.devices.drivers.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
