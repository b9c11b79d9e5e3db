package cn.dangqun.kiosk.roll;

import cn.dangqun.kiosk.place.StaffMember;
import java.util.ArrayList;
import java.util.List;

/// What staff may do, by the hour, by how the person stands, and by who they are (OQ-18, OQ-29, OQ-31, OQ-40).
final class RollRules {
    private RollRules() {}

    /// In the order of the buttons.
    static List<Deed> deeds(RollSheet sheet, RollLine line, StaffMember by) {
        return fitting(sheet, line).stream().filter(deed -> by.may(deed.act())).toList();
    }

    private static List<Deed> fitting(RollSheet sheet, RollLine line) {
        var deeds = new ArrayList<Deed>();
        switch (line.state()) {
            case PRESENT, LATE, CHECKED_IN_UNSIGNED, MAKEUP_SIGNED -> deeds.add(Deed.CORRECT);
            case LEAVE -> {
                addComing(sheet, deeds);
                deeds.add(Deed.CORRECT);
            }
            case ABSENT, NOT_COUNTED -> {
                addComing(sheet, deeds);
                deeds.add(sheet.hasBegun() ? Deed.LATE_LEAVE : Deed.LEAVE);
                if (sheet.hasBegun()) {
                    deeds.add(Deed.EXPLAIN);
                }
                if (line.awaiting()) {
                    deeds.add(Deed.APPROVE);
                    deeds.add(Deed.CORRECT);
                }
            }
        }
        return deeds;
    }

    private static void addComing(RollSheet sheet, List<Deed> deeds) {
        if (sheet.isOpen()) {
            deeds.add(Deed.REGISTER);
        } else if (sheet.hasOpened()) {
            deeds.add(Deed.AFTERWARDS);
        }
    }
}
