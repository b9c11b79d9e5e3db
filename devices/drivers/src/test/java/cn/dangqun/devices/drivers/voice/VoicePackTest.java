package cn.dangqun.devices.drivers.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
}
