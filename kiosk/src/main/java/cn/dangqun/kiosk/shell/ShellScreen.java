package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.place.IdleTurn;
import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.ui.Chip;
import cn.dangqun.kiosk.ui.FingerGuard;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Tone;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// The root of the scene: exactly one screen, changed without animation, so that the people in front never wait.
final class ShellScreen extends StackPane {
    private final StackPane frame = new StackPane();
    private final KioskModels models;
    private final Look look;
    private final Node idle;
    private final Map<IdleTurn, Node> turns = new LinkedHashMap<>();
    private final Node home;
    private final Node stillHere;
    private final Map<String, Node> places = new HashMap<>();

    ShellScreen(KioskModels models, Look look) {
        this.models = models;
        this.look = look;
        var shell = models.shell();
        idle = new IdleScreen(models, look);
        models.turns().forEach(turn -> turns.put(turn, new IdleTurnScreen(models, turn, look)));
        home = new HomeScreen(models, look);
        stillHere = new StillHereScreen(look, shell::touched);
        models.brought().stream()
                .flatMap(each -> each.places().stream())
                .forEach(place -> places.put(place.id(), place.screen(look)));
        getStyleClass().add("shell");
        frame.setMinSize(0, 0);
        getChildren().setAll(frame, sign("camera-sign", "shell.camera.on", Optional.empty()));
        models.brought().stream()
                .flatMap(each -> each.places().stream())
                .forEach(place -> place.cameraSign()
                        .ifPresent(text ->
                                getChildren().add(sign("camera-sign-" + place.id(), text, Optional.of(place.id())))));
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> shell.touched());
        FingerGuard.over(this, models.ui());
        shell.state().addListener((_, _, now) -> render(now));
        shell.asking().addListener((_, _, _) -> render(shell.state().get()));
        turns.keySet()
                .forEach(turn -> turn.isUp()
                        .addListener((_, _, _) -> render(shell.state().get())));
        render(shell.state().get());
    }

    private void render(ShellState state) {
        var screen = models.shell().asking().get() ? stillHere : screen(state);
        if (!frame.getChildren().equals(List.of(screen))) {
            frame.getChildren().setAll(screen);
        }
    }

    /// In the margin above every screen while a camera looks, on ground of its own; nothing moves when it comes or
    /// goes. Of `place`, or of all that have none of their own.
    private Node sign(String id, String text, Optional<String> place) {
        var sign = new Chip(Tone.INFORMATION, Glyph.INFORMATION, look.texts().get(text), "type-20", "bold");
        sign.setId(id);
        sign.getStyleClass().add("camera-sign");
        sign.setMouseTransparent(true);
        setAlignment(sign, Pos.TOP_RIGHT);
        var shell = models.shell();
        sign.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> shell.watched().get()
                                && shell.place()
                                        .filter(here -> here.cameraSign().isPresent())
                                        .map(Place::id)
                                        .equals(place),
                        shell.watched(),
                        shell.state()));
        return sign;
    }

    private Node screen(ShellState state) {
        return switch (state) {
            case ShellState.Idle _ ->
                turns.entrySet().stream()
                        .filter(each -> each.getKey().isUp().get())
                        .findFirst()
                        .map(Map.Entry::getValue)
                        .orElse(idle);
            case ShellState.Home _ -> home;
            case ShellState.At at -> Objects.requireNonNull(places.get(at.place()), at.place());
            case ShellState.Trouble(String code) -> new TroubleScreen(look, code, models.shell()::home);
        };
    }
}
