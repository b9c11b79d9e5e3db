package cn.dangqun.devices.drivers.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.devices.drivers.DeviceLoop;
import cn.dangqun.devices.drivers.OpenFiles;
import cn.dangqun.devices.drivers.RecordedEvents;
import cn.dangqun.devices.simulator.pcsc.PcscDaemon;
import cn.dangqun.devices.simulator.pcsc.VirtualCard;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// pcscd comes and goes under the driver; the JDK's own provider would stay dead for ever after the first time (F-73).
@Tag("device")
class PcscRestartTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    private final CardKeyer keyer = new MacCardKeyer(new byte[32]);
    private final RecordedEvents events = new RecordedEvents();
    private PcscDaemon pcscd;
    private DeviceLoop loop;

    @BeforeEach
    void startPcscd() throws Exception {
        pcscd = PcscDaemon.acquire(Duration.ofMinutes(5));
        pcscd.start();
        var settings = new DeviceSettings("reader", "pcsc", Map.of("reader", "Virtual"));
        var context = new DeviceContext(Clock.systemUTC(), keyer);
        loop = DeviceLoop.run(new PcscProvider().create(settings, context), events);
        events.nextState(DeviceState.Working.class, SOON);
    }

    @AfterEach
    void stopPcscd() throws Exception {
        loop.stop();
        pcscd.close();
    }

    @Test
    void readsACardAfterEachOfTwentyDeathsOfPcscd() throws Exception {
        long descriptors = OpenFiles.descriptors();
        for (int death = 0; death < 20; death++) {
            endPcscd(death);
            events.nextState(DeviceState.Failed.class, SOON);
            pcscd.start();
            events.nextState(DeviceState.Working.class, SOON);

            var uid = "04a1b2c3d4e5%02x".formatted(death);
            pcscd.reader(0).insert(VirtualCard.contactless(uid));

            assertEquals(card(uid), events.nextCredential(SOON), "after death " + death);
            pcscd.reader(0).remove();
        }
        long more = OpenFiles.descriptors() - descriptors;
        assertTrue(more < 10, () -> more + " more descriptors");
    }

    private void endPcscd(int death) throws InterruptedException {
        if (death % 2 == 0) {
            pcscd.kill();
        } else {
            pcscd.stop();
        }
    }

    @Test
    void readsACardThatLayThroughARestartOnce() throws Exception {
        var lying = "04a1b2c3d4e5f6";
        var next = "04ffeeddccbbaa";
        pcscd.reader(0).insert(VirtualCard.contactless(lying));
        events.nextCredential(SOON);

        pcscd.kill();
        events.nextState(DeviceState.Failed.class, SOON);
        pcscd.start();
        events.nextState(DeviceState.Working.class, SOON);
        pcscd.reader(1).insert(VirtualCard.contactless(next));
        events.nextCredential(SOON);

        assertEquals(List.of(card(lying), card(next)), events.all(Credential.class));
    }

    private Credential card(String uid) {
        return new Credential.Card(keyer.ofUid(HexFormat.of().parseHex(uid)), CardKind.CONTACTLESS_UID);
    }
}
