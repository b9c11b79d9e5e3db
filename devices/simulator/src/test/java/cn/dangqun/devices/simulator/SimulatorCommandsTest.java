package cn.dangqun.devices.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.Announcement;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.devices.api.PrintResult;
import cn.dangqun.devices.api.Signal;
import cn.dangqun.devices.api.SimulatorConsole;
import cn.dangqun.devices.api.TicketJob;
import cn.dangqun.devices.api.TicketLayout;
import cn.dangqun.devices.api.VoiceResult;
import cn.dangqun.devices.simulator.RunningBench.Watching;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatorCommandsTest {
    private RunningBench running;

    @BeforeEach
    void start() throws Exception {
        running = new RunningBench();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void tapsACardByItsUid() throws Exception {
        assertEquals("ok", run("tap uid 04A1B2C3D4E5F6"));

        var key = RunningBench.KEYER.ofUid(HexFormat.of().parseHex("04a1b2c3d4e5f6"));
        assertEquals(new Credential.Card(key, CardKind.CONTACTLESS_UID), running.await(Credential.class));
    }

    @Test
    void tapsAResidentCardByItsChipOrItsNumber() throws Exception {
        run("tap chip 0102030405060708");
        run("tap number 00000019000101001X");

        assertEquals(
                CardKind.RESIDENT_CHIP, running.await(Credential.Card.class).kind());
        var number = running.await(Credential.Card.class);
        assertEquals(RunningBench.KEYER.ofResidentNumber("00000019000101001X"), number.key());
    }

    @Test
    void refusesWhatTheRealDriversRefuse() throws Exception {
        run("tap uid 01020304");
        assertEquals(
                Kind.CARD_WITHOUT_IDENTITY, running.await(DeviceFault.class).kind());
        run("tap chip 0000000000000000");
        assertEquals(
                Kind.CARD_WITHOUT_IDENTITY, running.await(DeviceFault.class).kind());
        run("tap bad CARD_EXPIRED");
        assertEquals(Kind.CARD_EXPIRED, running.await(DeviceFault.class).kind());
    }

    @Test
    void showsACodeWithItsSpacesAndItsChinese() throws Exception {
        run("code 样例 code  two");

        assertEquals(new Credential.Code("样例 code  two"), running.await(Credential.class));
    }

    @Test
    void showsACodeToACameraOnlyWhilePicturesAreWanted() throws Exception {
        assertTrue(run("camera A017").startsWith("error"));

        camera().want(true);
        assertEquals(Watching.ON, running.await(Watching.class));
        assertEquals("ok", run("camera A017"));
        assertEquals(new Credential.Code("A017"), running.await(Credential.class));

        camera().want(false);
        assertEquals(Watching.OFF, running.await(Watching.class));
        assertTrue(run("camera A018").startsWith("error"));
    }

    @Test
    void aCameraThatBreaksIsOffAndIsOnAgainWhenHealedAndStillWanted() throws Exception {
        camera().want(true);
        assertEquals(Watching.ON, running.await(Watching.class));

        run("fault camera DISCONNECTED");

        assertEquals(Watching.OFF, running.await(Watching.class));
        assertFalse(camera().isOn());
        run("heal camera");
        assertEquals(Watching.ON, running.await(Watching.class));
        assertTrue(camera().isOn());
    }

    @Test
    void breaksTheScannerAndNotTheCameraWhenToldScanner() throws Exception {
        run("fault scanner DISCONNECTED");

        assertTrue(run("list").contains("the-camera=good"));
        assertTrue(run("list").contains("the-scanner=DISCONNECTED"));
    }

    @Test
    void breaksAndHealsADevice() throws Exception {
        assertEquals("ok", run("fault reader DISCONNECTED"));
        var failed = running.await(DeviceState.Failed.class);
        assertEquals(Kind.DISCONNECTED, failed.fault().kind());
        assertTrue(run("tap uid 04A1B2C3D4E5F6").startsWith("error"));
        assertTrue(run("list").contains("the-reader=DISCONNECTED"));

        assertEquals("ok", run("heal the-reader"));
        running.await(DeviceState.Working.class);
        assertEquals("ok", run("tap uid 04A1B2C3D4E5F6"));
        running.await(Credential.class);
    }

    @Test
    void remembersWhatWasShownSaidAndPrinted() throws Exception {
        running.bench().first(SimulatedLight.class).orElseThrow().show(Signal.ACCEPTED);
        running.bench()
                .first(SimulatedVoice.class)
                .orElseThrow()
                .say(Announcement.Prompt.CHECKED_IN)
                .join();
        running.bench()
                .first(SimulatedTicketPrinter.class)
                .orElseThrow()
                .print(job(7))
                .join();

        assertEquals("ok GREEN", run("shown"));
        assertEquals("ok CHECKED_IN", run("said"));
        assertEquals("ok job 7", run("printed"));
    }

    @Test
    void neverPrintsAJobTwiceAndLeavesItInDoubtWhenTheCableIsPulled() {
        var printer = running.bench().first(SimulatedTicketPrinter.class).orElseThrow();

        printer.print(job(1)).join();
        printer.print(job(1)).join();
        run("fault printer PAPER_OUT");
        var withoutPaper = printer.print(job(2)).join();
        run("fault printer DISCONNECTED");
        var withoutCable = printer.print(job(3)).join();

        assertEquals(1, printer.printed().size());
        assertInstanceOf(PrintResult.NotPrinted.class, withoutPaper);
        assertInstanceOf(PrintResult.Unknown.class, withoutCable);
    }

    @Test
    void isSilentWhenTheVoiceIsBroken() {
        run("fault voice NOT_FOUND");

        var said = running.bench()
                .first(SimulatedVoice.class)
                .orElseThrow()
                .say(Announcement.Prompt.TEST)
                .join();

        assertInstanceOf(VoiceResult.NoSound.class, said);
    }

    @Test
    void answersEveryWrongLineWithAnErrorThatRepeatsNothing() {
        for (var line : List.of(
                "",
                "tap",
                "tap uid",
                "tap uid 0",
                "tap uid xyzw",
                "tap nothing at",
                "fault reader",
                "fault reader FUN",
                "fault nobody BUSY",
                "heal nobody",
                "reboot",
                "code " + "x".repeat(600))) {
            var answer = run(line);

            assertTrue(answer.startsWith("error "), line);
            assertTrue(!answer.contains("xyzw") && !answer.contains("xxx"), answer);
        }
    }

    @Test
    void isFoundByServiceLoader() {
        var console = ServiceLoader.load(SimulatorConsole.class).findFirst().orElseThrow();

        assertTrue(console.execute("list").startsWith("ok"));
    }

    @Test
    void theCameraShowsAPaperListWhileItIsOn() throws Exception {
        var asked = camera().still();
        assertFalse(asked.isDone());

        camera().want(true);

        assertEquals(1280, asked.get(30, TimeUnit.SECONDS).width());
        assertEquals(720, camera().still().get(30, TimeUnit.SECONDS).height());
    }

    private SimulatedCamera camera() {
        return running.bench().first(SimulatedCamera.class).orElseThrow();
    }

    private String run(String line) {
        return running.commands.execute(line);
    }

    private static TicketJob job(long number) {
        return new TicketJob(number, new TicketLayout("样例", Optional.empty(), List.of(), Optional.empty(), List.of()));
    }
}
