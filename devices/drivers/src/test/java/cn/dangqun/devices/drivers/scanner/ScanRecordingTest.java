package cn.dangqun.devices.drivers.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.CodeScanner;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.devices.drivers.Await;
import cn.dangqun.devices.drivers.CountedLine;
import cn.dangqun.devices.drivers.DeviceLoop;
import cn.dangqun.devices.drivers.RecordedEvents;
import cn.dangqun.devices.drivers.line.SerialLine;
import cn.dangqun.devices.recording.RecordingLine;
import cn.dangqun.devices.recording.SessionFile;
import cn.dangqun.devices.recording.SessionStep;
import cn.dangqun.devices.simulator.replay.ReplayedLine;
import cn.dangqun.devices.simulator.serial.Pty;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sessions recorded at a pseudo-terminal and at a FIFO of kernel records, played back to the drivers.
@Tag("device")
class ScanRecordingTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String MEMBER = "DQ1:7WM2-AB%7F";
    private static final String NAME = "样例甲 A017";

    @TempDir
    Path directory;

    private final RecordedEvents heard = new RecordedEvents();
    private final RecordedEvents replayed = new RecordedEvents();

    @Test
    void playsBackWhatASerialScannerSentWithoutTheCodes() throws Exception {
        var file = directory.resolve("session.txt");
        recordSerial(file);

        var received = received(file);
        for (var charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            for (var secret : List.of("7WM2", "AB%7F", "A017", "样", "例", "甲", "乙")) {
                assertFalse(received.contains(hex(secret, charset)), secret);
            }
        }
        replay(new SerialScanner("scanner", ReplayedLine.opener(SessionFile.read(file), new ScanScrubber())));
        assertEquals(shapes(heard), shapes(replayed));
        assertNotEquals(codes(heard), codes(replayed));
    }

    @Test
    void keepsThePiecesOfASerialScanAndThePauseThatTearsIt() throws Exception {
        var file = directory.resolve("session.txt");
        recordSerial(file);

        var steps = SessionFile.read(file);
        assertTrue(steps.contains(new SessionStep.Received(hex("DQ1:", StandardCharsets.US_ASCII))));
        var lengths = steps.stream()
                .filter(SessionStep.Received.class::isInstance)
                .map(step -> ((SessionStep.Received) step).hex().length() / 2)
                .toList();
        assertEquals(List.of(4, 12, 4, 11, 16, 4, 6), lengths);
        assertTrue(steps.getLast() instanceof SessionStep.Silence(long millis) && millis >= 500);
    }

    /// Pieces: a member code in two, a Chinese one cut within a character, one in GB18030, bytes of no character set,
    /// and the first half of a code before a pause that drops it.
    private void recordSerial(Path file) throws Exception {
        try (var pty = Pty.open()) {
            var read = new AtomicInteger();
            var port = pty.path().toString();
            var settings = new DeviceSettings("scanner", "serial-scanner", Map.of("record", file.toString()));
            var line = RecordingLine.ifAsked(
                    settings,
                    () -> new CountedLine(SerialLine.open(port, 9600, SerialLine.FlowControl.NONE), read),
                    new ScanScrubber());
            var loop = DeviceLoop.run(new SerialScanner("scanner", line), heard);
            heard.nextState(DeviceState.Working.class, SOON);
            send(pty, read, "DQ1:".getBytes(StandardCharsets.US_ASCII));
            send(pty, read, (MEMBER.substring(4) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            var name = (NAME + "\r").getBytes(StandardCharsets.UTF_8);
            send(pty, read, Arrays.copyOf(name, 4));
            send(pty, read, Arrays.copyOfRange(name, 4, name.length));
            send(pty, read, (NAME + "乙丙\r").getBytes(GB18030));
            send(pty, read, new byte[] {'A', '1', (byte) 0x81, '\r'});
            heard.nextMisread(SOON);
            send(pty, read, "A01700".getBytes(StandardCharsets.US_ASCII));
            Await.until(() -> silenceIsWritten(file), SOON);
            loop.stop();
        }
    }

    @Test
    void playsBackTheKeysOfAKeyboardScannerWithoutTheCodes() throws Exception {
        var file = directory.resolve("session.txt");
        var keys = new Typist()
                .event(4, 4, 0x7001E)
                .type("DQ1:7Wm2-AB", 4)
                .enter()
                .pause(900)
                .type("A0", 4)
                .pause(900)
                .type("A018", 4)
                .enter()
                .pause(900)
                .stroke(Typist.ALT)
                .enter();
        recordKeys(file, keys.records());

        var steps = SessionFile.read(file);
        assertEquals(stripped(keys.records()), stripped(HexFormat.of().parseHex(received(file))));
        assertFalse(received(file).contains(hex(keys.records()).substring(0, 96)));
        replay(new EvdevScanner("scanner", ReplayedLine.opener(steps, new KeyScrubber()), Duration.ofMillis(50)));
        assertEquals(shapes(heard), shapes(replayed));
        assertEquals(
                List.of("AA9:9Aa9-AA", "A999"),
                shapes(heard).stream().filter(s -> s.startsWith("A")).toList());
        for (int i = 0; i < codes(heard).size(); i++) {
            assertNotEquals(codes(heard).get(i), codes(replayed).get(i));
        }
    }

    private void recordKeys(Path file, byte[] records) throws Exception {
        var fifo = directory.resolve("event-kbd");
        assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());
        var options = Map.of("device", fifo.toString(), "grab", "false", "record", file.toString());
        var settings = new DeviceSettings("scanner", "evdev-scanner", options);
        var context = new DeviceContext(Clock.systemUTC(), new MacCardKeyer(new byte[32]));
        var loop = DeviceLoop.run(new EvdevScannerProvider().create(settings, context), heard);
        heard.nextState(DeviceState.Working.class, SOON);
        try (var keyboard = new FileOutputStream(fifo.toFile())) {
            keyboard.write(records, 0, 30); // within a record
            keyboard.write(records, 30, records.length - 30);
            heard.nextMisread(SOON);
        }
        heard.nextState(DeviceState.Failed.class, SOON);
        loop.stop();
    }

    private void replay(CodeScanner scanner) throws Exception {
        var loop = DeviceLoop.run(scanner, replayed);
        replayed.nextState(DeviceState.Failed.class, SOON);
        loop.stop();
    }

    private static void send(Pty pty, AtomicInteger read, byte[] piece) throws Exception {
        int before = read.get();
        pty.output().write(piece);
        Await.until(() -> read.get() == before + piece.length, SOON);
    }

    private static boolean silenceIsWritten(Path file) {
        try {
            // the last piece is written when the line has been silent for a while
            return SessionFile.read(file).stream()
                            .filter(SessionStep.Received.class::isInstance)
                            .count()
                    == 7;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String received(Path file) throws Exception {
        var all = new StringBuilder();
        for (var step : SessionFile.read(file)) {
            if (step instanceof SessionStep.Received(String hex)) {
                all.append(hex);
            }
        }
        return all.toString();
    }

    /// Codes by the classes of their characters, and kinds of misreads, in order.
    private static List<String> shapes(RecordedEvents events) {
        return events.all(Object.class).stream()
                .flatMap(what -> switch (what) {
                    case Credential.Code(var text) -> Stream.of(shape(text));
                    case DeviceFault fault -> Stream.of(fault.toString());
                    default -> Stream.empty();
                })
                .toList();
    }

    private static List<String> codes(RecordedEvents events) {
        return events.all(Credential.Code.class).stream()
                .map(Credential.Code::text)
                .toList();
    }

    private static String shape(String text) {
        return text.replaceAll("[0-9]", "9")
                .replaceAll("[A-Z]", "A")
                .replaceAll("[a-z]", "a")
                .replaceAll("\\p{IsHan}", "字");
    }

    /// Records without the codes of keys and the values of scan codes: all that a recording keeps.
    private static String stripped(byte[] records) {
        var kept = records.clone();
        for (int at = 0; at < kept.length; at += KeyEvents.RECORD_BYTES) {
            int code = kept[at + 18];
            if (kept[at + 16] == 1 && code != Typist.SHIFT && code != Typist.ALT && code != Typist.ENTER) {
                kept[at + 18] = 0;
            } else if (kept[at + 16] == 4) {
                Arrays.fill(kept, at + 20, at + 24, (byte) 0);
            }
        }
        return hex(kept);
    }

    private static String hex(String text, Charset charset) {
        return hex(text.getBytes(charset));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
