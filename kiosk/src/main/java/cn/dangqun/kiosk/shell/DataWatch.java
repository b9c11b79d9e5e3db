package cn.dangqun.kiosk.shell;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.kiosk.ui.Fonts;
import cn.dangqun.kiosk.ui.FxThread;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Orientation;
import cn.dangqun.kiosk.ui.Texts;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.stage.Stage;
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

    /// Its window, while there is one. On the FX thread.
    static final class Window {
        private final KioskSettings settings;
        private @Nullable Stage stage;
        private @Nullable DataFaultScreen screen;
        private DataDirectory.@Nullable Fault last;

        Window(KioskSettings settings) {
            this.settings = settings;
        }

        void show(DataDirectory.Fault fault) {
            last = fault;
            if (screen != null) {
                screen.show(fault);
                return;
            }
            Fonts.require();
            var size = settings.screen();
            var look = new Look(Texts.chinese(), Orientation.of(size.width(), size.height()), settings.zone(), 1);
            stage = KioskWindow.open(this::screen, size, look, () -> System.exit(0));
        }

        private Parent screen(Look look) {
            var made = new DataFaultScreen(look, settings.data(), Objects.requireNonNull(last));
            screen = made;
            return made;
        }

        void close() {
            if (stage != null) {
                stage.close();
            }
        }
    }

    /// Waits for the settings' directory; systemd hears that the kiosk lives.
    static void await(KioskSettings settings, FxThread fx) throws InterruptedException {
        var window = new Window(settings);
        var systemd = Systemd.of(System.getenv());
        await(
                new DataDirectory(settings.data())::fault,
                fault -> {
                    fx.execute(() -> window.show(fault));
                    systemd.ifPresent(Systemd::ready);
                    systemd.ifPresent(Systemd::alive);
                },
                DataWatch::pause);
        fx.execute(window::close);
        if (Thread.interrupted()) {
            throw new InterruptedException("told to stop while nothing could be kept");
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
