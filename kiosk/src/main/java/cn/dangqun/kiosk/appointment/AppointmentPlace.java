package cn.dangqun.kiosk.appointment;

import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.scene.Node;

/// 预约, behind 取号办事.
record AppointmentPlace(AppointmentViewModel model, AppointmentPaper paper, Ways ways) implements Place {
    @Override
    public String id() {
        return Ways.APPOINTMENTS;
    }

    @Override
    public Node screen(Look look) {
        return new AppointmentScreen(model, paper, look, ways);
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
