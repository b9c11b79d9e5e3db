package cn.dangqun.kiosk.guide;

import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.scene.Node;

/// 办事指南, behind 取号办事.
record GuidePlace(GuideViewModel model, Ways ways) implements Place {
    @Override
    public String id() {
        return Ways.GUIDE;
    }

    @Override
    public Node screen(Look look) {
        return new GuideScreen(model, look, ways);
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
