package cn.dangqun.kiosk.shell;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.config.settings.SettingsException;
import cn.dangqun.config.settings.SettingsFile;
import cn.dangqun.config.text.Terminal;
import cn.dangqun.kiosk.ui.FxThread;
import cn.dangqun.kiosk.ui.Painted;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.store.DirectoryInUseException;
import cn.dangqun.store.Halt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The kiosk's process: `KioskMain SETTINGS.toml`. Ends with 2 when the settings cannot be used, with 3 when another
/// process works in the data directory, with 1 when the kiosk cannot start; all say why. Ends with 70 when something
/// breaks that must not.
public final class KioskMain {
    private static final Logger log = LoggerFactory.getLogger(KioskMain.class);

    private KioskMain() {}

    public static void main(String[] args) throws InterruptedException {
        Thread.setDefaultUncaughtExceptionHandler(KioskMain::unforeseen);
        if (args.length != 1) {
            System.err.println("usage: KioskMain SETTINGS.toml");
            System.exit(2);
        }
        try {
            var toolkit = KioskApplication.startToolkit();
            run(SettingsFile.loadKiosk(Path.of(args[0])), toolkit);
        } catch (SettingsException e) {
            Terminal.complain(String.valueOf(e.getMessage()));
            System.exit(2);
        } catch (DirectoryInUseException e) {
            log.error("The kiosk cannot start: {}", e.getMessage());
            Terminal.complain(Texts.chinese().get("shell.start.inUse", e.directory()));
            System.exit(DirectoryInUseException.EXIT);
        } catch (IOException e) {
            log.error("The kiosk cannot start", e);
            System.exit(1);
        }
    }

    /// What devices report before the screens are there waits for them.
    private static void run(KioskSettings settings, CompletableFuture<@Nullable Void> toolkit)
            throws IOException, InterruptedException {
        var fx = new FxThread();
        var window = KioskApplication.window(toolkit, settings, () -> System.exit(0), fx);
        var _ = window.whenComplete((_, failure) -> {
            if (failure != null) {
                cannotShow(failure);
            }
        });
        DataWatch.await(settings, window, fx);
        var core = KioskCore.open(settings, Clock.system(settings.zone()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(core), "shutdown"));
        var shown = new CompletableFuture<KioskApplication>();
        core.devices().onCredential(credential -> {
            var _ = shown.thenAccept(screens -> fx.execute(() -> screens.presented(credential)));
        });
        core.devices().onMisread(fault -> {
            var _ = shown.thenAccept(screens -> fx.execute(() -> screens.misread(fault)));
        });
        core.devices().onWatching(on -> {
            var _ = shown.thenAccept(screens -> fx.execute(() -> screens.watching(on)));
        });
        var _ = window.thenAccept(opened -> fx.execute(() -> {
            var screens = show(settings, core, opened);
            shown.complete(screens);
            var signs = List.<Heartbeat.Sign>of(screens::isDrawn, core::storeAnswers);
            Systemd.of(System.getenv()).ifPresent(systemd -> Heartbeat.begin(systemd, fx, signs));
        }));
    }

    private static KioskApplication show(KioskSettings settings, KioskCore core, KioskWindow window) {
        var application = KioskApplication.open(core.services(), settings, window);
        Painted.once(window.scene().getRoot(), () -> log.info("Kiosk window open, its first screen painted"));
        return application;
    }

    private static void cannotShow(Throwable why) {
        log.error("The kiosk cannot show its screens", why);
        System.exit(1);
    }

    /// Until the screens are there to show a code.
    private static void unforeseen(Thread thread, Throwable problem) {
        if (Halt.isCalledFor(problem)) {
            Halt.PROCESS.because("Thread " + thread.getName() + " broke down", problem);
        }
        log.error("Trouble on thread {}", thread.getName(), problem);
    }

    private static void close(KioskCore core) {
        try {
            core.close();
        } catch (IOException e) {
            log.error("The kiosk did not close in order", e);
        }
    }
}
