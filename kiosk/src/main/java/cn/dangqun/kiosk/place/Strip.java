package cn.dangqun.kiosk.place;

import cn.dangqun.kiosk.ui.Look;
import javafx.scene.layout.Region;

/// Something that stands at the foot of idle and home, invisible while it has nothing to say. UI thread.
public interface Strip {
    /// One line, for the foot of a full screen.
    Region line(Look look);

    /// To be read across the room.
    Region large(Look look);
}
