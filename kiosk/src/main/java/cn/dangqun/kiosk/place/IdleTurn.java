package cn.dangqun.kiosk.place;

import cn.dangqun.kiosk.ui.Look;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.layout.Region;

/// What takes turns with the idle screen while nobody is here (F-42). UI thread.
public interface IdleTurn {
    /// Whether it is its turn now.
    ReadOnlyBooleanProperty isUp();

    /// What fills the screen then, between the name board and the foot.
    Region sheet(Look look);

    /// Nobody is here, or somebody has come.
    void idle(boolean now);

    /// The idle screen stays from now on, or no longer.
    void hold(boolean now);
}
