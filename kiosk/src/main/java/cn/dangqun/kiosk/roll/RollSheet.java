package cn.dangqun.kiosk.roll;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.AttendanceFigures;
import cn.dangqun.domain.attendance.GuestKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The roll of one activity as this kiosk knows it at `now`. `frozen`: 应到 can no longer change by the roster;
/// `approvers` are those by whose word leave is granted, by name; `heads` are people counted without names.
public record RollSheet(
        Activity activity,
        String organization,
        Instant now,
        boolean frozen,
        List<RollLine> lines,
        AttendanceFigures figures,
        Map<GuestKind, Integer> heads,
        List<String> approvers) {
    public RollSheet {
        lines = List.copyOf(lines);
        heads = Map.copyOf(heads);
        approvers = List.copyOf(approvers);
    }

    /// Nobody can be recorded before check-in opens.
    boolean hasOpened() {
        return !now.isBefore(activity.window().opens());
    }

    boolean isOpen() {
        return activity.window().isOpenAt(now);
    }

    boolean hasBegun() {
        return !now.isBefore(activity.starts());
    }
}
