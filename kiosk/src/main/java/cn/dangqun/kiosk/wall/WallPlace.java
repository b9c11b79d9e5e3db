package cn.dangqun.kiosk.wall;

import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.scene.Node;

/// 上墙内容
record WallPlace(WallViewModel model, Ways ways) implements Place {
    @Override
    public String id() {
        return "wall";
    }

    @Override
    public Node screen(Look look) {
        return new WallScreen(model, look, ways::home);
    }

    @Override
    public Optional<Tile> tile() {
        return Optional.of(new Tile(Tile.Where.HOME, Glyph.WALL, "wall.tile"));
    }

    @Override
    public void enter(Optional<StaffMember> by) {
        model.open();
    }
}
