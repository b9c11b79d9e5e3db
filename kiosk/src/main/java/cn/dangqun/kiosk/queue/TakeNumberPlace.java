package cn.dangqun.kiosk.queue;

import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.scene.Node;

/// 取号办事
record TakeNumberPlace(TakeNumberViewModel model, Ways ways) implements Place {
    static final String ID = Ways.NUMBERS;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Node screen(Look look) {
        return new TakeNumberScreen(
                model,
                look,
                new TakeNumberScreen.Doors(
                        () -> ways.go(Ways.APPOINTMENTS),
                        () -> ways.go(Ways.GUIDE),
                        () -> ways.go(Ways.REQUESTS),
                        ways::home));
    }

    @Override
    public Optional<Tile> tile() {
        return Optional.of(new Tile(Tile.Where.HOME, Glyph.TICKET, "queue.tile"));
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
