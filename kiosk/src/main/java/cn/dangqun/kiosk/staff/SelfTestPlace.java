package cn.dangqun.kiosk.staff;

import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.staff.StaffAct;
import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.scene.Node;

/// 设备自检: staff try the devices with a card or a code, which checks nobody in here. A misread one leaves the question
/// open: staff place the card again or say no.
record SelfTestPlace(SelfTestViewModel model, Ways ways) implements Place {
    @Override
    public String id() {
        return "self-test";
    }

    @Override
    public Node screen(Look look) {
        return new SelfTestScreen(model, look, ways::corner);
    }

    @Override
    public Optional<Tile> tile() {
        return Optional.of(new Tile(Tile.Where.CARE, Glyph.DEVICE, "staff.selftest.open"));
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
        model.begin();
    }

    @Override
    public void leave() {
        model.leave();
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
        ways.touched();
    }
}
