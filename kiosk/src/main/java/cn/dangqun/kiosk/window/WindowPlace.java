package cn.dangqun.kiosk.window;

import cn.dangqun.domain.staff.StaffAct;
import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.scene.Node;

/// 窗口网页和叫号屏: their addresses, for staff who set up a computer or a television.
record WindowPlace(WindowViewModel model, Ways ways) implements Place {
    static final String ID = "window-page";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Node screen(Look look) {
        return new WindowScreen(model, look, ways::corner);
    }

    @Override
    public Optional<Tile> tile() {
        return Optional.of(new Tile(Tile.Where.CARE, Glyph.DEVICE, "window.open"));
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
        model.open();
    }

    @Override
    public void leave() {
        model.leave();
    }
}
