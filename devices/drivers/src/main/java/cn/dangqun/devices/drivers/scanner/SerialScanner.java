package cn.dangqun.devices.drivers.scanner;

import cn.dangqun.devices.api.CodeScanner;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.HoldOff;
import cn.dangqun.devices.transport.LineOpener;
import java.time.Duration;

/// A scanner in USB-serial mode: no focus, no input method, UTF-8 possible; the mode to prefer (PLATFORM §5).
final class SerialScanner implements CodeScanner {
    private static final Duration SLICE = Duration.ofMillis(250);
    private static final int QUIET_TURNS = 2;

    private final HoldOff holdOff = new HoldOff(CodePresenter.HOLD_OFF);
    private final String name;
    private final LineOpener opener;

    SerialScanner(String name, LineOpener opener) {
        this.name = name;
        this.opener = opener;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(DeviceListener listener) throws DeviceException, InterruptedException {
        try (var port = opener.open()) {
            listener.working();
            var lines = new ScanLines(new CodePresenter(listener, holdOff));
            var buffer = new byte[512];
            int quiet = 0;
            while (true) {
                int count = port.read(buffer, SLICE);
                lines.feed(buffer, count);
                quiet = count > 0 ? 0 : quiet + 1;
                if (quiet == QUIET_TURNS) {
                    lines.pause();
                }
            }
        }
    }
}
