package cn.dangqun.domain.attendance;

import cn.dangqun.domain.attendance.AttendanceMark.AbsenceExplained;
import cn.dangqun.domain.attendance.AttendanceMark.CheckedIn;
import cn.dangqun.domain.attendance.AttendanceMark.LeaveApproved;
import cn.dangqun.domain.attendance.AttendanceMark.MakeUpSigned;
import cn.dangqun.domain.attendance.AttendanceMark.Signed;
import cn.dangqun.domain.member.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Who came, who asked leave and who was missing, from a frozen roll and the marks of any kiosk in any order: the
/// earliest check-in decides, a signature on either counts (reconciliation rule 2). Marks of people outside the roll,
/// provisional entries among them, change nothing.
public final class AttendanceSheet {
    public enum View {
        /// For an announcement or a ballot: make-up signatures do not count
        FOR_QUORUM,
        /// For the books: approved make-up signatures count
        FOR_RECORD
    }

    private final RollSnapshot roll;
    private final boolean signatureDemanded;
    private final Map<MemberId, List<AttendanceMark>> marks = new HashMap<>();

    public AttendanceSheet(RollSnapshot roll, boolean signatureDemanded, Collection<AttendanceMark> marks) {
        this.roll = roll;
        this.signatureDemanded = signatureDemanded;
        var onRoll = roll.byMember().keySet();
        for (var mark : marks) {
            if (onRoll.contains(mark.member())) {
                this.marks
                        .computeIfAbsent(mark.member(), ignored -> new ArrayList<>())
                        .add(mark);
            }
        }
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
        var state = entry.exemption().isPresent() ? AttendanceState.NOT_COUNTED : stateFrom(own, view);
        return new AttendanceLine(entry, state, reasonFrom(own, state));
    }

    private AttendanceState stateFrom(List<AttendanceMark> own, View view) {
        var checkIn = only(own, CheckedIn.class).min(Comparator.comparing(CheckedIn::at));
        boolean signed = only(own, Signed.class).findAny().isPresent();
        if (signed || (checkIn.isPresent() && !signatureDemanded)) {
            return checkIn.filter(CheckedIn::late).isPresent() ? AttendanceState.LATE : AttendanceState.PRESENT;
        }
        if (view == View.FOR_RECORD && only(own, MakeUpSigned.class).anyMatch(MakeUpSigned::approved)) {
            return AttendanceState.MAKEUP_SIGNED;
        }
        if (checkIn.isPresent()) {
            return AttendanceState.CHECKED_IN_UNSIGNED;
        }
        return only(own, LeaveApproved.class).findAny().isPresent() ? AttendanceState.LEAVE : AttendanceState.ABSENT;
    }

    private static Optional<String> reasonFrom(List<AttendanceMark> own, AttendanceState state) {
        return switch (state) {
            case LEAVE ->
                only(own, LeaveApproved.class)
                        .map(LeaveApproved::reason)
                        .sorted()
                        .findFirst();
            case ABSENT ->
                only(own, AbsenceExplained.class)
                        .map(AbsenceExplained::reason)
                        .sorted()
                        .findFirst();
            case PRESENT, LATE, CHECKED_IN_UNSIGNED, MAKEUP_SIGNED, NOT_COUNTED -> Optional.empty();
        };
    }

    private static <M extends AttendanceMark> Stream<M> only(List<AttendanceMark> own, Class<M> kind) {
        return own.stream().filter(kind::isInstance).map(kind::cast);
    }

    /// The moment of the earliest check-in, for the list (OQ-20).
    public Optional<Instant> checkedInAt(MemberId member) {
        return only(marks.getOrDefault(member, List.of()), CheckedIn.class)
                .map(CheckedIn::at)
                .min(Comparator.naturalOrder());
    }
}
