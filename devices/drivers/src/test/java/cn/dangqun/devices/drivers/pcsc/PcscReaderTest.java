package cn.dangqun.devices.drivers.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.devices.drivers.RecordedEvents;
import cn.dangqun.devices.simulator.pcsc.PcscDaemon;
import cn.dangqun.devices.simulator.pcsc.VirtualCard;
import cn.dangqun.devices.supervisor.DeviceSupervisor;
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

/// The driver under the supervisor, against the machine's pcscd and its virtual readers.
@Tag("real-time")
class PcscReaderTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String FIRST = "04a1b2c3d4e5f6";
    private static final String SECOND = "04ffeeddccbbaa";

    private final CardKeyer keyer = new MacCardKeyer(new byte[32]);
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
    void readsACardLeftOnTheReaderOnce() throws Exception {
        pcscd.start();
        watch();

        pcscd.reader(0).insert(VirtualCard.contactless(FIRST));
        assertEquals(card(FIRST), events.nextCredential(SOON));
        pcscd.reader(1).insert(VirtualCard.contactless(SECOND));
        assertEquals(card(SECOND), events.nextCredential(SOON));

        assertEquals(1, pcscd.reader(0).commands());
        assertEquals(List.of(card(FIRST), card(SECOND)), events.all(Credential.class));
    }

    @Test
    void ignoresACardLiftedAndLaidDownAtOnce() throws Exception {
        pcscd.start();
        watch();

        pcscd.reader(0).insert(VirtualCard.contactless(FIRST));
        events.nextCredential(SOON);
        pcscd.reader(0).insert(VirtualCard.contactless(FIRST));
        pcscd.reader(0).insert(VirtualCard.contactless(SECOND));
        events.nextCredential(SOON);

        assertEquals(List.of(card(FIRST), card(SECOND)), events.all(Credential.class));
    }

    @Test
    void readsTheChipSerialOfAResidentCard() throws Exception {
        pcscd.start();
        watch();

        pcscd.reader(0).insert(VirtualCard.residentId("0102030405060708"));

        var serial = HexFormat.of().parseHex("0102030405060708");
        assertEquals(
                new Credential.Card(keyer.ofChipSerial(serial), CardKind.RESIDENT_CHIP), events.nextCredential(SOON));
    }

    @Test
    void refusesAFourByteUid() throws Exception {
        pcscd.start();
        watch();

        pcscd.reader(0).insert(VirtualCard.contactless("01020304"));

        assertEquals(
                DeviceFault.Kind.CARD_WITHOUT_IDENTITY, events.nextMisread(SOON).kind());
    }

    @Test
    void refusesAResidentCardWithAZeroSerial() throws Exception {
        pcscd.start();
        watch();

        pcscd.reader(0).insert(VirtualCard.residentId("0000000000000000"));

        assertEquals(
                DeviceFault.Kind.CARD_WITHOUT_IDENTITY, events.nextMisread(SOON).kind());
    }

    @Test
    void asksAgainForACardPulledMidTransactionAndReadsTheNext() throws Exception {
        pcscd.start();
        watch();

        pcscd.reader(0).insert(VirtualCard.contactless(FIRST).pulledWhenAsked());
        assertEquals(DeviceFault.Kind.CARD_MOVED, events.nextMisread(SOON).kind());
        pcscd.reader(0).insert(VirtualCard.contactless(FIRST));

        assertEquals(card(FIRST), events.nextCredential(SOON));
    }

    @Test
    void worksAgainWhenTheReaderIsPluggedBack() throws Exception {
        pcscd.start();
        watch();
        events.nextState(DeviceState.Working.class, SOON);

        pcscd.startWithoutReaders();
        var failed = events.nextState(DeviceState.Failed.class, SOON);
        pcscd.start();
        events.nextState(DeviceState.Working.class, SOON);
        pcscd.reader(0).insert(VirtualCard.contactless(FIRST));

        assertEquals(DeviceFault.Kind.DISCONNECTED, failed.fault().kind());
        assertEquals(card(FIRST), events.nextCredential(SOON));
    }

    @Test
    void leavesTheContextToTheFirstOfTwoDevices() throws Exception {
        pcscd.start();
        watch();
        events.nextState(DeviceState.Working.class, SOON);

        try (var second = start("second")) {
            var failed = events.nextState(DeviceState.Failed.class, SOON);

            assertEquals(DeviceFault.Kind.BUSY, failed.fault().kind());
            assertEquals(1, second.snapshots().size());
        }
    }

    @Test
    void stopsWithinASecond() throws Exception {
        pcscd.start();
        watch();
        events.nextState(DeviceState.Working.class, SOON);

        assertTrue(supervisor.stop(Duration.ofSeconds(1)));
    }

    private void watch() {
        supervisor = start("reader");
    }

    private DeviceSupervisor start(String name) {
        var settings = new DeviceSettings(name, "pcsc", Map.of());
        return DeviceSupervisor.start(List.of(settings), new DeviceContext(Clock.systemUTC(), keyer), events);
    }

    private Credential card(String uid) {
        return new Credential.Card(keyer.ofUid(HexFormat.of().parseHex(uid)), CardKind.CONTACTLESS_UID);
    }
}
