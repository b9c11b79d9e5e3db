package cn.dangqun.domain.attendance;

import cn.dangqun.domain.attendance.AttendanceMark.CheckedIn;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who came, who asked leave and who was missing, from a frozen roll and the marks of any kiosk in any order. Marks of
/// people outside the roll, provisional entries among them, change nothing.
public final class AttendanceSheet {
    public enum View {
        /// For an announcement or a ballot: make-up signatures do not count
        FOR_QUORUM,
        /// For the books: approved make-up signatures count
        FOR_RECORD
    }

    private final RollSnapshot roll;
    private final Map<MemberId, List<AttendanceMark>> marks = new HashMap<>();

    public AttendanceSheet(RollSnapshot roll, Collection<AttendanceMark> marks) {
        this.roll = roll;
        var onRoll = roll.members();
        for (var mark : marks) {
            if (onRoll.contains(mark.member())) {
                this.marks
                        .computeIfAbsent(mark.member(), ignored -> new ArrayList<>())
                        .add(mark);
            }
        }
    }

    /// Whose roll it is.
    public OrganizationId organization() {
        return roll.organization();
    }

    /// One line per member, in the order of the roll.
    public List<AttendanceLine> lines(View view) {
        return roll.entries().stream().map(entry -> line(entry, view)).toList();
    }

    public AttendanceFigures figures(View view) {
        return AttendanceFigures.of(lines(view));
    }

    private AttendanceLine line(RollEntry entry, View view) {
        var own = marks.getOrDefault(entry.member(), List.of());
        var state = AttendanceRule.state(entry, own, view);
        return new AttendanceLine(entry, state, AttendanceRule.reason(own, state));
    }

    /// The moment of the earliest check-in, for the list (OQ-20).
    public Optional<Instant> checkedInAt(MemberId member) {
        return AttendanceRule.only(marks.getOrDefault(member, List.of()), CheckedIn.class)
                .map(CheckedIn::at)
                .min(Comparator.naturalOrder());
    }
}
