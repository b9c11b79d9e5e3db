package cn.dangqun.kiosk.place;

import cn.dangqun.kiosk.ui.Look;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.layout.Region;

/// The one thing that leads on idle and home. UI thread.
public interface Lead {
    /// For idle: only tells.
    Region telling(Look look);

    /// For home: says what to do; pressing that runs `explain`.
    Region inviting(Look look, Runnable explain);

    /// While people are invited, the idle screen stays and nothing takes turns with it.
    ReadOnlyBooleanProperty invites();

    /// What can be presented now.
    ReadOnlyObjectProperty<Readers> readers();

    /// Reads anew: home or idle comes up, or a minute has passed.
    void refresh();
}
