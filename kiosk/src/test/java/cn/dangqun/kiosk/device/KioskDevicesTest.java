package cn.dangqun.kiosk.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.devices.api.Camera;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.SimulatorConsole;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two simulated cameras, run by the supervisor as in a centre.
class KioskDevicesTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    private final SimulatorConsole simulator =
            ServiceLoader.load(SimulatorConsole.class).findFirst().orElseThrow();
    private final KioskDevices devices = new KioskDevices(
            List.of(camera("door"), camera("desk")), Clock.systemUTC().instant());
    private volatile boolean isSignShown;

    @BeforeEach
    void start() {
        devices.onWatching(on -> isSignShown = on);
        devices.start(new DeviceContext(Clock.systemUTC(), new MacCardKeyer(new byte[32])));
    }

    @AfterEach
    void stop() {
        devices.close();
    }

    @Test
    void asksEveryCameraForPicturesAndTurnsEachOffAgain() {
        devices.wantPictures(true);
        await(() -> cameras().stream().allMatch(Camera::isOn));

        devices.wantPictures(false);
        await(() -> cameras().stream().noneMatch(Camera::isOn));

        assertEquals(2, cameras().size());
    }

    @Test
    void showsTheSignWhileEitherCameraIsOn() {
        devices.wantPictures(true);
        await(() -> cameras().stream().allMatch(Camera::isOn));

        simulator.execute("fault door DISCONNECTED");
        await(() -> !cameras().getFirst().isOn());
        assertTrue(isSignShown);

        simulator.execute("fault desk DISCONNECTED");
        await(() -> !isSignShown);

        simulator.execute("heal door");
        await(() -> isSignShown);
    }

    /// The first to go off is held up while it tells that the other is still on.
    @Test
    void theSignIsDownWhenBothCamerasGoOffTogether() {
        var toldOn = new AtomicInteger();
        devices.onWatching(_ -> toldOn.incrementAndGet());
        devices.wantPictures(true);
        await(() -> toldOn.get() == 2);
        var told = new AtomicInteger();
        devices.onWatching(on -> {
            if (on) {
                await(() -> told.get() == 1 || isAnyCameraWaiting());
            }
            isSignShown = on;
            told.incrementAndGet();
        });

        devices.wantPictures(false);

        await(() -> told.get() == 2);
        assertFalse(isSignShown);
    }

    /// A new kiosk reads the street's code from its first minute; a card has no key here before it is somebody's.
    @Test
    void beforeTheKioskIsAnybodysCodesAreHeardAndCardsAreNot() {
        var heard = new CopyOnWriteArrayList<Credential>();
        var misread = new CopyOnWriteArrayList<DeviceFault>();
        try (var fresh = new KioskDevices(
                List.of(
                        new KioskSettings.Device("reader", "sim-reader", Map.of()),
                        new KioskSettings.Device("scanner", "sim-scanner", Map.of())),
                Clock.systemUTC().instant())) {
            fresh.onCredential(heard::add);
            fresh.onMisread(misread::add);
            fresh.startForCodes(Clock.systemUTC());
            await(() -> simulator.execute("tap uid 04a1b2c3d4e5f6").startsWith("ok"));
            assertTrue(simulator.execute("tap bad CARD_MOVED").startsWith("ok"));
            await(() -> simulator.execute("code DANGQUN-ENROL-1:ABCD").startsWith("ok"));
            await(() -> !heard.isEmpty());
            assertEquals(List.of(new Credential.Code("DANGQUN-ENROL-1:ABCD")), heard);
            assertEquals(List.of(), misread);

            fresh.start(new DeviceContext(Clock.systemUTC(), new MacCardKeyer(new byte[32])));
            await(() -> simulator.execute("tap uid 04a1b2c3d4e5f6").startsWith("ok"));
            await(() -> heard.size() == 2);
            assertEquals(
                    new Credential.Card(
                            new MacCardKeyer(new byte[32]).ofUid(HexFormat.of().parseHex("04a1b2c3d4e5f6")),
                            CardKind.CONTACTLESS_UID),
                    heard.getLast());
        }
    }

    private static boolean isAnyCameraWaiting() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("device-"))
                .anyMatch(thread -> thread.getState() == Thread.State.BLOCKED);
    }

    private List<Camera> cameras() {
        return devices.running(Camera.class);
    }

    private static KioskSettings.Device camera(String name) {
        return new KioskSettings.Device(name, "sim-camera", Map.of());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "did not happen within " + SOON);
            LockSupport.parkNanos(100_000);
        }
    }
}
