package cn.dangqun.devices.drivers.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.drivers.DeviceLoop;
import cn.dangqun.devices.drivers.RecordedEvents;
import cn.dangqun.devices.recording.SessionFile;
import cn.dangqun.devices.simulator.pcsc.PcscDaemon;
import cn.dangqun.devices.simulator.pcsc.VirtualCard;
import cn.dangqun.devices.simulator.replay.ReplayedCard;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A session recorded at a real PC/SC service, played back to the driver.
@Tag("device")
class PcscRecordingTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String UID = "04a1b2c3d4e5f6";
    private static final String SERIAL = "0102030405060708";

    private final CardKeyer keyer = new MacCardKeyer(new byte[32]);
    private final CardIdentification identification = new CardIdentification(keyer);

    @TempDir
    private Path directory;

    @Test
    void playsBackWhatWasRecordedWithoutTheCardsThemselves() throws Exception {
        var file = directory.resolve("session.txt");
        record(file);

        var text = Files.readString(file);
        assertFalse(text.contains(UID) || text.contains(SERIAL), text);
        var outcomes = new ArrayList<String>();
        for (var card : ReplayedCard.cards(SessionFile.read(file))) {
            outcomes.add(outcome(card));
        }
        assertTrue(
                outcomes.containsAll(List.of("CONTACTLESS_UID", "RESIDENT_CHIP", "CARD_WITHOUT_IDENTITY")),
                outcomes.toString());
    }

    private String outcome(ReplayedCard card) {
        try {
            var read = identification.identify(card);
            assertNotEquals(keyer.ofUid(HexFormat.of().parseHex(UID)), read.key());
            return read.kind().name();
        } catch (DeviceException e) {
            return e.fault().kind().name();
        } catch (IOException e) {
            return "broken";
        }
    }

    private void record(Path file) throws Exception {
        var events = new RecordedEvents();
        var settings = new DeviceSettings("reader", "pcsc", Map.of("record", file.toString()));
        var device = new PcscProvider().create(settings, new DeviceContext(Clock.systemUTC(), keyer));
        try (var pcscd = PcscDaemon.acquire(Duration.ofMinutes(5))) {
            pcscd.start();
            var first = DeviceLoop.run(device, events);
            pcscd.reader(0).insert(VirtualCard.contactless(UID));
            events.nextCredential(SOON);
            pcscd.reader(1).insert(VirtualCard.residentId(SERIAL));
            events.nextCredential(SOON);
            first.stop();
            pcscd.reader(0).insert(VirtualCard.contactless("01020304"));
            pcscd.reader(1).remove();
            var second = DeviceLoop.run(device, events);
            events.next(DeviceFault.class, fault -> fault.kind() == Kind.CARD_WITHOUT_IDENTITY, SOON);
            second.stop();
        }
    }

    @Test
    void breaksWhereTheRecordedCardWasPulled() throws Exception {
        var file = directory.resolve("session.txt");
        Files.write(file, List.of("# pulled", "@ 3b00", "> ffca000000", "! SCARD_W_REMOVED_CARD"));
        var card = ReplayedCard.cards(SessionFile.read(file)).getFirst();

        var broken = assertThrows(IOException.class, () -> identification.identify(card));

        assertEquals("SCARD_W_REMOVED_CARD", broken.getMessage());
    }

    @Test
    void refusesAFileThatIsNoSession() throws Exception {
        var file = directory.resolve("session.txt");
        Files.write(file, List.of("> not hexadecimal"));

        assertThrows(IOException.class, () -> SessionFile.read(file));
    }
}
