package cn.dangqun.kiosk.card;

import cn.dangqun.devices.api.DeviceFault;
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

/// 绑卡: a card that is presented here checks nobody in.
record CardsPlace(CardsViewModel model, Ways ways) implements Place {
    @Override
    public String id() {
        return "cards";
    }

    @Override
    public Node screen(Look look) {
        return new CardsScreen(model, look, ways::corner);
    }

    @Override
    public Optional<Tile> tile() {
        return Optional.of(new Tile(Tile.Where.STAFF, Glyph.MEMBER_CARD, "card.open"));
    }

    @Override
    public boolean isForStaff() {
        return true;
    }

    @Override
    public Optional<StaffAct> act() {
        return Optional.of(StaffAct.BIND_CARDS);
    }

    @Override
    public void enter(Optional<StaffMember> by) {
        model.open(by);
    }

    @Override
    public void leave() {
        model.shut();
    }

    @Override
    public Cards cards() {
        return Cards.HERE;
    }

    @Override
    public void presented(Credential credential) {
        ways.touched();
        model.presented(credential);
    }

    @Override
    public void misread(DeviceFault.Kind fault) {
        ways.touched();
        model.misread();
    }
}
