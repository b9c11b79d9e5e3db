package cn.dangqun.kiosk.calendar;

import cn.dangqun.domain.staff.StaffAct;
import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Tile;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import java.util.Optional;
import javafx.scene.Node;

/// 活动日历, behind 今日活动; for staff behind a tile of their corner.
record CalendarPlace(CalendarViewModel model, boolean isForStaff, Ways ways) implements Place {
    static final String STAFF = "staff-calendar";

    @Override
    public String id() {
        return isForStaff ? STAFF : Ways.CALENDAR;
    }

    @Override
    public Node screen(Look look) {
        return isForStaff
                ? new CalendarScreen(model, look, true, ways::corner)
                : new CalendarScreen(model, look, false, ways::home);
    }

    @Override
    public Optional<Tile> tile() {
        return isForStaff ? Optional.of(new Tile(Tile.Where.STAFF, Glyph.CALENDAR, "calendar.tile")) : Optional.empty();
    }

    /// Whoever taps people in needs none (OQ-31).
    @Override
    public Optional<StaffAct> act() {
        return isForStaff ? Optional.of(StaffAct.RUN_MEETING) : Optional.empty();
    }

    @Override
    public void enter(Optional<StaffMember> by) {
        model.open();
    }
}
