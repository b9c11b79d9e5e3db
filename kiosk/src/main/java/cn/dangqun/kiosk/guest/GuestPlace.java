package cn.dangqun.kiosk.guest;

import cn.dangqun.domain.staff.StaffAct;
import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.scene.Node;

/// 来宾登记, where the roll leads. A card that is presented meanwhile checks its holder in as everywhere.
record GuestPlace(GuestViewModel model, Ways ways) implements Place {
    @Override
    public String id() {
        return GuestTray.PLACE;
    }

    @Override
    public Node screen(Look look) {
        return new GuestScreen(model, look, () -> model.back().ifPresentOrElse(ways::go, ways::corner), ways::touched);
    }

    @Override
    public boolean isForStaff() {
        return true;
    }

    /// Who registers may have to take back.
    @Override
    public Optional<StaffAct> act() {
        return Optional.of(StaffAct.CORRECT);
    }

    @Override
    public boolean resumes() {
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
