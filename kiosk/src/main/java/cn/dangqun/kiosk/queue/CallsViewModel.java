package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.kiosk.ui.UiThread;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The newest calls, for home and idle (F-50). Renewed by every change of the queue, and each minute while there is
/// something to take away. Methods on the UI thread.
final class CallsViewModel {
    private static final Logger log = LoggerFactory.getLogger(CallsViewModel.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final QueueServices services;
    private final UiThread ui;
    private final Executor background;
    private final ReadOnlyObjectWrapper<List<Ticket>> calls = new ReadOnlyObjectWrapper<>(List.of());
    private UiThread.@Nullable Pending next;

    public CallsViewModel(QueueServices services, UiThread ui, Executor background) {
        this.services = services;
        this.ui = ui;
        this.background = background;
        services.desk().onChange(() -> ui.execute(this::refresh));
    }

    public ReadOnlyObjectProperty<List<Ticket>> calls() {
        return calls.getReadOnlyProperty();
    }

    public void refresh() {
        var _ = CompletableFuture.supplyAsync(services.board()::today, background)
                .whenComplete((today, problem) -> ui.execute(() -> show(today, problem)));
    }

    /// While the disk fails nothing is shown: an old call would send people to a window.
    private void show(@Nullable QueueToday today, @Nullable Throwable problem) {
        if (today == null) {
            log.warn("The calls cannot be read now: {}", problem == null ? "" : problem.getMessage());
        }
        calls.set(today == null ? List.of() : today.calls());
        if (next != null) {
            next.cancel();
        }
        if (!calls.get().isEmpty()) {
            next = ui.after(MINUTE, this::refresh);
        }
    }
}
