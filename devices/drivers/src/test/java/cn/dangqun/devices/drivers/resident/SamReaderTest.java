package cn.dangqun.devices.drivers.resident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.devices.drivers.Await;
import cn.dangqun.devices.drivers.DeviceLoop;
import cn.dangqun.devices.drivers.RecordedEvents;
import cn.dangqun.devices.simulator.resident.Disturbance;
import cn.dangqun.devices.simulator.resident.SamSimulator;
import cn.dangqun.devices.simulator.resident.SamSimulator.Command;
import cn.dangqun.devices.simulator.resident.SampleIdCard;
import cn.dangqun.devices.simulator.serial.Pty;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The driver on a real serial port whose far end is a simulated reader.
@Tag("device")
class SamReaderTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final SampleIdCard FIRST = SampleIdCard.resident();
    private static final SampleIdCard SECOND = FIRST.withNumber(SampleIdCard.withCheckCharacter("00000019000101002"))
            .withSex("2");

    private final CardKeyer keyer = new MacCardKeyer(new byte[32]);
    private final RecordedEvents events = new RecordedEvents();

    @TempDir
    private Path devices;

    private Path port;
    private Pty pty;
    private SamSimulator sam;
    private DeviceLoop loop;

    @BeforeEach
    void plugIn() throws Exception {
        port = devices.resolve("reader");
        pty = Pty.open();
        pty.linkAt(port);
        sam = SamSimulator.start(pty.input(), pty.output());
    }

    @AfterEach
    void unplug() throws Exception {
        if (loop != null) {
            loop.stop();
        }
        pty.close();
    }

    @Test
    void presentsTheKeyedNumberOfACard() throws Exception {
        run();

        sam.place(FIRST);

        assertEquals(card(FIRST), events.nextCredential(SOON));
    }

    @Test
    void presentsACardThatIsFoundAgainAndAgainOnce() throws Exception {
        run();

        sam.place(FIRST);
        events.nextCredential(SOON);
        Await.until(() -> sam.count(Command.READ) >= 4, SOON);
        sam.place(SECOND);
        events.nextCredential(SOON);

        assertEquals(List.of(card(FIRST), card(SECOND)), events.all(Credential.class));
    }

    @Test
    void presentsTheNextCardOfAReaderThatHidesReadCards() throws Exception {
        sam.hideReadCards();
        run();

        sam.place(FIRST);
        events.nextCredential(SOON);
        sam.lift();
        sam.place(SECOND);

        assertEquals(card(SECOND), events.nextCredential(SOON));
        assertEquals(2, sam.count(Command.READ));
    }

    @Test
    void readsThroughNoiseDamageAndSilence() throws Exception {
        run();
        events.nextState(DeviceState.Working.class, SOON);

        sam.disturb(Command.FIND, new Disturbance.Noise("00aaaaaaaa9669000401"), new Disturbance.WrongChecksum());
        sam.disturb(Command.SELECT, new Disturbance.Cut(6), new Disturbance.Noise("aaaa96"));
        sam.disturb(Command.READ, new Disturbance.Cut(700));
        sam.place(FIRST);

        assertEquals(card(FIRST), events.nextCredential(SOON));
    }

    @Test
    void neverTakesALateAnswerForTheAnswerToTheNextCommand() throws Exception {
        run();
        events.nextState(DeviceState.Working.class, SOON);

        sam.disturb(Command.FIND, new Disturbance.Late(Duration.ofMillis(700)));
        sam.disturb(Command.SELECT, new Disturbance.Late(Duration.ofSeconds(1)));
        sam.place(FIRST);

        assertEquals(card(FIRST), events.nextCredential(SOON));
        assertEquals(List.of(), events.all(DeviceFault.class));
    }

    @Test
    void asksForTheCardAgainAfterThreeFailedAttempts() throws Exception {
        run();

        var rejected = new Disturbance.Status(0x32);
        sam.disturb(Command.READ, rejected, rejected, rejected);
        sam.place(FIRST);

        assertEquals(Kind.CARD_MOVED, events.nextMisread(SOON).kind());
        assertEquals(card(FIRST), events.nextCredential(SOON));
    }

    @Test
    void tellsOfAnExpiredCardOnceWhileItLiesThere() throws Exception {
        run();

        sam.place(FIRST.withValidity("20000101", "20100101"));
        var fault = events.nextMisread(SOON);
        Await.until(() -> sam.count(Command.READ) >= 3, SOON);
        sam.place(SECOND);
        events.nextCredential(SOON);

        assertEquals(Kind.CARD_EXPIRED, fault.kind());
        assertEquals(1, events.all(DeviceFault.class).size());
    }

    @Test
    void saysNothingOfThePersonInFaults() throws Exception {
        run();

        sam.place(FIRST.withSex("2"));
        var fault = events.nextMisread(SOON);

        assertEquals(Kind.CARD_INVALID, fault.kind());
        assertFalse(fault.toString().matches(".*[0-9]{3}.*"));
    }

    @Test
    void failsWhenTheReaderIsSilent() throws Exception {
        var silence = new Disturbance.Silence();
        sam.disturb(Command.STATUS, silence, silence, silence);
        run();

        var failed = events.nextState(DeviceState.Failed.class, SOON);

        assertEquals(Kind.NO_ANSWER, failed.fault().kind());
        events.nextState(DeviceState.Working.class, SOON);
    }

    @Test
    void failsWhenTheReaderSpeaksAnotherProtocol() throws Exception {
        var cut = new Disturbance.Cut(9);
        sam.disturb(Command.STATUS, cut, cut, cut);
        run();

        assertEquals(
                Kind.GARBLED,
                events.nextState(DeviceState.Failed.class, SOON).fault().kind());
    }

    @Test
    void failsWhenTheModuleIsNotAuthorised() throws Exception {
        sam.disturb(Command.STATUS, new Disturbance.Status(0x66));
        run();

        assertEquals(
                Kind.REFUSED,
                events.nextState(DeviceState.Failed.class, SOON).fault().kind());
    }

    @Test
    void worksAgainEachTimeTheCableIsPluggedBack() throws Exception {
        run();
        events.nextState(DeviceState.Working.class, SOON);

        for (int time = 0; time < 10; time++) {
            pty.close();
            var failed = events.nextState(DeviceState.Failed.class, SOON);
            assertEquals(Kind.DISCONNECTED, failed.fault().kind());
            plugIn();
            events.nextState(DeviceState.Working.class, SOON);
        }
        sam.place(FIRST);

        assertEquals(card(FIRST), events.nextCredential(SOON));
    }

    @Test
    void failsWithoutThePort() throws Exception {
        port = devices.resolve("nothing");
        run();

        assertEquals(
                Kind.NOT_FOUND,
                events.nextState(DeviceState.Failed.class, SOON).fault().kind());
    }

    private void run() throws Exception {
        var settings = new DeviceSettings("reader", "sam", Map.of("port", port.toString()));
        var device = new SamProvider().create(settings, new DeviceContext(Clock.systemUTC(), keyer));
        loop = DeviceLoop.run(device, events);
    }

    private Credential card(SampleIdCard card) {
        return new Credential.Card(keyer.ofResidentNumber(card.number()), CardKind.RESIDENT_NUMBER);
    }
}
