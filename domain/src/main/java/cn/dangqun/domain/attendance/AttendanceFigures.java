package cn.dangqun.domain.attendance;

import cn.dangqun.domain.quorum.MeetingCount;
import java.util.Collection;
import java.util.function.Predicate;

/// The numbers of one activity. 应到 = 实到 + 缺席, 总数 = 应到 + 不计应到; 迟到 and 补签 are among 实到, 请假 and
/// 未签名 among 缺席; observers and superior's representatives are in neither.
public record AttendanceFigures(
        int total,
        int notCounted,
        int due,
        int present,
        int late,
        int madeUp,
        int absent,
        int leave,
        int unsigned,
        int withoutReason,
        int votingDue,
        int votingPresent) {

    static AttendanceFigures of(Collection<AttendanceLine> lines) {
        int due = count(lines, line -> line.state().isDue());
        int present = count(lines, line -> line.state().isPresent());
        return new AttendanceFigures(
                lines.size(),
                lines.size() - due,
                due,
                present,
                count(lines, line -> line.state() == AttendanceState.LATE),
                count(lines, line -> line.state() == AttendanceState.MAKEUP_SIGNED),
                due - present,
                count(lines, line -> line.state() == AttendanceState.LEAVE),
                count(lines, line -> line.state() == AttendanceState.CHECKED_IN_UNSIGNED),
                count(
                        lines,
                        line -> line.state() == AttendanceState.ABSENT
                                && line.reason().isEmpty()),
                count(lines, line -> line.entry().voting() && line.state().isDue()),
                count(lines, line -> line.entry().voting() && line.state().isPresent()));
    }

    private static int count(Collection<AttendanceLine> lines, Predicate<AttendanceLine> which) {
        return (int) lines.stream().filter(which).count();
    }

    /// What a ballot is counted against.
    public MeetingCount meetingCount() {
        return new MeetingCount(total, due, present, votingDue, votingPresent);
    }

    public Tally tally() {
        return new Tally(due, present);
    }
}
