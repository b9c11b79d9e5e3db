package cn.dangqun.kiosk.meeting;

import cn.dangqun.kiosk.ui.Look;
import java.util.function.Function;
import javafx.scene.Parent;

/// A second display beside the kiosk's own, for the people in the room (F-101). UI thread.
public interface Projector {
    boolean isThere();

    /// Covers that display with what `screen` makes for it; what stood there before goes away.
    void show(Function<Look, Parent> screen);

    void clear();
}
