package cn.dangqun.devices.drivers.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.Camera;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.devices.drivers.Await;
import cn.dangqun.devices.drivers.OpenFiles;
import cn.dangqun.devices.drivers.RecordedEvents;
import cn.dangqun.devices.drivers.RecordedEvents.Watching;
import cn.dangqun.devices.drivers.qr.QrDrawing;
import cn.dangqun.devices.supervisor.DeviceSupervisor;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real camera processes: ffmpeg playing a file, or `cat` of a FIFO into which the test writes frames.
@Tag("real-time")
class CameraScannerTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final DeviceContext CONTEXT = new DeviceContext(Clock.systemUTC(), new MacCardKeyer(new byte[32]));
    private static final int SIDE = 295;
    private static final String PLAY =
            "ffmpeg -nostdin -v error -re -loop 1 -framerate {rate} -i {device}" + " -f rawvideo -pix_fmt gray pipe:1";

    @TempDir
    Path directory;

    private final RecordedEvents events = new RecordedEvents();
    private DeviceSupervisor supervisor;

    @AfterEach
    void stop() throws Exception {
        assertTrue(supervisor.stop(SOON));
        Await.until(() -> ProcessHandle.current().children().noneMatch(ProcessHandle::isAlive), SOON);
    }

    @Test
    void runsTheCameraOnlyWhileWantedAndSaysSo() throws Exception {
        var camera = start(picture("A017"), PLAY, "gray");
        events.nextState(DeviceState.Working.class, SOON);
        assertFalse(camera.isOn());
        assertEquals(0, ProcessHandle.current().children().count());

        camera.want(true);

        assertEquals(new Watching(true), events.next(Watching.class, _ -> true, SOON));
        assertTrue(camera.isOn());
        assertEquals(new Credential.Code("A017"), events.nextCredential(SOON));

        camera.want(false);

        assertEquals(new Watching(false), events.next(Watching.class, _ -> true, SOON));
        assertFalse(camera.isOn());
        Await.until(() -> ProcessHandle.current().children().noneMatch(ProcessHandle::isAlive), SOON);
        assertInstance(DeviceState.Working.class);
    }

    @Test
    void presentsACodeOnceHoweverManyFramesShowIt() throws Exception {
        var fifo = fifo();
        var camera = start(fifo, "cat {device}", "gray");
        camera.want(true);
        try (var frames = Files.newOutputStream(fifo)) {
            showUntilPresented(frames, "A017", 0);
            show(frames, "A017", 20, 0);
            showUntilPresented(frames, "A018", 0);

            assertEquals(
                    List.of(new Credential.Code("A017"), new Credential.Code("A018")), events.all(Credential.class));
        }
    }

    @Test
    void takesTheGrayPartOfAColourFrame() throws Exception {
        var fifo = fifo();
        var camera = start(fifo, "cat {device}", "yuv420");
        camera.want(true);
        try (var frames = Files.newOutputStream(fifo)) {
            showUntilPresented(frames, "A017", SIDE * SIDE / 2);
        }
    }

    @Test
    void startsAgainAfterTheProcessWasKilled() throws Exception {
        var camera = start(picture("A017"), PLAY, "gray");
        camera.want(true);
        for (var round = 0; round < 3; round++) {
            events.nextState(DeviceState.Working.class, SOON);
            Await.until(camera::isOn, SOON);

            child().destroyForcibly();

            var failed = events.nextState(DeviceState.Failed.class, SOON);
            assertEquals(Kind.DISCONNECTED, failed.fault().kind());
        }
        events.nextState(DeviceState.Working.class, SOON);
    }

    @Test
    void killsAProcessThatFallsSilentAndStartsAnother() throws Exception {
        var camera = start(picture("A017"), PLAY, "gray");
        camera.want(true);
        events.nextCredential(SOON);
        var stopped = child();

        assertEquals(
                0,
                new ProcessBuilder("kill", "-STOP", "" + stopped.pid()).start().waitFor());

        var failed = events.nextState(DeviceState.Failed.class, SOON);
        assertEquals(Kind.NO_ANSWER, failed.fault().kind());
        Await.until(() -> !stopped.isAlive(), SOON);
        events.nextState(DeviceState.Working.class, SOON);
    }

    @Test
    void saysWhatTheProcessSaidLast() throws Exception {
        var camera = start(picture("A017"), "ffmpeg -nostdin -v error -i {device}.missing -f rawvideo pipe:1", "gray");
        camera.want(true);

        var failed = events.nextState(DeviceState.Failed.class, SOON);

        assertEquals(Kind.DISCONNECTED, failed.fault().kind());
        assertTrue(
                failed.fault().detail().contains("No such file"), failed.fault().detail());
    }

    @Test
    void leavesNeitherProcessNorThreadNorFileHoweverOftenItIsTurnedOn() throws Exception {
        var camera = start(picture("A017"), "cat /dev/zero", "gray");
        turnOnAndOff(camera, 5);
        long descriptors = OpenFiles.descriptors();
        long threads = OpenFiles.threads();

        turnOnAndOff(camera, 150);

        Await.until(() -> OpenFiles.descriptors() <= descriptors + 8, SOON);
        Await.until(() -> OpenFiles.threads() <= threads + 8, SOON);
        assertEquals(0, ProcessHandle.current().children().count());
    }

    @Test
    void showsWhatItSeesToAPageThatAsks() throws Exception {
        var camera = start(picture("A017"), PLAY, "gray");
        var asked = camera.still();
        assertEquals(asked, camera.still(), "who asks meanwhile waits for the same");
        assertFalse(asked.isDone());

        camera.want(true);

        var seen = asked.get(SOON.toSeconds(), TimeUnit.SECONDS);
        var expected = QrDrawing.of("A017").image(25, 300).pixels();
        assertEquals(SIDE, seen.width());
        assertEquals(SIDE, seen.height());
        int alike = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            alike += Math.abs((seen.gray()[i] & 0xFF) - (expected[i] & 0xFF)) < 64 ? 1 : 0;
        }
        assertTrue(alike > SIDE * SIDE * 9 / 10, alike + " pixels are as they were held before it");
    }

    private static void turnOnAndOff(Camera camera, int times) {
        for (int i = 0; i < times; i++) {
            camera.want(true);
            Await.until(camera::isOn, SOON);
            camera.want(false);
            Await.until(() -> !camera.isOn(), SOON);
        }
    }

    @Test
    void knowsAnUnpluggedCameraBeforeItIsWanted() throws Exception {
        var picture = picture("A017");
        start(picture, PLAY, "gray");
        events.nextState(DeviceState.Working.class, SOON);

        Files.delete(picture);

        var failed = events.nextState(DeviceState.Failed.class, SOON);
        assertEquals(Kind.NOT_FOUND, failed.fault().kind());
        picture("A017");
        events.nextState(DeviceState.Working.class, SOON);
    }

    @Test
    void namesAProgramThatIsNotInstalled() throws Exception {
        var camera = start(picture("A017"), "no-such-camera-program {device}", "gray");
        camera.want(true);

        var failed = events.nextState(DeviceState.Failed.class, SOON);

        assertEquals(Kind.MISCONFIGURED, failed.fault().kind());
    }

    private Camera start(Path device, String command, String layout) {
        var options = new HashMap<>(Map.of("device", device.toString(), "command", command, "layout", layout));
        options.putAll(Map.of("width", "" + SIDE, "height", "" + SIDE));
        var settings = new DeviceSettings("camera", "camera-scanner", options);
        supervisor = DeviceSupervisor.start(List.of(settings), CONTEXT, events);
        return supervisor.devices(Camera.class).getFirst();
    }

    private Path picture(String text) throws Exception {
        return Files.write(directory.resolve("picture.png"), QrDrawing.of(text).png(25, 300));
    }

    private Path fifo() throws Exception {
        var fifo = directory.resolve("frames");
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", fifo.toString())
                        .inheritIO()
                        .start()
                        .waitFor());
        return fifo;
    }

    /// The newest frame wins, so that how many are seen of a burst is a matter of speed.
    private void showUntilPresented(OutputStream frames, String text, int colourBytes) throws Exception {
        var end = System.nanoTime() + SOON.toNanos();
        while (!events.all(Credential.class).contains(new Credential.Code(text))) {
            assertTrue(System.nanoTime() < end, text + " was not presented");
            show(frames, text, 1, colourBytes);
        }
    }

    private static void show(OutputStream frames, String text, int count, int colourBytes) throws Exception {
        var image = QrDrawing.of(text).image(25, 300);
        for (var i = 0; i < count; i++) {
            frames.write(image.pixels());
            frames.write(new byte[colourBytes]);
        }
    }

    private void assertInstance(Class<? extends DeviceState> state) {
        assertTrue(state.isInstance(supervisor.snapshots().getFirst().state()));
    }

    private static ProcessHandle child() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .findFirst()
                .orElseThrow();
    }
}
