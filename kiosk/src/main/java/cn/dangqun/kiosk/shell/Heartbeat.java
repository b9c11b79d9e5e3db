package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.ui.UiThread;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Signs of life from the thread that owns the screens (F-97), each after the screen was drawn and the store has
/// answered: while one of them is stuck none are given, and systemd starts the kiosk anew. On the UI thread.
final class Heartbeat {
    // two may be late before anybody is restarted
    private static final int BEATS = 3;

    private final Systemd systemd;
    private final UiThread ui;
    private final Duration interval;
    private final List<Sign> signs;
    private CompletableFuture<?> asked = CompletableFuture.completedFuture(true);

    private Heartbeat(Systemd systemd, UiThread ui, List<Sign> signs, Duration patience) {
        this.systemd = systemd;
        this.ui = ui;
        this.signs = List.copyOf(signs);
        this.interval = patience.dividedBy(BEATS);
    }

    /// Something without which nothing is alive.
    interface Sign {
        /// On the UI thread. Completes, on any thread, with whether all is well; never while it is stuck.
        CompletableFuture<Boolean> ask();
    }

    /// Says that the screens are there, and from then on, where systemd watches, that they still are.
    static void begin(Systemd systemd, UiThread ui, List<Sign> signs) {
        systemd.ready();
        systemd.patience().ifPresent(patience -> new Heartbeat(systemd, ui, signs, patience).beat());
    }

    /// Whoever has not answered is not asked again: what is stuck gets no more to do.
    private void beat() {
        if (asked.isDone()) {
            var answers = signs.stream().map(Sign::ask).toList();
            asked = CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                    .thenRun(() -> ui.execute(() -> tell(answers)));
        }
        var _ = ui.after(interval, this::beat);
    }

    private void tell(List<CompletableFuture<Boolean>> answers) {
        if (answers.stream().allMatch(CompletableFuture::join)) {
            systemd.alive();
        }
    }
}
