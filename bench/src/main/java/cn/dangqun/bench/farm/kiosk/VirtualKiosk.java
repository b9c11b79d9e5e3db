package cn.dangqun.bench.farm.kiosk;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.simulator.SimulatedDevice;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.sync.EnrolmentDesk.Enrolment;
import cn.dangqun.kiosk.sync.SyncStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/// One kiosk of the farm at the end of a line of its own. People come one after another; whoever gets no answer holds
/// the card there again. Thread-safe; what changes the machine waits until nobody stands before it.
public final class VirtualKiosk implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(3);
    static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BOOT = Duration.ofSeconds(20);
    private static final long HOLD_AGAIN_MILLIS = 50;

    private final KioskId id;
    private final MachineSettings settings;
    private final Optional<String> code;
    private final ShiftedClock clock = new ShiftedClock(Clock.system(MachineSettings.CHINA));
    private final CutLine line;
    private final Witness witness;
    private final Screen screen;
    private final Disk disk;
    private BootClock boot = booted();
    private Machine machine;

    private VirtualKiosk(Place place, CutLine line, Witness witness) throws IOException {
        this.id = place.id();
        this.settings =
                new MachineSettings(place.data(), place.data().getFileName() + "", line.port(), place.fingerprint());
        this.code = place.code();
        this.line = line;
        this.witness = witness;
        this.screen = new Screen(witness);
        this.disk = new Disk(place.data());
        this.machine = switchOnHere();
    }

    /// Where a kiosk's data lie, and how it comes to the street: the port it listens on now, its fingerprint, a code.
    public record Place(KioskId id, Path data, IntSupplier port, String fingerprint, Optional<String> code) {}

    public static VirtualKiosk open(Place place, Witness witness) throws IOException {
        return new VirtualKiosk(place, new CutLine(place.port()), witness);
    }

    /// A second machine with the data in `copy`, whose line is still cut.
    VirtualKiosk cloned(Path copy) throws IOException {
        var place = new Place(id, copy, line.street(), settings.fingerprint(), Optional.empty());
        var cut = new CutLine(place.port());
        cut.cut();
        return new VirtualKiosk(place, cut, witness);
    }

    private BootClock booted() {
        return new BootClock(clock, UUID.randomUUID().toString(), BOOT);
    }

    private LocalMachine switchOnHere() throws IOException {
        var fresh = LocalMachine.switchOn(settings.withCode(code), clock, boot, settings.bench(), screen::show);
        fresh.onNews(this::tell);
        return fresh;
    }

    /// Waits until the roll and the plan are here and the devices run.
    public void awaitReady() throws InterruptedException {
        await("be ready", () -> here().isReady());
    }

    /// Lets somebody check in, as often as it takes. Returns how long the last tap waited for its answer.
    public Duration serve(Visitor person) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            long tapped = System.nanoTime();
            if (serveOnce(person)) {
                return Duration.ofNanos(System.nanoTime() - tapped);
            }
            TimeUnit.MILLISECONDS.sleep(HOLD_AGAIN_MILLIS);
        }
        throw new IllegalStateException(person.member() + " got no answer at " + settings.data());
    }

    /// Lets somebody try. True when the screen said that they are in.
    public synchronized boolean serveOnce(Visitor person) throws IOException, InterruptedException {
        screen.clear();
        return machine.hold(person.words()) && screen.welcomes(person.member(), ANSWER);
    }

    /// SIGKILL while this person's card is read, so many microseconds after it was held there, or as soon as the screen
    /// says something. Afterwards it is off.
    synchronized void killWhile(Visitor person, boolean answered, int micros) throws IOException, InterruptedException {
        if (machine instanceof MachineProcess process) {
            screen.clear();
            process.send(person.words());
            if (answered) {
                screen.await(ANSWER);
            } else {
                TimeUnit.MICROSECONDS.sleep(micros);
            }
            process.kill();
        }
    }

    private synchronized LocalMachine here() {
        if (machine instanceof LocalMachine local) {
            return local;
        }
        throw new IllegalStateException(settings.data() + " is another process");
    }

    SyncStatus status() {
        return here().status();
    }

    /// Enrols it anew, as staff do at its screen.
    Enrolment enrol(String oneTimeCode) {
        return here().enrolment().enrol(oneTimeCode).join();
    }

    /// Waits until the street has everything this kiosk has recorded.
    public void awaitSent() throws InterruptedException {
        await("have sent everything", () -> status().pending() == 0);
    }

    interface Condition {
        boolean holds();
    }

    void await(String what, Condition condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(settings.data() + " was to " + what + ", in vain");
            }
            synchronized (screen) {
                screen.wait(1);
            }
        }
    }

    private void tell() {
        synchronized (screen) {
            screen.notifyAll();
        }
    }

    public KioskId id() {
        return id;
    }

    CutLine line() {
        return line;
    }

    ShiftedClock clock() {
        return clock;
    }

    Disk disk() {
        return disk;
    }

    void unplug(Class<? extends SimulatedDevice> device) {
        here().with(device, each -> each.script().fail(DeviceFault.Kind.DISCONNECTED));
    }

    void plugIn(Class<? extends SimulatedDevice> device) {
        here().with(device, each -> each.script().heal());
    }

    interface Deed {
        void happen() throws IOException, InterruptedException;
    }

    /// Nobody taps meanwhile.
    synchronized void alone(Deed deed) throws IOException, InterruptedException {
        deed.happen();
    }

    /// Switched off, something happens to it, and on again.
    synchronized void restart(Deed whileOff) throws IOException, InterruptedException {
        machine.close();
        whileOff.happen();
        machine = switchOnHere();
    }

    /// The machine itself was off: nobody knows for how long.
    synchronized void reboot(Deed whileOff) throws IOException, InterruptedException {
        restart(() -> {
            whileOff.happen();
            boot = booted();
        });
    }

    public synchronized void restart() throws IOException, InterruptedException {
        restart(() -> {});
    }

    /// Goes on as a process of its own.
    synchronized MachineProcess moveOut() throws IOException, InterruptedException {
        machine.close();
        var process = MachineProcess.switchOn(settings, boot, screen::show);
        machine = process;
        return process;
    }

    synchronized MachineProcess process() {
        if (machine instanceof MachineProcess process) {
            return process;
        }
        throw new IllegalStateException(settings.data() + " is in this process");
    }

    void beginNoting() {
        screen.beginNoting();
    }

    /// Whoever was told here since [#beginNoting] that they are in.
    Set<String> noted() {
        return screen.noted();
    }

    @Override
    public synchronized void close() throws IOException {
        machine.close();
        line.close();
    }
}
