package cn.dangqun.kiosk.checkin;

import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Painted;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The answer to a tap, filling the screen. `painted` is told of every new answer once it stands on the screen.
final class CheckInScreen extends StackPane {
    private final Look look;
    private final Consumer<CheckInAnswer> painted;
    private final AnswerView view;
    private final BooleanProperty othersWait = new SimpleBooleanProperty();
    private @Nullable AcceptedView accepted;
    private long turn;

    public CheckInScreen(CheckInViewModel model, Look look, Runnable help, Consumer<CheckInAnswer> painted) {
        this.look = look;
        this.painted = painted;
        this.view = new AnswerView(model, look, help, othersWait);
        setId("check-in");
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void render(CheckInState state) {
        switch (state) {
            case CheckInState.Resting _ -> show();
            case CheckInState.Working _ -> show(working());
            case CheckInState.Result result -> {
                result(result.turn(), result.answer());
                setMouseTransparent(!result.settled());
                othersWait.set(result.othersWait());
            }
        }
    }

    /// The seconds of 撤销 change in place: a button must not vanish under a finger.
    private void result(long now, CheckInAnswer answer) {
        if (now == turn) {
            if (accepted != null && answer instanceof CheckInAnswer.Accepted same) {
                accepted.show(same.undo());
            }
            return;
        }
        turn = now;
        accepted = null;
        if (answer instanceof CheckInAnswer.Accepted fresh) {
            accepted = view.accepted(fresh);
            show(accepted);
        } else {
            show(view.of(answer));
        }
        Painted.once(this, () -> painted.accept(answer));
        Painted.ready(this);
    }

    /// A finger that is still down on a button of what goes presses nothing when it lets go.
    private void show(Node... now) {
        getChildren().forEach(gone -> gone.setDisable(true));
        getChildren().setAll(now);
    }

    private VBox working() {
        var waiting = new VBox(
                Labels.centred(look.texts().get("checkin.working.word"), "type-96", "song", "ink"),
                Labels.centred(look.texts().get("checkin.working.sentence"), "type-44", "quiet"));
        waiting.getStyleClass().add("gap-40");
        waiting.setAlignment(Pos.CENTER);
        waiting.setId("working");
        return waiting;
    }
}
