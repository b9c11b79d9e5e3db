package cn.dangqun.kiosk.activity;

import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.scene.Node;

/// 今日活动
record ActivitiesPlace(ActivitiesViewModel model, Ways ways) implements Place {
    @Override
    public String id() {
        return "activities";
    }

    @Override
    public Node screen(Look look) {
        return new ActivitiesScreen(model, look, () -> ways.go(Ways.CALENDAR), ways::home);
    }

    @Override
    public Optional<Tile> tile() {
        return Optional.of(new Tile(Tile.Where.HOME, Glyph.CALENDAR, "activity.tile"));
    }

    @Override
    public void enter(Optional<StaffMember> by) {
        model.refresh();
    }
}
