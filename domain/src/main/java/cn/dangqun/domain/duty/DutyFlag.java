package cn.dangqun.domain.duty;

/// Remarks beside a status; none of them changes it.
public enum DutyFlag {
    /// An approved reschedule moved the day
    RESCHEDULED,
    /// Held, but not on the fixed day
    OFF_DAY,
    /// More often than the profile provides for
    ABOVE_MAX,
    /// A roll-up row: the worst of its groups or persons
    WORST_OF_GROUPS
}
