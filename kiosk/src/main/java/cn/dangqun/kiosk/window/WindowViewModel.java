package cn.dangqun.kiosk.window;

import cn.dangqun.kiosk.ui.UiThread;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Where the window page is found now, looked at every few seconds while somebody is here. Methods on the UI thread.
final class WindowViewModel {
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Supplier<WindowState> source;
    private final UiThread ui;
    private final Executor background;
    private final ReadOnlyObjectWrapper<WindowState> state = new ReadOnlyObjectWrapper<>(new WindowState.NoAddress());
    private UiThread.@Nullable Pending next;
    private boolean here;

    WindowViewModel(Supplier<WindowState> source, UiThread ui, Executor background) {
        this.source = source;
        this.ui = ui;
        this.background = background;
    }

    ReadOnlyObjectProperty<WindowState> state() {
        return state.getReadOnlyProperty();
    }

    void open() {
        here = true;
        look();
    }

    private void look() {
        var _ = CompletableFuture.supplyAsync(source, background).thenAccept(now -> ui.execute(() -> show(now)));
    }

    private void show(WindowState now) {
        if (here) {
            state.set(now);
            next = ui.after(AGAIN, this::look);
        }
    }

    void leave() {
        here = false;
        if (next != null) {
            next.cancel();
        }
    }
}
