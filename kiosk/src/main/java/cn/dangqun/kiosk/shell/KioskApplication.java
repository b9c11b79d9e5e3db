package cn.dangqun.kiosk.shell;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.kiosk.demo.DemoPanel;
import cn.dangqun.kiosk.demo.DemoPeople;
import cn.dangqun.kiosk.demo.SimulatorLine;
import cn.dangqun.kiosk.ui.Fonts;
import cn.dangqun.kiosk.ui.FxThread;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Orientation;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.UiThread;
import cn.dangqun.store.Halt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The screens of a running kiosk. A fault that nobody foresaw is logged once, shown as a short code, and leads home
/// (DESIGN §8); an Error ends the process (§13).
final class KioskApplication {
    private static final Logger log = LoggerFactory.getLogger(KioskApplication.class);
    private static final double ORDINARY = 1;
    private static final String SIMULATOR = "sim-control";

    private final FxThread ui;
    private final ExecutorService background;
    private final KioskModels models;
    private final Picture picture;

    private KioskApplication(FxThread ui, ExecutorService background, KioskModels models, Picture picture) {
        this.ui = ui;
        this.background = background;
        this.models = models;
        this.picture = picture;
    }

    /// Starts the toolkit on a thread of its own, since it takes as long as everything else together.
    /// Completes on the FX thread; with the failure where there is no screen.
    static CompletableFuture<@Nullable Void> startToolkit() {
        var started = new CompletableFuture<@Nullable Void>();
        Thread.ofPlatform()
                .name("toolkit")
                .start(() -> tell(started, () -> {
                    Platform.startup(() -> started.complete(null));
                    Platform.setImplicitExit(false);
                }));
        return started;
    }

    /// Opens the window once the toolkit runs; everything slow goes on beside it. Completes on the FX thread when
    /// the window is shown; with the failure when it cannot be. `closed` runs when somebody closes the window of a
    /// kiosk that does not cover the screen.
    static CompletableFuture<KioskWindow> window(
            CompletableFuture<@Nullable Void> toolkit, KioskSettings settings, Runnable closed, UiThread fx) {
        var window = new CompletableFuture<KioskWindow>();
        var _ = toolkit.whenComplete((_, failure) -> {
            if (failure != null) {
                window.completeExceptionally(failure);
            } else {
                fx.execute(() -> tell(window, () -> window.complete(window(settings, closed))));
            }
        });
        return window;
    }

    private static void tell(CompletableFuture<?> waiting, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            waiting.completeExceptionally(e);
        }
    }

    private static KioskWindow window(KioskSettings settings, Runnable closed) {
        Fonts.require();
        var size = settings.screen();
        var look = new Look(Texts.chinese(), Orientation.of(size.width(), size.height()), settings.zone(), ORDINARY);
        var window = KioskWindow.open(hung -> new OpeningScreen(hung, settings.siteName()), size, look, closed);
        window.stage().setTitle(settings.siteName());
        return window;
    }

    /// Builds the screens and shows them. Call on the FX thread.
    static KioskApplication open(KioskServices services, KioskSettings settings, KioskWindow window) {
        var ui = new FxThread();
        var background = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("kiosk-background").daemon().factory());
        var models = KioskModels.over(services, ui, background);
        var application = new KioskApplication(ui, background, models, new Picture(window.scene()));
        Thread.setDefaultUncaughtExceptionHandler(application::unforeseen);
        window.show(hung -> new ShellScreen(models, hung));
        WedgeScanner.among(settings.devices(), models.shell()::presented)
                .ifPresent(scanner -> scanner.listenTo(window.scene()));
        settings.demo()
                .flatMap(KioskSettings.Demo::people)
                .ifPresent(people -> application.demonstrate(settings, people, window.stage(), Texts.chinese()));
        return application;
    }

    /// On the FX thread.
    void presented(Credential credential) {
        ui.wakeFrames();
        models.shell().presented(credential);
    }

    /// On the FX thread.
    void misread(DeviceFault fault) {
        models.shell().misread(fault.kind());
    }

    /// On the FX thread.
    void watching(boolean on) {
        models.shell().watching(on);
    }

    /// Whether people see something. On the FX thread.
    CompletableFuture<Boolean> isDrawn() {
        return picture.isDrawn();
    }

    /// A demonstration goes on without its panel.
    private void demonstrate(KioskSettings settings, Path people, Stage kiosk, Texts texts) {
        var port = settings.devices().stream()
                .filter(device -> device.driver().equals(SIMULATOR))
                .map(device -> device.options().getOrDefault("port", ""))
                .filter(each -> each.matches("[0-9]{1,5}"))
                .findFirst();
        try {
            var parts = DemoPeople.read(people);
            port.map(each -> new SimulatorLine(Integer.parseInt(each)))
                    .ifPresent(line -> new DemoPanel(line, texts, ui, background).open(parts, kiosk));
        } catch (IOException e) {
            log.warn("No panel for the demonstration: {}", e.getMessage());
        }
    }

    private void unforeseen(Thread thread, Throwable problem) {
        if (Halt.isCalledFor(problem)) {
            Halt.PROCESS.because("Thread " + thread.getName() + " broke down", problem);
        }
        var code = TroubleCode.of(problem);
        log.error("Trouble {} on thread {}", code, thread.getName(), problem);
        ui.execute(() -> models.shell().trouble(code));
    }
}
