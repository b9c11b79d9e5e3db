package cn.dangqun.kiosk.meeting;

import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Parent;

/// A display that is there when the test says so, and shows nothing to anybody.
final class FakeProjector implements Projector {
    boolean there;
    Optional<Function<Look, Parent>> shown = Optional.empty();

    @Override
    public boolean isThere() {
        return there;
    }

    @Override
    public void show(Function<Look, Parent> screen) {
        shown = Optional.of(screen);
    }

    @Override
    public void clear() {
        shown = Optional.empty();
    }
}
