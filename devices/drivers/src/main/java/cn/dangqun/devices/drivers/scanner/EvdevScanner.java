package cn.dangqun.devices.drivers.scanner;

import cn.dangqun.devices.api.CodeScanner;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.HoldOff;
import java.time.Duration;

/// A scanner that plays keyboard, read from its own device file: no focus, no input method, and no window ever sees its
/// keys. Exactly the configured device is grabbed, never the first that looks like a keyboard.
final class EvdevScanner implements CodeScanner {
    private static final int BUFFER_BYTES = KeyEvents.RECORD_BYTES * 64;
    private static final int POLL_MILLIS = 250;

    private final HoldOff holdOff = new HoldOff(CodePresenter.HOLD_OFF);
    private final String name;
    private final String path;
    private final Duration gap;
    private final boolean isGrabbed;

    EvdevScanner(String name, String path, Duration gap, boolean isGrabbed) {
        this.name = name;
        this.path = path;
        this.gap = gap;
        this.isGrabbed = isGrabbed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(DeviceListener listener) throws DeviceException, InterruptedException {
        try (var device = EventDevice.open(path, BUFFER_BYTES)) {
            if (isGrabbed) {
                device.grab();
            }
            listener.working();
            var keys = new KeyEvents(gap, new CodePresenter(listener, holdOff));
            var buffer = new byte[BUFFER_BYTES];
            while (!Thread.interrupted()) {
                keys.feed(buffer, device.read(buffer, POLL_MILLIS));
            }
            throw new InterruptedException();
        }
    }
}
