package cn.dangqun.devices.drivers.gpio;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.Signal;
import cn.dangqun.devices.api.SignalLight;
import com.pi4j.exception.Pi4JException;
import com.pi4j.library.gpiod.internal.GpioDException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Lamps and a buzzer on pins. Whatever happens to this device, its pins end dark and silent.
final class GpioSignalLight implements SignalLight {
    private static final long BEEP_NANOS = Duration.ofMillis(120).toNanos();

    private final String name;
    private final GpioBoard board;
    private final Wiring wiring;
    private final BlockingQueue<Signal> wanted = new ArrayBlockingQueue<>(16);

    GpioSignalLight(String name, GpioBoard board, Wiring wiring) {
        this.name = name;
        this.board = board;
        this.wiring = wiring;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void show(Signal signal) {
        if (!wanted.offer(signal)) {
            wanted.clear();
            wanted.offer(signal);
        }
    }

    @Override
    public void run(DeviceListener listener) throws DeviceException, InterruptedException {
        try (var lease = board.lease(wiring.chip());
                var pins = SignalPins.open(lease.context(), name, wiring)) {
            wanted.clear();
            listener.working();
            Signal next = null;
            while (true) {
                next = play(pins, next == null ? wanted.take() : next);
            }
        } catch (Pi4JException | GpioDException | IllegalStateException e) {
            throw new DeviceException(Kind.NOT_FOUND, "a pin cannot be used", e);
        }
    }

    /// Plays one signal to its end, or until a newer one comes, which it returns.
    private @Nullable Signal play(SignalPins pins, Signal signal) throws InterruptedException {
        long begin = System.nanoTime();
        long lit = signal.lit().toNanos();
        pins.light(signal.lamp());
        try {
            for (int phase = 0; ; phase++) {
                pins.buzz(phase < 2 * signal.beeps() && phase % 2 == 0);
                long elapsed = System.nanoTime() - begin;
                boolean beepsDone = phase >= 2 * signal.beeps();
                long wait = beepsDone ? lit - elapsed : Math.min(lit, (phase + 1) * BEEP_NANOS) - elapsed;
                var newer = wanted.poll(Math.max(0, wait), TimeUnit.NANOSECONDS);
                if (newer != null || System.nanoTime() - begin >= lit) {
                    return newer;
                }
            }
        } finally {
            pins.allOff();
        }
    }
}
