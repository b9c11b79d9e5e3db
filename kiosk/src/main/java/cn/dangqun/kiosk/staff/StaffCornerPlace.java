package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.scene.Node;

/// 值守台
record StaffCornerPlace(StaffCornerViewModel model, String version, Ways ways) implements Place {
    @Override
    public String id() {
        return Ways.CORNER;
    }

    @Override
    public Node screen(Look look) {
        return new StaffCornerScreen(model, look, version, ways);
    }

    @Override
    public boolean isForStaff() {
        return true;
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
