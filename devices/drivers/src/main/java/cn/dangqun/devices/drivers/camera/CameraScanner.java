package cn.dangqun.devices.drivers.camera;

import cn.dangqun.devices.api.Camera;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.HoldOff;
import cn.dangqun.devices.api.Still;
import cn.dangqun.devices.drivers.qr.GrayImage;
import cn.dangqun.devices.drivers.scanner.CodePresenter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A camera that reads codes. The camera process runs only while pictures are wanted; while they are not, the device
/// file is watched, so that an unplugged camera is known before somebody stands there with a code.
final class CameraScanner implements Camera {
    private static final Duration START_PATIENCE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LOOK_AFTER = Duration.ofSeconds(1);

    private final String name;
    private final Path device;
    private final List<String> command;
    private final FrameShape shape;
    private final HoldOff holdOff = new HoldOff(CodePresenter.HOLD_OFF);
    private final AtomicReference<@Nullable CompletableFuture<Still>> asked = new AtomicReference<>();
    private boolean isWanted;
    private volatile boolean isOn;

    CameraScanner(String name, Path device, List<String> command, FrameShape shape) {
        this.name = name;
        this.device = device;
        this.command = List.copyOf(command);
        this.shape = shape;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized void want(boolean pictures) {
        isWanted = pictures;
        notifyAll();
    }

    @Override
    public boolean isOn() {
        return isOn;
    }

    @Override
    public void run(DeviceListener listener) throws DeviceException, InterruptedException {
        while (true) {
            if (!Files.exists(device)) {
                throw new DeviceException(Kind.NOT_FOUND, device + " does not exist");
            }
            if (isWanted()) {
                watch(listener);
            } else {
                listener.working();
                rest();
            }
        }
    }

    private void watch(DeviceListener listener) throws DeviceException, InterruptedException {
        isOn = true;
        listener.watching(true);
        try (var feed = FrameFeed.start(command, shape)) {
            var reader = new FrameReader();
            var presenter = new CodePresenter(listener, holdOff);
            for (var patience = START_PATIENCE; isWanted(); patience = PATIENCE) {
                var frame = feed.next(patience);
                listener.working();
                answer(frame);
                reader.see(new GrayImage(shape.width(), shape.height(), frame)).ifPresent(presenter::scanned);
                feed.release(frame);
            }
        } finally {
            isOn = false;
            listener.watching(false);
        }
    }

    @Override
    public CompletableFuture<Still> still() {
        var fresh = new CompletableFuture<Still>();
        var waiting = asked.updateAndGet(before -> before == null ? fresh : before);
        return waiting == null ? fresh : waiting;
    }

    private void answer(byte[] frame) {
        var waiting = asked.getAndSet(null);
        if (waiting != null) {
            waiting.complete(new Still(shape.width(), shape.height(), frame.clone()));
        }
    }

    private synchronized boolean isWanted() {
        return isWanted;
    }

    private synchronized void rest() throws InterruptedException {
        var end = System.nanoTime() + LOOK_AFTER.toNanos();
        while (!isWanted && System.nanoTime() < end) {
            wait(LOOK_AFTER.toMillis());
        }
    }
}
