package cn.dangqun.domain.attendance;

import cn.dangqun.domain.quorum.MeetingCount;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/// The numbers of one activity. 应到 = 实到 + 缺席, 总数 = 应到 + 不计应到; 迟到 and 补录 are among 实到, 请假 and
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

    /// Of an activity that asks nobody.
    public static final AttendanceFigures NOBODY = sum(List.of());

    /// So many people of a roll who stand alike; `explained`: a reason was given.
    public record Share(AttendanceState state, boolean voting, boolean explained, int people) {}

    /// The figures of people counted already, each once.
    public static AttendanceFigures sum(Collection<Share> shares) {
        int total = count(shares, share -> true);
        int due = count(shares, share -> share.state().isDue());
        int present = count(shares, share -> share.state().isPresent());
        return new AttendanceFigures(
                total,
                total - due,
                due,
                present,
                count(shares, share -> share.state() == AttendanceState.LATE),
                count(shares, share -> share.state() == AttendanceState.MAKEUP_SIGNED),
                due - present,
                count(shares, share -> share.state() == AttendanceState.LEAVE),
                count(shares, share -> share.state() == AttendanceState.CHECKED_IN_UNSIGNED),
                count(shares, share -> share.state() == AttendanceState.ABSENT && !share.explained()),
                count(shares, share -> share.voting() && share.state().isDue()),
                count(shares, share -> share.voting() && share.state().isPresent()));
    }

    public static AttendanceFigures of(Collection<AttendanceLine> lines) {
        return sum(lines.stream()
                .map(line -> new Share(
                        line.state(), line.entry().voting(), line.reason().isPresent(), 1))
                .toList());
    }

    private static int count(Collection<Share> shares, Predicate<Share> which) {
        return shares.stream().filter(which).mapToInt(Share::people).sum();
    }

    /// What a ballot is counted against.
    public MeetingCount meetingCount() {
        return new MeetingCount(total, due, present, votingDue, votingPresent);
    }

    public Tally tally() {
        return new Tally(due, present);
    }
}
