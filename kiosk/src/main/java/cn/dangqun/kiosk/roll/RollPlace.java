package cn.dangqun.kiosk.roll;

import cn.dangqun.domain.staff.StaffAct;
import cn.dangqun.kiosk.guest.GuestTray;
import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.print.PaperTray;
import cn.dangqun.kiosk.scan.ScanTray;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.scene.Node;

/// 签到名单. A card that is presented meanwhile checks its holder in as everywhere.
record RollPlace(RollViewModel model, RollDesk desk, Trays trays, Ways ways) implements Place {
    /// Where it leaves what other places go on with.
    record Trays(PaperTray papers, ScanTray scans, GuestTray guests) {}

    private static final String ID = "roll";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Node screen(Look look) {
        var papers = new RollPapers(desk, look);
        return new RollScreen(
                model,
                look,
                new RollScreen.Leads(
                        ways::corner,
                        sheet -> {
                            trays.papers().put(papers.offer(sheet, ID));
                            ways.go(PaperTray.PLACE);
                        },
                        sheet -> {
                            trays.scans().put(new ScanTray.Order(sheet.activity(), ID));
                            ways.go(ScanTray.PLACE);
                        },
                        sheet -> {
                            trays.guests()
                                    .put(new GuestTray.Order(sheet.activity().id(), ID));
                            ways.go(GuestTray.PLACE);
                        }));
    }

    @Override
    public Optional<Tile> tile() {
        return Optional.of(new Tile(Tile.Where.STAFF, Glyph.PEOPLE, "roll.open"));
    }

    @Override
    public boolean isForStaff() {
        return true;
    }

    @Override
    public Optional<StaffAct> act() {
        return Optional.of(StaffAct.REGISTER);
    }

    @Override
    public boolean resumes() {
        return true;
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
