package cn.dangqun.kiosk.shell;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.UiThread;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Waits until something can be kept, with a screen that says so meanwhile: a process that ends would only be started
/// anew, again and again, before a dark screen.
final class DataWatch {
    static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(DataWatch.class);

    private DataWatch() {}

    /// Returns when `fault` finds none. `shown` is told of each one that it finds, `pause` waits between two looks.
    static void await(
            Supplier<Optional<DataDirectory.Fault>> fault, Consumer<DataDirectory.Fault> shown, Runnable pause) {
        var last = Optional.<DataDirectory.Fault>empty();
        for (var now = fault.get(); now.isPresent(); now = fault.get()) {
            if (!now.equals(last)) {
                log.error("Nothing can be kept: {}", now.get().detail());
            }
            last = now;
            shown.accept(now.get());
            pause.run();
        }
    }

    /// Waits for the settings' directory, with a screen in `window` that says what is wrong with it; systemd hears that
    /// the kiosk lives.
    static void await(KioskSettings settings, CompletableFuture<KioskWindow> window, UiThread fx)
            throws InterruptedException {
        var systemd = Systemd.of(System.getenv());
        var screens = new Screens(settings);
        await(
                new DataDirectory(settings.data())::fault,
                fault -> {
                    var _ = window.thenAccept(opened -> fx.execute(() -> screens.show(fault, opened)));
                    systemd.ifPresent(Systemd::ready);
                    systemd.ifPresent(Systemd::alive);
                },
                DataWatch::pause);
        if (Thread.interrupted()) {
            throw new InterruptedException("told to stop while nothing could be kept");
        }
    }

    /// On the FX thread.
    private static final class Screens {
        private final KioskSettings settings;
        private @Nullable DataFaultScreen screen;
        private DataDirectory.@Nullable Fault last;

        Screens(KioskSettings settings) {
            this.settings = settings;
        }

        void show(DataDirectory.Fault fault, KioskWindow window) {
            last = fault;
            if (screen == null) {
                window.show(this::screen);
            } else {
                screen.show(fault);
            }
        }

        private Parent screen(Look look) {
            var made = new DataFaultScreen(look, settings.data(), Objects.requireNonNull(last));
            screen = made;
            return made;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
