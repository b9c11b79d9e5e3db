package cn.dangqun.devices.drivers.scanner;

import cn.dangqun.devices.api.CodeScanner;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.HoldOff;
import cn.dangqun.devices.transport.LineOpener;
import java.time.Duration;

/// A scanner that plays keyboard, read from its own device file: no focus, no input method, and no window ever sees its
/// keys.
final class EvdevScanner implements CodeScanner {
    private static final int BUFFER_BYTES = KeyEvents.RECORD_BYTES * 64;
    private static final Duration SLICE = Duration.ofMillis(250);

    private final HoldOff holdOff = new HoldOff(CodePresenter.HOLD_OFF);
    private final String name;
    private final LineOpener opener;
    private final Duration gap;

    EvdevScanner(String name, LineOpener opener, Duration gap) {
        this.name = name;
        this.opener = opener;
        this.gap = gap;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(DeviceListener listener) throws DeviceException, InterruptedException {
        try (var device = opener.open()) {
            listener.working();
            var keys = new KeyEvents(gap, new CodePresenter(listener, holdOff));
            var buffer = new byte[BUFFER_BYTES];
            while (true) {
                keys.feed(buffer, device.read(buffer, SLICE));
            }
        }
    }
}
