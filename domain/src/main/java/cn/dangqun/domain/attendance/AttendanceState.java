package cn.dangqun.domain.attendance;

/// How a member of the roll stands towards one activity (RULES §2, Attendance states). Computed, never stored (F-24).
public enum AttendanceState {
    /// 实到
    PRESENT,
    /// 迟到, counted as present
    LATE,
    /// 已签到未签名: absent where a signature is demanded
    CHECKED_IN_UNSIGNED,
    /// 请假: stays in 应到
    LEAVE,
    /// 缺席
    ABSENT,
    /// 补录, counted as present, never in a frozen quorum snapshot
    MAKEUP_SIGNED,
    /// 不计应到
    NOT_COUNTED;

    public boolean isDue() {
        return this != NOT_COUNTED;
    }

    public boolean isPresent() {
        return this == PRESENT || this == LATE || this == MAKEUP_SIGNED;
    }
}
