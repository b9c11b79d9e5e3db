package cn.dangqun.domain.study;

/// Whether somebody who joins during the year owes less (OQ-16).
public enum Proration {
    NONE,
    /// Required times the months from the joining month, divided by twelve, rounded up
    MONTHLY_CEIL
}
