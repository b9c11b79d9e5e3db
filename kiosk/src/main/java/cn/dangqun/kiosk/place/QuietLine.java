package cn.dangqun.kiosk.place;

import cn.dangqun.kiosk.ui.Look;
import javafx.scene.layout.Region;

/// What stands at the foot of home while no [Strip] does. UI thread.
public interface QuietLine {
    Region line(Look look);

    /// Reads anew: home or idle comes up, or a minute has passed.
    void refresh();
}
