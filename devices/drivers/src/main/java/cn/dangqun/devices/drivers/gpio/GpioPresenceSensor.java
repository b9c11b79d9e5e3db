package cn.dangqun.devices.drivers.gpio;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.api.PresenceSensor;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalStateChangeListener;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.library.gpiod.internal.GpioDException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A presence sensor on a pin. A level counts once it has stood still for the debounce time; the pin is also read once
/// a
/// second, so that a lost edge does no harm.
final class GpioPresenceSensor implements PresenceSensor {
    private static final Duration READ_EVERY = Duration.ofSeconds(1);

    private final String name;
    private final GpioBoard board;
    private final Input input;

    record Input(int chip, int pin, boolean isActiveHigh, PullResistance pull, Duration debounce) {
        /// Options `chip`, `pin`, `active`, `pull` (`down`, `up`, `off`), `debounce` in milliseconds (300).
        ///
        /// @throws DeviceException with MISCONFIGURED
        static Input of(DeviceSettings settings) throws DeviceException {
            var options = new GpioOptions(settings);
            settings.required("pin");
            return new Input(
                    options.chip(),
                    options.pin("pin").orElseThrow(),
                    options.isActiveHigh(),
                    pull(settings.option("pull", "down")),
                    options.duration("debounce", 300, 10_000));
        }

        private static PullResistance pull(String word) throws DeviceException {
            return switch (word) {
                case "down" -> PullResistance.PULL_DOWN;
                case "up" -> PullResistance.PULL_UP;
                case "off" -> PullResistance.OFF;
                default -> throw new DeviceException(Kind.MISCONFIGURED, "the option pull is down, up or off");
            };
        }
    }

    GpioPresenceSensor(String name, GpioBoard board, Input input) {
        this.name = name;
        this.board = board;
        this.input = input;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(DeviceListener listener) throws DeviceException, InterruptedException {
        try (var lease = board.lease(input.chip())) {
            var pin = open(lease.context());
            try {
                watch(pin, listener);
            } finally {
                lease.context().shutdown(pin.id());
            }
        } catch (Pi4JException | GpioDException | IllegalStateException e) {
            throw new DeviceException(Kind.NOT_FOUND, "the pin cannot be used", e);
        }
    }

    private DigitalInput open(Context context) {
        return context.create(DigitalInput.newConfigBuilder(context)
                .id(name)
                .address(input.pin())
                .pull(input.pull())
                .build());
    }

    private void watch(DigitalInput pin, DeviceListener listener) throws InterruptedException {
        var edges = new Semaphore(0);
        DigitalStateChangeListener onEdge = _ -> edges.release();
        pin.addListener(onEdge);
        boolean somebody = settled(pin, edges);
        listener.working();
        listener.presence(somebody);
        while (true) {
            edges.tryAcquire(READ_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            if (isActive(pin) != somebody && settled(pin, edges) != somebody) {
                somebody = !somebody;
                listener.presence(somebody);
            }
        }
    }

    /// The level once no edge has come for the debounce time.
    private boolean settled(DigitalInput pin, Semaphore edges) throws InterruptedException {
        do {
            edges.drainPermits();
        } while (edges.tryAcquire(input.debounce().toMillis(), TimeUnit.MILLISECONDS));
        return isActive(pin);
    }

    private boolean isActive(DigitalInput pin) {
        return pin.isHigh() == input.isActiveHigh();
    }
}
