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

/// 重启、退出程序, for who may care for the kiosk.
record ProgramPlace(ProgramViewModel model, Ways ways) implements Place {
    @Override
    public String id() {
        return "program";
    }

    @Override
    public Node screen(Look look) {
        return new ProgramScreen(model, look, ways::corner);
    }

    @Override
    public Optional<Tile> tile() {
        return Optional.of(new Tile(Tile.Where.CARE, Glyph.UNDO, "staff.program.open"));
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
        model.open(by);
    }

    @Override
    public void leave() {
        model.shut();
    }
}
