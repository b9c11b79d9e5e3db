package cn.dangqun.kiosk.privacy;

import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.scene.Node;

/// 隐私说明
record PrivacyPlace(Ways ways) implements Place {
    @Override
    public String id() {
        return "privacy";
    }

    @Override
    public Node screen(Look look) {
        return new PrivacyScreen(look, ways::help, ways::home);
    }

    @Override
    public Optional<Tile> tile() {
        return Optional.of(new Tile(Tile.Where.FOOT, Glyph.SHIELD, "privacy.tile"));
    }
}
