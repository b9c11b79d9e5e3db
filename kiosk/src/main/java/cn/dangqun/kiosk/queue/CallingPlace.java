package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.staff.StaffAct;
import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.scene.Node;

/// 叫号, for staff only.
record CallingPlace(CallingViewModel model, Ways ways) implements Place {
    static final String ID = "calling";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Node screen(Look look) {
        return new CallingScreen(model, look, ways::corner);
    }

    @Override
    public Optional<Tile> tile() {
        return Optional.of(new Tile(Tile.Where.STAFF, Glyph.BELL, "queue.calling.open"));
    }

    @Override
    public boolean isForStaff() {
        return true;
    }

    @Override
    public Optional<StaffAct> act() {
        return Optional.of(StaffAct.CALL_NUMBERS);
    }

    @Override
    public void enter(Optional<StaffMember> by) {
        by.ifPresent(model::open);
    }

    @Override
    public void leave() {
        model.shut();
    }
}
