package cn.dangqun.kiosk.place;

import cn.dangqun.kiosk.ui.Glyph;

/// A way into a place, where people see it. `key` names its text; on home, `key.means` says what it is for.
public record Tile(Where where, Glyph glyph, String key) {
    public enum Where {
        /// Large, among the tiles of home
        HOME,
        /// Small, at the foot of home
        FOOT,
        /// At the foot of the staff corner
        STAFF,
        /// In 本机维护, one step behind the staff corner
        CARE
    }
}
