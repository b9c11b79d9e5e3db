package cn.dangqun.kiosk.meeting;

import cn.dangqun.domain.staff.StaffAct;
import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.print.PaperTray;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.scene.Node;

/// 主持会议. A card that is presented meanwhile checks its holder in as everywhere.
record MeetingPlace(MeetingViewModel model, HallModel hall, MeetingDesk desk, PaperTray tray, Ways ways)
        implements Place {
    private static final String ID = "meeting";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Node screen(Look look) {
        var papers = new MeetingPapers(desk, look);
        return new MeetingScreen(model, hall, look, ways::corner, view -> {
            tray.put(papers.offer(view, ID));
            ways.go(PaperTray.PLACE);
        });
    }

    @Override
    public Optional<Tile> tile() {
        return Optional.of(new Tile(Tile.Where.STAFF, Glyph.LECTERN, "meeting.open"));
    }

    @Override
    public boolean isForStaff() {
        return true;
    }

    @Override
    public Optional<StaffAct> act() {
        return Optional.of(StaffAct.RUN_MEETING);
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
