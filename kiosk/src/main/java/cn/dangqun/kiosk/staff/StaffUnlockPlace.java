package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.scene.Node;

/// 值守入口
record StaffUnlockPlace(StaffUnlockViewModel model, Ways ways) implements Place {
    @Override
    public String id() {
        return "staff";
    }

    @Override
    public Node screen(Look look) {
        return new StaffUnlockScreen(model, look, ways::home);
    }

    @Override
    public Optional<Tile> tile() {
        return Optional.of(new Tile(Tile.Where.FOOT, Glyph.KEY, "staff.tile"));
    }

    @Override
    public void enter(Optional<StaffMember> by) {
        model.open();
    }

    @Override
    public void leave() {
        model.leave();
    }
}
