package cn.dangqun.domain.session;

import cn.dangqun.domain.attendance.AttendanceLine;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.attendance.RollEntry;
import cn.dangqun.domain.member.MemberId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// People of a made-up roll, all with a vote.
final class Lines {
    private Lines() {}

    static MemberId member(String id) {
        return new MemberId(id);
    }

    static List<AttendanceLine> present(String... ids) {
        return lines(AttendanceState.PRESENT, ids);
    }

    static List<AttendanceLine> absent(String... ids) {
        return lines(AttendanceState.ABSENT, ids);
    }

    private static List<AttendanceLine> lines(AttendanceState state, String... ids) {
        return Stream.of(ids)
                .map(id ->
                        new AttendanceLine(new RollEntry(member(id), true, Optional.empty()), state, Optional.empty()))
                .toList();
    }
}
