package cn.dangqun.devices.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.CodeScanner;
import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeviceSupervisorTest {
    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static final DeviceFault CARD_MOVED = new DeviceFault(Kind.CARD_MOVED, "by the test");

    private final BlockingQueue<DeviceSnapshot> changes = new LinkedBlockingQueue<>();
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private DeviceSupervisor supervisor;

    @AfterEach
    void stop() {
        supervisor.close();
    }

    @Test
    void runsEachDeviceOnADaemonThreadWithItsName() throws Exception {
        start(device("one", listener -> {
            var thread = Thread.currentThread();
            heard.add(thread.getName() + " " + thread.isDaemon());
            NEVER.await();
        }));

        assertEquals("device-one true", heard.poll(5, TimeUnit.SECONDS));
    }

    @Test
    void reportsStartingThenWorkingThenStopped() throws Exception {
        start(device("one", DeviceSupervisorTest::work));

        assertInstance(DeviceState.Starting.class, next());
        assertInstance(DeviceState.Working.class, next());
        assertTrue(supervisor.stop(Duration.ofSeconds(5)));
        assertInstance(DeviceState.Stopped.class, next());
    }

    @Test
    void triesAgainAndReportsOneFaultOnce() throws Exception {
        var attempts = new AtomicInteger();
        start(device("one", listener -> {
            if (attempts.incrementAndGet() < 4) {
                throw new DeviceException(Kind.NOT_FOUND, "attempt " + attempts);
            }
            work(listener);
        }));

        await(s -> s.state() instanceof DeviceState.Working);

        assertEquals(4, attempts.get());
        assertEquals(3, supervisor.snapshots().getFirst().failures());
        assertEquals(0, changes.size());
    }

    @Test
    void tellsSinceWhenADeviceFailsAndWhenItIsTriedAgain() throws Exception {
        start(device("one", listener -> {
            heard.add("attempt");
            throw new DeviceException(Kind.BUSY, "held");
        }));
        var first = (DeviceState.Failed)
                await(s -> s.state() instanceof DeviceState.Failed).state();
        for (int attempt = 0; attempt < 3; attempt++) {
            heard.take();
        }

        var now = (DeviceState.Failed) supervisor.snapshots().getFirst().state();

        assertTrue(first.isRetried());
        assertEquals(first.since(), now.since());
        assertTrue(now.retryAt().isAfter(first.retryAt()));
    }

    @Test
    void reportsAFaultOfAnotherKind() throws Exception {
        var attempts = new AtomicInteger();
        start(device("one", listener -> {
            throw new DeviceException(attempts.incrementAndGet() < 3 ? Kind.NOT_FOUND : Kind.BUSY, "scripted");
        }));

        await(s -> s.state() instanceof DeviceState.Failed f && f.fault().kind() == Kind.NOT_FOUND);
        await(s -> s.state() instanceof DeviceState.Failed f && f.fault().kind() == Kind.BUSY);
    }

    @Test
    void letsOthersGoOnWhenADriverIsUnknown() throws Exception {
        var settings = List.of(
                new DeviceSettings("unknown", "no-such-driver", Map.of()), new DeviceSettings("one", "one", Map.of()));
        start(settings, device("one", DeviceSupervisorTest::work));

        // two threads report: either may be first
        var latest = new HashMap<String, DeviceSnapshot>();
        await(s -> {
            latest.put(s.name(), s);
            return latest.size() == 2
                    && latest.get("unknown").state() instanceof DeviceState.Failed
                    && latest.get("one").state() instanceof DeviceState.Working;
        });

        var unknown = latest.get("unknown");
        var failed = (DeviceState.Failed) unknown.state();
        assertEquals(Kind.MISCONFIGURED, failed.fault().kind());
        assertFalse(failed.isRetried());
        assertTrue(unknown.kind().isEmpty());
    }

    @Test
    void refusesAMisspeltOptionByName() throws Exception {
        start(
                List.of(new DeviceSettings("one", "one", Map.of("port", "/dev/x", "buad", "9600"))),
                device("one", DeviceSupervisorTest::work));

        var failed = (DeviceState.Failed)
                await(s -> s.state() instanceof DeviceState.Failed).state();

        assertEquals(Kind.MISCONFIGURED, failed.fault().kind());
        assertEquals("one has no option buad, but baud, port", failed.fault().detail());
    }

    @Test
    void letsOthersGoOnWhenADeviceCannotEvenBeMade() throws Exception {
        var settings =
                List.of(new DeviceSettings("unmade", "one", Map.of()), new DeviceSettings("one", "one", Map.of()));
        start(settings, device("one", DeviceSupervisorTest::work));

        var latest = new HashMap<String, DeviceSnapshot>();
        await(s -> {
            latest.put(s.name(), s);
            return latest.size() == 2
                    && latest.get("unmade").state() instanceof DeviceState.Failed failed
                    && failed.fault().kind() == Kind.DRIVER_ERROR
                    && latest.get("one").state() instanceof DeviceState.Working;
        });
    }

    @Test
    void refusesTheSecondDeviceOfAName() throws Exception {
        var one = new DeviceSettings("one", "one", Map.of());
        start(List.of(one, one), device("one", DeviceSupervisorTest::work));

        var failed = (DeviceState.Failed)
                await(s -> s.state() instanceof DeviceState.Failed).state();

        assertEquals(Kind.MISCONFIGURED, failed.fault().kind());
        assertEquals(1, supervisor.devices(Device.class).size());
    }

    @Test
    void outlivesADriverThatBreaks() throws Exception {
        var attempts = new AtomicInteger();
        start(device("one", listener -> {
            switch (attempts.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("a bug");
                case 2 -> throw new UnsatisfiedLinkError("no native library");
                case 3 -> heard.add("ends without being asked");
                default -> work(listener);
            }
        }));

        var failed = (DeviceState.Failed)
                await(s -> s.state() instanceof DeviceState.Failed).state();

        assertEquals(Kind.DRIVER_ERROR, failed.fault().kind());
        await(s -> s.state() instanceof DeviceState.Working);
    }

    @Test
    void outlivesAListenerThatBreaks() throws Exception {
        start(device("breaking", listener -> {
            listener.working();
            listener.presented(new Credential.Code("breaks the listener"));
            listener.misread(CARD_MOVED);
            NEVER.await();
        }));

        await(s -> s.state() instanceof DeviceState.Working);

        assertEquals(CARD_MOVED, heard.poll(5, TimeUnit.SECONDS));
        assertInstance(DeviceState.Working.class, supervisor.snapshots().getFirst());
    }

    @Test
    void reportsAttentionOnceForEachReason() throws Exception {
        start(device("one", listener -> {
            listener.attention("paper low");
            listener.attention("paper low");
            listener.attention("paper very low");
            listener.working();
            heard.add("said");
            NEVER.await();
        }));
        heard.take();

        assertEquals(4, changes.size());
    }

    @Test
    void worksAgainAfterEachOfAHundredUnpluggings() throws Exception {
        var unpluggings = new AtomicInteger();
        start(device("one", listener -> {
            int before = unpluggings.getAndIncrement();
            listener.working();
            if (before < 100) {
                throw new DeviceException(Kind.DISCONNECTED, "unplugged");
            }
            NEVER.await();
        }));

        for (int time = 0; time < 100; time++) {
            await(s -> s.state() instanceof DeviceState.Failed);
            await(s -> s.state() instanceof DeviceState.Working);
        }

        assertEquals(101, unpluggings.get());
    }

    @Test
    void saysSoWhenADeviceDoesNotStop() throws Exception {
        var released = new CountDownLatch(1);
        start(device("stubborn", listener -> {
            listener.working();
            while (released.getCount() > 0) {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    heard.add("ignored");
                }
            }
        }));
        await(s -> s.state() instanceof DeviceState.Working);

        assertFalse(supervisor.stop(Duration.ofMillis(50)));
        released.countDown();
        assertTrue(supervisor.stop(Duration.ofSeconds(5)));
    }

    @Test
    void findsDevicesByTheirPort() {
        start(device("one", DeviceSupervisorTest::work));

        assertEquals(1, supervisor.devices(CodeScanner.class).size());
    }

    private static void work(DeviceListener listener) throws InterruptedException {
        listener.working();
        NEVER.await();
    }

    private record Scripted(String name, SupervisedDevice.Work work) implements CodeScanner, DeviceProvider {
        @Override
        public String driver() {
            return name;
        }

        @Override
        public DeviceKind kind() {
            return DeviceKind.CODE_SCANNER;
        }

        @Override
        public Set<String> options() {
            return Set.of("port", "baud");
        }

        @Override
        public Device create(DeviceSettings settings, DeviceContext context) {
            if (settings.name().equals("unmade")) {
                throw new UnsatisfiedLinkError("no native library");
            }
            return this;
        }

        @Override
        public void run(DeviceListener listener) throws DeviceException, InterruptedException {
            work.run(listener);
        }
    }

    private static Scripted device(String name, SupervisedDevice.Work work) {
        return new Scripted(name, work);
    }

    private void start(Scripted device) {
        start(List.of(new DeviceSettings(device.name(), device.driver(), Map.of())), device);
    }

    private void start(List<DeviceSettings> settings, DeviceProvider provider) {
        var context = new DeviceContext(Clock.systemUTC(), new MacCardKeyer(new byte[32]));
        supervisor = DeviceSupervisor.start(
                settings, context, new Listening(), List.of(provider), () -> new BackOff(PAUSE, PAUSE.multipliedBy(9)));
    }

    private DeviceSnapshot next() throws InterruptedException {
        return await(_ -> true);
    }

    private DeviceSnapshot await(Predicate<DeviceSnapshot> condition) throws InterruptedException {
        while (true) {
            var change = changes.poll(10, TimeUnit.SECONDS);
            if (change == null) {
                throw new AssertionError("no such change; now " + supervisor.snapshots());
            }
            if (condition.test(change)) {
                return change;
            }
        }
    }

    private static void assertInstance(Class<? extends DeviceState> state, DeviceSnapshot snapshot) {
        assertTrue(state.isInstance(snapshot.state()), snapshot.toString());
    }

    private final class Listening implements DeviceEvents {
        @Override
        public void presented(String device, Credential credential) {
            throw new IllegalStateException("a listener that breaks");
        }

        @Override
        public void misread(String device, DeviceFault fault) {
            heard.add(fault);
        }

        @Override
        public void changed(DeviceSnapshot snapshot) {
            changes.add(snapshot);
        }
    }
}
