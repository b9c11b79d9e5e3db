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

/// 待处理: names in full, so only for who may add afterwards what counts.
record ParkedPlace(ParkedViewModel model, Ways ways) implements Place {
    @Override
    public String id() {
        return "parked";
    }

    @Override
    public Node screen(Look look) {
        return new ParkedScreen(model, look, ways::corner);
    }

    @Override
    public Optional<Tile> tile() {
        return Optional.of(new Tile(Tile.Where.STAFF, Glyph.EXCLAMATION, "staff.parked.open"));
    }

    @Override
    public boolean isForStaff() {
        return true;
    }

    @Override
    public Optional<StaffAct> act() {
        return Optional.of(StaffAct.ADD_AFTERWARDS);
    }

    @Override
    public void enter(Optional<StaffMember> by) {
        model.open(by);
    }

    @Override
    public void leave() {
        model.shut();
    }
}
