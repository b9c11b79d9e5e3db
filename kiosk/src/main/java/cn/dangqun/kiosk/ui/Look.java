package cn.dangqun.kiosk.ui;

import java.time.ZoneId;

/// What every screen needs to draw itself: words, how the panel hangs, the zone in which times are shown, and how much
/// larger than usual type is (1 for ordinary eyes).
public record Look(Texts texts, Orientation orientation, ZoneId zone, double magnification) {
    /// The same on a panel that hangs so.
    public Look hanging(Orientation now) {
        return new Look(texts, now, zone, magnification);
    }

    public boolean isPortrait() {
        return orientation == Orientation.PORTRAIT;
    }
}
