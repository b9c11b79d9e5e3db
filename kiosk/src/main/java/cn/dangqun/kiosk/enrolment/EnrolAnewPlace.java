package cn.dangqun.kiosk.enrolment;

import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.staff.StaffAct;
import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.sync.SyncMonitor;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.scene.Node;

/// 重新登记: however this kiosk stands with the street (enrolled, revoked, refused, its certificate ended), staff can
/// begin again with a new code (F-69).
record EnrolAnewPlace(EnrolmentViewModel model, SyncMonitor sync, Ways ways) implements Place {
    @Override
    public String id() {
        return "enrol-anew";
    }

    @Override
    public Node screen(Look look) {
        return new EnrolAnewScreen(model, sync, look, ways::corner);
    }

    @Override
    public Optional<Tile> tile() {
        return Optional.of(new Tile(Tile.Where.CARE, Glyph.LINK, "enrolment.anew.open"));
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
        model.askFirst();
    }

    @Override
    public boolean looksForCodes() {
        return true;
    }

    @Override
    public Cards cards() {
        return Cards.HERE;
    }

    @Override
    public void presented(Credential credential) {
        model.presented(credential);
    }

    @Override
    public void leave() {
        model.askFirst();
    }
}
