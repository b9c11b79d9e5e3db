package cn.dangqun.kiosk.staff;

import cn.dangqun.domain.staff.StaffAct;
import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.scene.Node;

/// 核对日期时间
record ClockPlace(ClockViewModel model, Ways ways) implements Place {
    @Override
    public String id() {
        return "staff-clock";
    }

    @Override
    public Node screen(Look look) {
        return new ClockScreen(model, look, ways::corner);
    }

    @Override
    public Optional<Tile> tile() {
        return Optional.of(new Tile(Tile.Where.CARE, Glyph.CLOCK, "staff.clock.open"));
    }

    @Override
    public boolean isForStaff() {
        return true;
    }

    @Override
    public Optional<StaffAct> act() {
        return Optional.of(StaffAct.CARE_FOR_KIOSK);
    }

    @Override
    public void enter(Optional<StaffMember> by) {
        by.ifPresent(model::open);
    }

    @Override
    public void leave() {
        model.leave();
    }
}
