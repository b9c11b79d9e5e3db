package cn.dangqun.domain.period;

/// How often a duty recurs (RULES §3).
public enum PeriodKind {
    MONTH(1),
    QUARTER(3),
    HALF_YEAR(6),
    YEAR(12);

    private final int months;

    PeriodKind(int months) {
        this.months = months;
    }

    int months() {
        return months;
    }

    /// How many periods of this kind a calendar year holds.
    public int perYear() {
        return 12 / months;
    }
}
