package cn.dangqun.kiosk.print;

import cn.dangqun.domain.staff.StaffAct;
import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.scene.Node;

/// 打印, where other places lead. A card that is presented meanwhile checks its holder in as everywhere.
record PrintPlace(PrintViewModel model, Ways ways) implements Place {
    @Override
    public String id() {
        return PaperTray.PLACE;
    }

    @Override
    public Node screen(Look look) {
        return new PrintScreen(model, look, ways::go);
    }

    @Override
    public boolean isForStaff() {
        return true;
    }

    @Override
    public Optional<StaffAct> act() {
        return Optional.of(StaffAct.PRINT);
    }

    @Override
    public boolean resumes() {
        return true;
    }

    @Override
    public void enter(Optional<StaffMember> by) {
        model.open();
    }

    @Override
    public void leave() {
        model.shut();
    }
}
