package cn.dangqun.devices.drivers.resident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.drivers.line.SerialLine;
import cn.dangqun.devices.drivers.line.SerialLine.FlowControl;
import cn.dangqun.devices.recording.RecordingLine;
import cn.dangqun.devices.recording.SessionFile;
import cn.dangqun.devices.simulator.replay.ReplayedLine;
import cn.dangqun.devices.simulator.resident.Disturbance;
import cn.dangqun.devices.simulator.resident.SamSimulator;
import cn.dangqun.devices.simulator.resident.SamSimulator.Command;
import cn.dangqun.devices.simulator.resident.SampleIdCard;
import cn.dangqun.devices.simulator.serial.Pty;
import cn.dangqun.devices.transport.ByteTransport;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A session recorded on a serial port, damage included, played back to the driver.
@Tag("device")
class SamRecordingTest {
    private static final SampleIdCard CARD =
            SampleIdCard.resident().withNumber(SampleIdCard.withCheckCharacter("00000019000101999"));

    @TempDir
    private Path directory;

    @Test
    void playsBackWhatWasRecordedWithoutThePerson() throws Exception {
        var file = directory.resolve("session.txt");
        record(file);

        assertNothingOfThePersonIn(Files.readString(file));
        try (var line =
                ReplayedLine.opener(SessionFile.read(file), new SamScrubber()).open()) {
            var reader = reader(line);
            assertInstanceOf(SamCard.None.class, reader.look());
            assertInstanceOf(SamCard.Read.class, reader.look());
            var refused = assertInstanceOf(SamCard.Refused.class, reader.look());
            assertEquals(Kind.CARD_UNSUPPORTED, refused.fault().kind());
            var end = assertThrows(DeviceException.class, reader::look);
            assertEquals(Kind.DISCONNECTED, end.fault().kind());
        }
    }

    private static void record(Path file) throws Exception {
        try (var pty = Pty.open()) {
            var sam = SamSimulator.start(pty.input(), pty.output());
            var settings = new DeviceSettings("reader", "sam", Map.of("record", file.toString()));
            var port = pty.path().toString();
            var opener = RecordingLine.ifAsked(
                    settings, () -> SerialLine.open(port, 115200, FlowControl.NONE), new SamScrubber());
            try (var line = opener.open()) {
                var reader = reader(line);
                reader.look();
                sam.place(CARD);
                sam.disturb(Command.SELECT, new Disturbance.WrongChecksum());
                sam.disturb(Command.READ, new Disturbance.Cut(300));
                reader.look();
                sam.place(CARD.withKind('Z'));
                reader.look();
            }
        }
    }

    private static void assertNothingOfThePersonIn(String text) {
        for (var secret : new String[] {CARD.number().substring(14), CARD.name(), "样例市"}) {
            var hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_16LE));
            assertFalse(text.contains(hex), secret);
        }
        assertTrue(text.contains("< "));
    }

    private static SamCard reader(ByteTransport line) {
        return new SamCard(new SamLink(line), new MacCardKeyer(new byte[32]), Clock.systemUTC());
    }

    @Property
    void scrubsAnyBytesToAsMany(@ForAll @Size(max = 200) byte[] noise, @ForAll @Size(max = 60) byte[] data) {
        var frame = SamSimulator.frame(0x90, data);
        var all = new byte[noise.length + frame.length];
        System.arraycopy(noise, 0, all, 0, noise.length);
        System.arraycopy(frame, 0, all, noise.length, frame.length);

        assertEquals(all.length, new SamScrubber().received(all).length);
    }
}
