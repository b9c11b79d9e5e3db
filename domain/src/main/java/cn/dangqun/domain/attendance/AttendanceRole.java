package cn.dangqun.domain.attendance;

/// In what role a person attends. Only MEMBER counts in 应到 and 实到.
public enum AttendanceRole {
    MEMBER,
    /// 列席
    OBSERVER,
    /// 上级代表
    SUPERIOR_REP,
    /// 联管党员
    LINKED,
    /// 参加: where nobody is due
    PARTICIPANT
}
