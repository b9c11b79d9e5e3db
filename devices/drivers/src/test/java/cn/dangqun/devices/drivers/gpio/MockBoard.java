package cn.dangqun.devices.drivers.gpio;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.drivers.RecordingListener;
import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Pi4J's own mock pins under a device that runs on a thread of its own.
final class MockBoard implements AutoCloseable {
    private final Context context = Pi4J.newContextBuilder()
            .add(MockDigitalOutputProvider.newInstance())
            .build();
    private final GpioBoard board = new GpioBoard(_ -> context);
    private final RecordingListener listener = new RecordingListener();
    private Thread thread = new Thread();

    GpioBoard board() {
        return board;
    }

    RecordingListener listener() {
        return listener;
    }

    void run(Device device) {
        thread = Thread.ofPlatform().name("device-" + device.name()).unstarted(() -> {
            try {
                device.run(listener);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (DeviceException e) {
                listener.misread(e.fault());
            }
        });
        thread.start();
    }

    void stopDevice() throws InterruptedException {
        thread.interrupt();
        thread.join(Duration.ofSeconds(5));
    }

    boolean isHigh(String pin) {
        return ((DigitalOutput) context.registry().get(pin)).isHigh();
    }

    boolean isOpen(String pin) {
        return context.registry().exists(pin);
    }

    /// The levels the pin takes from now on.
    Levels levels(String pin) {
        var levels = new Levels();
        ((DigitalOutput) context.registry().get(pin)).addListener(event -> levels.taken.add(event.state()));
        return levels;
    }

    static final class Levels {
        private final BlockingQueue<DigitalState> taken = new LinkedBlockingQueue<>();

        /// The next level, UNKNOWN when none comes in five seconds.
        DigitalState next() throws InterruptedException {
            var level = taken.poll(5, TimeUnit.SECONDS);
            return level == null ? DigitalState.UNKNOWN : level;
        }

        int waiting() {
            return taken.size();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        context.shutdown();
    }
}
