package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.ui.UiThread;
import java.time.Duration;

/// Signs of life from the thread that owns the screens (F-97): while it is stuck none are given, and the service
/// manager
/// starts the kiosk anew. On the UI thread.
final class Heartbeat {
    // two may be late before anybody is restarted
    private static final int BEATS = 3;

    private final ServiceManager manager;
    private final UiThread ui;
    private final Duration interval;

    private Heartbeat(ServiceManager manager, UiThread ui) {
        this.manager = manager;
        this.ui = ui;
        this.interval = manager.patience().dividedBy(BEATS);
    }

    /// Says that the screens are there, and from then on that they still are.
    static void begin(ServiceManager manager, UiThread ui) {
        manager.ready();
        new Heartbeat(manager, ui).beat();
    }

    private void beat() {
        manager.alive();
        var _ = ui.after(interval, this::beat);
    }
}
