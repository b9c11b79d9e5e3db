package cn.dangqun.kiosk.wall;

import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.Node;

/// 上墙内容
final class WallPlace implements Place {
    private final WallViewModel model;
    private final Ways ways;
    private boolean here;

    WallPlace(WallViewModel model, Ways ways) {
        this.model = model;
        this.ways = ways;
        // the time to read begins with the page
        model.state().addListener(_ -> {
            if (here) {
                ways.touched();
            }
        });
    }

    WallViewModel model() {
        return model;
    }

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
        here = true;
    }

    @Override
    public void resume(Optional<StaffMember> by) {
        here = true;
    }

    @Override
    public void leave() {
        here = false;
    }

    @Override
    public Duration quiet() {
        return model.reading();
    }
}
