package cn.dangqun.kiosk.roll;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.AttendanceFigures;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The roll of one activity as this kiosk knows it at `now`. `frozen`: 应到 can no longer change by the roster;
/// `rolls` are those of the organisations that hold it together and are known here; `approvers` are those by whose word
/// leave is granted, by name; `heads` are people counted without names.
public record RollSheet(
        Activity activity,
        String organization,
        Instant now,
        boolean frozen,
        List<RollLine> lines,
        AttendanceFigures figures,
        List<Part> rolls,
        Map<GuestKind, Integer> heads,
        List<String> approvers) {
    public RollSheet {
        lines = List.copyOf(lines);
        rolls = List.copyOf(rolls);
        heads = Map.copyOf(heads);
        approvers = List.copyOf(approvers);
    }

    /// The roll of one of the organisations that hold it together, with its own figures.
    public record Part(OrganizationId organization, String name, AttendanceFigures figures) {}

    boolean isJoint() {
        return rolls.size() > 1;
    }

    /// Of that part, or of all.
    AttendanceFigures figures(Optional<OrganizationId> roll) {
        return part(roll).map(Part::figures).orElse(figures);
    }

    Optional<Part> part(Optional<OrganizationId> roll) {
        return rolls.stream()
                .filter(each -> Optional.of(each.organization).equals(roll))
                .findFirst();
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
