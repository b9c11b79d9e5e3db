package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.place.IdleTurn;
import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.ui.Chip;
import cn.dangqun.kiosk.ui.FingerGuard;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Painted;
import cn.dangqun.kiosk.ui.Tone;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The root of the scene: exactly one screen, changed without animation, so that the people in front never wait.
final class ShellScreen extends StackPane {
    private static final Duration BREATH = Duration.ofMillis(20);

    private final StackPane frame = new StackPane();
    private final KioskModels models;
    private final Look look;
    private final Node idle;
    private final Map<IdleTurn, Node> turns = new LinkedHashMap<>();
    private final Lazy home;
    private final Lazy stillHere;
    private final Map<String, Node> places = new HashMap<>();

    ShellScreen(KioskModels models, Look look) {
        this.models = models;
        this.look = look;
        var shell = models.shell();
        idle = new IdleScreen(models, look);
        home = new Lazy(() -> new HomeScreen(models, look));
        stillHere = new Lazy(() -> new StillHereScreen(look, shell::touched));
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
        models.turns()
                .forEach(turn -> turn.isUp()
                        .addListener((_, _, _) -> render(shell.state().get())));
        render(shell.state().get());
        Painted.once(this, () -> prepare(unprepared().iterator()));
    }

    private void render(ShellState state) {
        var screen = models.shell().asking().get() ? stillHere.get() : screen(state);
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
                models.turns().stream()
                        .filter(turn -> turn.isUp().get())
                        .findFirst()
                        .map(this::turn)
                        .orElse(idle);
            case ShellState.Home _ -> home.get();
            case ShellState.At at -> place(models.shell().place(at).orElseThrow());
            case ShellState.Trouble(String code) -> new TroubleScreen(look, code, models.shell()::home);
        };
    }

    private Node turn(IdleTurn turn) {
        return turns.computeIfAbsent(turn, _ -> new IdleTurnScreen(models, turn, look));
    }

    private Node place(Place place) {
        return places.computeIfAbsent(place.id(), _ -> place.screen(look));
    }

    /// One screen after the other, each when nothing else is to be drawn: nobody waits for all of them before the first
    /// picture, and nobody for one at the first touch.
    private void prepare(Iterator<Runnable> screens) {
        if (getScene() != null && screens.hasNext()) {
            models.ui().after(BREATH, () -> {
                screens.next().run();
                prepare(screens);
            });
        }
    }

    private Stream<Runnable> unprepared() {
        var places = models.brought().stream().flatMap(each -> each.places().stream());
        return Stream.of(
                        Stream.<Runnable>of(home::get, stillHere::get),
                        places.map(place -> (Runnable) () -> place(place)),
                        models.turns().stream().map(turn -> (Runnable) () -> turn(turn)))
                .flatMap(Function.identity());
    }

    /// A screen that is made when it is first wanted.
    private static final class Lazy {
        private final Supplier<Node> making;
        private @Nullable Node made;

        Lazy(Supplier<Node> making) {
            this.making = making;
        }

        Node get() {
            if (made == null) {
                made = making.get();
            }
            return made;
        }
    }
}
