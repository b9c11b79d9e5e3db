package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.ui.HandMovedTime;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Orientation;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Theme;
import cn.dangqun.kiosk.ui.Toolkit;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// The real screens over fakes in a real window, in time that stands still.
public final class TestKiosk implements AutoCloseable {
    public final FakeServices services = new FakeServices();
    public final HandMovedTime time = new HandMovedTime(Samples.NOW);

    private final Stage stage;
    private final Scene scene;
    private final KioskModels models;
    private final Look look;

    public TestKiosk(Orientation orientation) {
        this(orientation, 1);
    }

    public TestKiosk(Orientation orientation, double magnification) {
        this(orientation, magnification, services -> {});
    }

    public TestKiosk(Orientation orientation, double magnification, java.util.function.Consumer<FakeServices> prepare) {
        Toolkit.start();
        boolean tall = orientation == Orientation.PORTRAIT;
        prepare.accept(services);
        var behind = services.services(time);
        models = Toolkit.call(() -> KioskModels.over(behind, time, Runnable::run));
        look = new Look(Texts.chinese(), orientation, time.getZone(), magnification);
        scene = Toolkit.call(() -> {
            var made = new Scene(new ShellScreen(models, look), tall ? 1080 : 1920, tall ? 1920 : 1080);
            Theme.apply(made, magnification);
            return made;
        });
        stage = Toolkit.call(() -> {
            var made = new Stage(StageStyle.UNDECORATED);
            made.setScene(scene);
            made.show();
            return made;
        });
        Toolkit.pulses(scene, 2);
    }

    public Scene scene() {
        return scene;
    }

    public Look look() {
        return look;
    }

    public ShellViewModel shell() {
        return models.shell();
    }

    /// Home, with what the services say now.
    public void home() {
        models.shell().home();
    }

    /// Somebody taps and the desk answers `outcome`.
    public void tapped(cn.dangqun.domain.checkin.CheckInOutcome outcome) {
        services.next = outcome;
        models.shell().presented(Samples.CARD);
    }

    /// Something happens on the UI thread, and is painted.
    public void does(Runnable action) {
        Toolkit.run(action);
        Toolkit.pulses(scene, 2);
    }

    @Override
    public void close() {
        Toolkit.run(stage::close);
    }
}
