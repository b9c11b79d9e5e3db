package cn.dangqun.devices.drivers.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.drivers.RecordedEvents;
import cn.dangqun.devices.simulator.pcsc.PcscDaemon;
import cn.dangqun.devices.simulator.pcsc.VirtualCard;
import cn.dangqun.devices.supervisor.DeviceSupervisor;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The driver under the supervisor, against the machine's pcscd and its virtual readers.
class PcscReaderTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String UID = "04a1b2c3d4e5f6";

    private final CardKeyer keyer = new CardKeyer(new byte[32]);
    private final RecordedEvents events = new RecordedEvents();
    private PcscDaemon pcscd;
    private DeviceSupervisor supervisor;

    @BeforeEach
    void takePcscd() throws Exception {
        pcscd = PcscDaemon.acquire(Duration.ofMinutes(5));
    }

    @AfterEach
    void releasePcscd() throws Exception {
        if (supervisor != null) {
            supervisor.close();
        }
        pcscd.close();
    }

    @Test
    void presentsTheUidOfAContactlessCardOnce() throws Exception {
        pcscd.start();
        watch();

        pcscd.reader(0).insert(VirtualCard.contactless(UID));

        assertEquals(card(UID), events.nextCredential(SOON));
    }

    private void watch() throws InterruptedException {
        supervisor = DeviceSupervisor.start(
                List.of(new DeviceSettings("reader", "pcsc", Map.of())),
                new DeviceContext(Clock.systemUTC(), keyer),
                events);
    }

    private Credential card(String uid) {
        return new Credential.Card(keyer.ofUid(HexFormat.of().parseHex(uid)), CardKind.CONTACTLESS_UID);
    }
}
