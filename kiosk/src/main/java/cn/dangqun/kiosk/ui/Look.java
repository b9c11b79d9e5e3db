package cn.dangqun.kiosk.ui;

import java.time.ZoneId;

/// What every screen needs to draw itself: words, how the panel hangs, and the zone in which times are shown.
public record Look(Texts texts, Orientation orientation, ZoneId zone) {
    public boolean isPortrait() {
        return orientation == Orientation.PORTRAIT;
    }
}
