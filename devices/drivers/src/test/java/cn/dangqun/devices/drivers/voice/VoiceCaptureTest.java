package cn.dangqun.devices.drivers.voice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.Announcement.Call;
import cn.dangqun.devices.api.Announcement.TicketNumber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the voice hands to ALSA, caught by ALSA's own file device.
@Tag("real-time")
final class VoiceCaptureTest {
    static final Call CALL = new Call(new TicketNumber("A012"), 2, 1);

    @TempDir
    private Path directory;

    private Path pack;

    @BeforeEach
    void writePack() throws Exception {
        pack = TonePack.write(Files.createDirectory(directory.resolve("pack")), Set.of());
    }

    /// Returns what the child process said of the device and of the announcement.
    private List<String> speak(String alsa) throws Exception {
        var configuration = Files.writeString(directory.resolve("asound.conf"), alsa);
        var answer = directory.resolve("answer.txt");
        var log = directory.resolve("log.txt");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        SpeakOnce.class.getName(),
                        pack.toString(),
                        answer.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("ALSA_CONFIG_PATH", configuration.toString());
        var process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the child process does not end");
        assertEquals(0, process.exitValue(), Files.readString(log));
        return Files.readAllLines(answer);
    }

    @Test
    void callReachesTheSoundDeviceByteForByte() throws Exception {
        var captured = directory.resolve("out.wav");

        var said = speak("""
                </usr/share/alsa/alsa.conf>
                pcm.!default { type plug slave.pcm capture }
                pcm.capture { type file slave.pcm nothing file "%s" format "wav" }
                pcm.nothing { type null }
                """.formatted(captured));

        assertEquals(List.of("working", "Spoken[]"), said);
        var call = Pcm.join(VoicePack.load(pack).find(Vocabulary.clipsOf(CALL)), Duration.ofMillis(60));
        // what an output that wakes up may swallow
        var hush = Pcm.hush(TonePack.RATE, Duration.ofMillis(1500));
        var expected = Pcm.join(List.of(hush, call), Duration.ZERO);
        try (var sound = AudioSystem.getAudioInputStream(captured.toFile())) {
            assertEquals(TonePack.RATE, sound.getFormat().getSampleRate());
            assertEquals(1, sound.getFormat().getChannels());
            assertArrayEquals(expected.bytes(), sound.readAllBytes());
        }
    }

    @Test
    void kioskWithoutASoundDeviceIsSilentAndSaysSo() throws Exception {
        var said = speak("# no devices at all\n");

        assertEquals("attention: NOT_FOUND", said.getFirst());
        assertTrue(said.getLast().startsWith("NoSound[fault=DeviceFault[kind=NOT_FOUND"), said.getLast());
    }
}
