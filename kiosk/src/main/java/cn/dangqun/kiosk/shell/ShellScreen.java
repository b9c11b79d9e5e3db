package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.activity.ActivitiesScreen;
import cn.dangqun.kiosk.checkin.CheckInAnswer;
import cn.dangqun.kiosk.checkin.CheckInScreen;
import cn.dangqun.kiosk.queue.CallStrip;
import cn.dangqun.kiosk.queue.CallingScreen;
import cn.dangqun.kiosk.queue.TakeNumberScreen;
import cn.dangqun.kiosk.staff.SelfTestScreen;
import cn.dangqun.kiosk.staff.StaffCornerScreen;
import cn.dangqun.kiosk.staff.StaffUnlockScreen;
import cn.dangqun.kiosk.sync.EnrolmentScreen;
import cn.dangqun.kiosk.ui.Chip;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Tone;
import cn.dangqun.kiosk.wall.WallScreen;
import cn.dangqun.kiosk.wall.WallTurn;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The root of the scene: exactly one screen, changed without animation, so that the queue in front never waits.
/// `answered` is told of every answer once it stands on the screen.
final class ShellScreen extends VBox {
    private final StackPane place = new StackPane();
    private final KioskModels models;
    private final Look look;
    private final Node idle;
    private final Node idleWall;
    private final Node home;
    private final Node checkIn;
    private final Node activities;
    private final Node wall;
    private final Node privacy;
    private final Node help;
    private final Node unlock;
    private final Node corner;
    private final Node selfTest;
    private final Node enrolment;
    private final Node takeNumber;
    private final Node calling;

    ShellScreen(KioskModels models, Look look, String version, Consumer<CheckInAnswer> answered) {
        this.models = models;
        this.look = look;
        var shell = models.shell();
        idle = new IdleScreen(models.home(), called(), look);
        idleWall = new IdleWallScreen(models.home(), models.turns(), called(), look);
        home = new HomeScreen(models.home(), shell, CallStrip.line(models.calls(), look), look);
        checkIn = new CheckInScreen(models.checkIn(), look, shell::help, answered);
        activities = new ActivitiesScreen(models.activities(), look, shell::home);
        wall = new WallScreen(models.wall(), look, shell::home);
        privacy = new PrivacyScreen(look, shell::help, shell::home);
        help = new HelpScreen(models.home(), look, shell::home);
        unlock = new StaffUnlockScreen(models.unlock(), look, shell::home);
        corner = new StaffCornerScreen(
                models.corner(),
                look,
                version,
                new StaffCornerScreen.Ways(shell::calling, shell::selfTest, shell::home));
        selfTest = new SelfTestScreen(models.selfTest(), look, shell::corner);
        enrolment = new EnrolmentScreen(models.enrolment(), look);
        takeNumber = new TakeNumberScreen(models.takeNumber(), look, shell::home);
        calling = new CallingScreen(models.calling(), look, shell::corner);
        getStyleClass().add("shell");
        place.setMinSize(0, 0);
        setVgrow(place, Priority.ALWAYS);
        getChildren().setAll(sign(shell), place);
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> shell.touched());
        shell.state().addListener((_, _, now) -> render(now));
        models.turns().state().addListener((_, _, _) -> render(shell.state().get()));
        render(shell.state().get());
    }

    /// Large, where the screen is read across the room and has the height for it.
    private CallStrip called() {
        return look.isPortrait() ? CallStrip.large(models.calls(), look) : CallStrip.line(models.calls(), look);
    }

    private void render(ShellState state) {
        var screen = screen(state);
        if (!place.getChildren().equals(List.of(screen))) {
            place.getChildren().setAll(screen);
        }
    }

    /// Above every screen while a camera looks, on ground of its own, so that it hides nothing.
    private HBox sign(ShellViewModel shell) {
        var sign = new HBox(
                new Chip(Tone.INFORMATION, Glyph.INFORMATION, look.texts().get("shell.camera.on"), "type-20", "bold"));
        sign.setId("camera-sign");
        sign.getStyleClass().add("camera-sign");
        sign.setAlignment(Pos.CENTER_RIGHT);
        sign.visibleProperty().bind(shell.watched());
        sign.managedProperty().bind(shell.watched());
        return sign;
    }

    private Node screen(ShellState state) {
        return switch (state) {
            case ShellState.Idle _ -> models.turns().state().get() instanceof WallTurn.Show ? idleWall : idle;
            case ShellState.Home _ -> home;
            case ShellState.CheckIn _ -> checkIn;
            case ShellState.Activities _ -> activities;
            case ShellState.Wall _ -> wall;
            case ShellState.Privacy _ -> privacy;
            case ShellState.Help _ -> help;
            case ShellState.StaffUnlock _ -> unlock;
            case ShellState.StaffCorner _ -> corner;
            case ShellState.SelfTest _ -> selfTest;
            case ShellState.Enrolment _ -> enrolment;
            case ShellState.TakeNumber _ -> takeNumber;
            case ShellState.Calling _ -> calling;
            case ShellState.Trouble(String code) -> new TroubleScreen(look, code, models.shell()::home);
        };
    }
}
