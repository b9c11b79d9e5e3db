package cn.dangqun.domain.duty;

/// State of a duty in one period, from harmless to worst: the order decides a roll-up (RULES §3).
public enum DutyStatus {
    NOT_APPLICABLE,
    MET,
    PENDING,
    /// Inside the reminder window before the due date
    DUE_SOON,
    /// Fulfilled after the due date
    LATE,
    /// The due date is over, the period is not
    OVERDUE,
    /// The period is over
    MISSING;

    public boolean isFulfilled() {
        return this == MET || this == LATE;
    }
}
