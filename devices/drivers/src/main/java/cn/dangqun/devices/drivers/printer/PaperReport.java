package cn.dangqun.devices.drivers.printer;

import cn.dangqun.devices.api.DeviceListener;

/// Tells the listener when the paper roll nears its end and when it has been changed; says each once.
final class PaperReport {
    private final DeviceListener listener;
    private Said said = Said.NOTHING;

    private enum Said {
        NOTHING,
        WORKING,
        NEAR_END
    }

    PaperReport(DeviceListener listener) {
        this.listener = listener;
    }

    void report(PrinterStatus status) {
        var now = status.isPaperNearEnd() ? Said.NEAR_END : Said.WORKING;
        if (now == said) {
            return;
        }
        said = now;
        if (now == Said.NEAR_END) {
            listener.attention("paper near its end");
        } else {
            listener.working();
        }
    }
}
