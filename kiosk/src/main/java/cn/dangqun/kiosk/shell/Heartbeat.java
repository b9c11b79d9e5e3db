package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.ui.UiThread;
import java.time.Duration;

/// Signs of life from the thread that owns the screens (F-97): while it is stuck none are given, and systemd starts the
/// kiosk anew. On the UI thread.
final class Heartbeat {
    // two may be late before anybody is restarted
    private static final int BEATS = 3;

    private final Systemd systemd;
    private final UiThread ui;
    private final Duration interval;

    private Heartbeat(Systemd systemd, UiThread ui, Duration patience) {
        this.systemd = systemd;
        this.ui = ui;
        this.interval = patience.dividedBy(BEATS);
    }

    /// Says that the screens are there, and from then on, where systemd watches, that they still are.
    static void begin(Systemd systemd, UiThread ui) {
        systemd.ready();
        systemd.patience().ifPresent(patience -> new Heartbeat(systemd, ui, patience).beat());
    }

    private void beat() {
        systemd.alive();
        var _ = ui.after(interval, this::beat);
    }
}
