package cn.dangqun.kiosk.help;

import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.staff.DutyViewModel;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.scene.Node;

/// 求助
record HelpPlace(DutyViewModel model, Ways ways) implements Place {
    @Override
    public String id() {
        return Ways.HELP;
    }

    @Override
    public Node screen(Look look) {
        return new HelpScreen(model, look, ways::home);
    }

    @Override
    public Optional<Tile> tile() {
        return Optional.of(new Tile(Tile.Where.HOME, Glyph.BELL, "help.tile"));
    }

    @Override
    public void enter(Optional<StaffMember> by) {
        model.refresh();
    }
}
