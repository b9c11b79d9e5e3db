package cn.dangqun.kiosk.scan;

import cn.dangqun.domain.staff.StaffAct;
import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;

/// 拍签到表, where the roll leads. A card that is presented meanwhile checks its holder in as everywhere.
record ScanPlace(ScanViewModel model, Ways ways) implements Place {
    @Override
    public String id() {
        return ScanTray.PLACE;
    }

    @Override
    public Node screen(Look look) {
        return new ScanScreen(model, look, () -> model.back().ifPresentOrElse(ways::go, ways::corner));
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
    public boolean resumes() {
        return true;
    }

    /// The camera is on here.
    @Override
    public boolean looksForCodes() {
        return true;
    }

    @Override
    public Optional<ReadOnlyBooleanProperty> looksNow() {
        return Optional.of(model.looks());
    }

    @Override
    public Optional<String> cameraSign() {
        return Optional.of("scan.camera.on");
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
