package cn.dangqun.bench.farm;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.simulator.SimulatedDevice;
import cn.dangqun.devices.simulator.SimulatedReader;
import cn.dangqun.devices.simulator.SimulatedScanner;
import cn.dangqun.devices.simulator.SimulatorBench;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.shell.KioskCore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/// One kiosk of the farm: everything but the window, at the end of a line of its own. People come one after another;
/// whoever gets no answer holds the card there again. Thread-safe.
final class VirtualKiosk implements AutoCloseable {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final List<String> DRIVERS =
            List.of("sim-reader", "sim-scanner", "sim-camera", "sim-printer", "sim-light", "sim-voice");
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long HOLD_AGAIN_MILLIS = 100;

    private final FarmStreet street;
    private final Witness witness;
    private final ShiftedClock clock;
    private final CutLine line;
    private final SimulatorBench bench;
    private final KioskSettings settings;
    private final BlockingQueue<CheckInOutcome> answers = new LinkedBlockingQueue<>();
    private KioskCore core;

    private VirtualKiosk(FarmPlan plan, FarmStreet street, KioskId id, CutLine line, Witness witness)
            throws IOException {
        this.street = street;
        this.witness = witness;
        this.clock = new ShiftedClock(Clock.system(CHINA));
        this.line = line;
        this.bench = SimulatorBench.named(id.value());
        this.settings = new KioskSettings(
                plan.folder().resolve(id.value()),
                "农场党群服务中心",
                CHINA,
                new KioskSettings.Server("127.0.0.1", line.port(), street.fingerprint()),
                new KioskSettings.Screen(1080, 1920, false),
                DRIVERS.stream()
                        .map(driver -> new KioskSettings.Device(driver, driver, Map.of("bench", id.value())))
                        .toList(),
                OptionalInt.empty(),
                Optional.of(new KioskSettings.Demo(Optional.of(street.enrolmentCode(id)), Optional.empty())));
        this.core = switchOn();
    }

    /// `port`: where the street listens now.
    static VirtualKiosk open(FarmPlan plan, FarmStreet street, KioskId id, IntSupplier port, Witness witness)
            throws IOException {
        return new VirtualKiosk(plan, street, id, new CutLine(port), witness);
    }

    private KioskCore switchOn() throws IOException {
        var fresh = KioskCore.open(settings, clock);
        fresh.onCredential(credential -> present(fresh, credential));
        fresh.services().sync().onChange(_ -> synced());
        return fresh;
    }

    private void present(KioskCore at, Credential credential) {
        var _ = at.features().checkIn().desk().present(credential).thenAccept(outcome -> {
            if (outcome instanceof CheckInOutcome.CheckedIn success) {
                witness.success(success);
            }
            answers.add(outcome);
        });
    }

    /// Waits until the roll and the plan are here and the devices run.
    void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (bench.devices().size() < settings.devices().size()
                || running().features().activities().today().list().isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(settings.data() + " was not ready in time");
            }
            TimeUnit.MILLISECONDS.sleep(HOLD_AGAIN_MILLIS);
        }
    }

    /// Lets somebody check in, as often as it takes. Returns how long the last tap waited for its answer.
    Duration serve(FarmPerson person) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            long tapped = System.nanoTime();
            if (isServed(person)) {
                return Duration.ofNanos(System.nanoTime() - tapped);
            }
            TimeUnit.MILLISECONDS.sleep(HOLD_AGAIN_MILLIS);
        }
        throw new IllegalStateException(person + " got no answer at " + settings.data());
    }

    private synchronized boolean isServed(FarmPerson person) throws InterruptedException {
        answers.clear();
        if (!isHeldThere(person)) {
            return false;
        }
        long end = System.nanoTime() + ANSWER.toNanos();
        for (long left = ANSWER.toNanos(); left > 0; left = end - System.nanoTime()) {
            switch (answers.poll(left, TimeUnit.NANOSECONDS)) {
                case CheckInOutcome.CheckedIn success
                when success.member().equals(person.member()) -> {
                    return true;
                }
                case CheckInOutcome.AlreadyCheckedIn _ -> {
                    witness.already(person.member());
                    return true;
                }
                case CheckInOutcome.CheckedIn _ -> {} // whoever stood here before, and went away too soon
                case null, default -> {
                    return false;
                }
            }
        }
        return false;
    }

    private boolean isHeldThere(FarmPerson person) {
        return person.showsCode()
                ? bench.first(SimulatedScanner.class).orElseThrow().scan(street.codeOf(person))
                : bench.first(SimulatedReader.class).orElseThrow().tapUid(person.uid());
    }

    private synchronized KioskCore running() {
        return core;
    }

    /// Waits until the street has everything this kiosk has recorded.
    void awaitSent() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (running().services().sync().status().pending() > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(settings.data() + " did not send everything");
            }
            awaitNews();
        }
    }

    private void awaitNews() throws InterruptedException {
        synchronized (answers) {
            answers.wait(1);
        }
    }

    private void synced() {
        synchronized (answers) {
            answers.notifyAll();
        }
    }

    CutLine line() {
        return line;
    }

    ShiftedClock clock() {
        return clock;
    }

    void unplug(Class<? extends SimulatedDevice> device) {
        bench.first(device).ifPresent(each -> each.script().fail(DeviceFault.Kind.DISCONNECTED));
    }

    void plugIn(Class<? extends SimulatedDevice> device) {
        bench.first(device).ifPresent(each -> each.script().heal());
    }

    /// Switched off and on again between two people, as every night.
    synchronized void restart() throws IOException {
        core.close();
        core = switchOn();
    }

    @Override
    public void close() throws IOException {
        running().close();
        line.close();
    }
}
