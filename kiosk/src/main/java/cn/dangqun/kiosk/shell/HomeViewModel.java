package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.ui.UiThread;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Idle and home, renewed at every full minute, whenever one of them comes up and when the link changes; between
/// these nothing runs. Methods on the UI thread; disk is read on `background`.
public final class HomeViewModel {
    private static final Logger log = LoggerFactory.getLogger(HomeViewModel.class);

    private final KioskServices services;
    private final List<Runnable> others;
    private final UiThread ui;
    private final Executor background;
    private final ReadOnlyObjectWrapper<HomeState> state;

    /// `others`: what else is renewed with it, on the UI thread.
    HomeViewModel(KioskServices services, List<Runnable> others, UiThread ui, Executor background) {
        this.services = services;
        this.others = List.copyOf(others);
        this.ui = ui;
        this.background = background;
        this.state = new ReadOnlyObjectWrapper<>(read(""));
        services.sync().onChange(_ -> ui.execute(() -> show(state.get().siteName())));
    }

    public ReadOnlyObjectProperty<HomeState> state() {
        return state.getReadOnlyProperty();
    }

    /// Reads now, and then at every full minute.
    public void start() {
        refresh();
        var now = services.clock().instant();
        var minute = now.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
        var _ = ui.after(Duration.between(now, minute), this::start);
    }

    public void refresh() {
        var _ = CompletableFuture.supplyAsync(services.site()::siteName, background)
                .whenComplete((name, problem) -> ui.execute(() -> show(name, problem)));
        others.forEach(Runnable::run);
    }

    private void show(@Nullable String name, @Nullable Throwable problem) {
        if (name == null) {
            log.error("The centre's name cannot be read", problem);
        }
        show(name == null ? state.get().siteName() : name);
    }

    private void show(String name) {
        state.set(read(name));
    }

    private HomeState read(String name) {
        return new HomeState(
                name,
                services.clock().instant(),
                services.clockInDoubt().getAsBoolean(),
                services.sync().status());
    }
}
