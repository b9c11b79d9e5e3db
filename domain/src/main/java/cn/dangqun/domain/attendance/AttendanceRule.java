package cn.dangqun.domain.attendance;

import cn.dangqun.domain.attendance.AttendanceMark.AbsenceExplained;
import cn.dangqun.domain.attendance.AttendanceMark.CheckedIn;
import cn.dangqun.domain.attendance.AttendanceMark.LeaveApproved;
import cn.dangqun.domain.attendance.AttendanceMark.MakeUpSigned;
import cn.dangqun.domain.attendance.AttendanceMark.Signed;
import cn.dangqun.domain.attendance.AttendanceSheet.View;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// How one member of a roll stands, from what was recorded about them by any kiosk in any order: the earliest check-in
/// decides, a signature on either counts (reconciliation rule 2). Whether a signature is asked is what the person was
/// told at the time: who once saw 签到成功 stays 实到. So does who need not come and came: in 应到 and 实到 alike, as
/// whoever is added to a roll.
public final class AttendanceRule {
    private AttendanceRule() {}

    public static AttendanceState state(RollEntry entry, Collection<AttendanceMark> own, View view) {
        var state = state(own, view);
        return entry.exemption().isPresent() && !state.isPresent() ? AttendanceState.NOT_COUNTED : state;
    }

    private static AttendanceState state(Collection<AttendanceMark> own, View view) {
        var checkIn = only(own, CheckedIn.class).min(Comparator.comparing(CheckedIn::at));
        boolean signed = only(own, Signed.class).findAny().isPresent();
        if (signed || only(own, CheckedIn.class).anyMatch(each -> !each.toSign())) {
            return checkIn.filter(CheckedIn::late).isPresent() ? AttendanceState.LATE : AttendanceState.PRESENT;
        }
        var madeUp = only(own, MakeUpSigned.class)
                .filter(each -> view == View.FOR_RECORD && each.approved())
                .toList();
        if (madeUp.stream().anyMatch(each -> !each.toSign())) {
            return AttendanceState.MAKEUP_SIGNED;
        }
        // where a signature is asked only the person's own makes 实到 (OQ-40)
        if (!madeUp.isEmpty() || checkIn.isPresent()) {
            return AttendanceState.CHECKED_IN_UNSIGNED;
        }
        return only(own, LeaveApproved.class).findAny().isPresent() ? AttendanceState.LEAVE : AttendanceState.ABSENT;
    }

    /// That of the leave or the absence, where the state asks for one.
    public static Optional<String> reason(Collection<AttendanceMark> own, AttendanceState state) {
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

    static <M extends AttendanceMark> Stream<M> only(Collection<AttendanceMark> own, Class<M> kind) {
        return own.stream().filter(kind::isInstance).map(kind::cast);
    }
}
