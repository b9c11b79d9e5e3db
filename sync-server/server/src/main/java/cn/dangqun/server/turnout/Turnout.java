package cn.dangqun.server.turnout;

import cn.dangqun.domain.attendance.AttendanceState;

/// Sums over activities: 应到 = 实到 + 请假 + 未签名 + 缺席. `awaited` are activities of which kiosks have not told all yet;
/// nobody of theirs is in any figure, since no data is not absence (F-64).
record Turnout(
        int activities, int awaited, int due, int present, int late, int leave, int unsigned, int absent, int exempt) {
    static final Turnout NOTHING = new Turnout(0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Turnout ofPeople(AttendanceState state, int people) {
        return new Turnout(
                0,
                0,
                state.isDue() ? people : 0,
                state.isPresent() ? people : 0,
                state == AttendanceState.LATE ? people : 0,
                state == AttendanceState.LEAVE ? people : 0,
                state == AttendanceState.CHECKED_IN_UNSIGNED ? people : 0,
                state == AttendanceState.ABSENT ? people : 0,
                state == AttendanceState.NOT_COUNTED ? people : 0);
    }

    /// One activity with these people, or one of which too little is known to say.
    Turnout asOne(boolean complete) {
        return complete
                ? new Turnout(1, 0, due, present, late, leave, unsigned, absent, exempt)
                : new Turnout(1, 1, 0, 0, 0, 0, 0, 0, 0);
    }

    Turnout plus(Turnout other) {
        return new Turnout(
                activities + other.activities,
                awaited + other.awaited,
                due + other.due,
                present + other.present,
                late + other.late,
                leave + other.leave,
                unsigned + other.unsigned,
                absent + other.absent,
                exempt + other.exempt);
    }

    /// 实到 of 应到, one decimal, half up; a dash where nobody is due.
    String rate() {
        if (due == 0) {
            return "—";
        }
        long tenths = (2000L * present + due) / (2L * due);
        return tenths / 10 + "." + tenths % 10 + "%";
    }
}
