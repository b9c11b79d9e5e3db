package cn.dangqun.domain.duty;

/// Why a duty does not apply in a period.
public enum Inapplicability {
    /// The organisation is not of the kind the duty is for (`appliesIf`)
    OTHER_KIND,
    /// It started after the first day of the period
    STARTED_LATER,
    /// It ended before the last day of the period, or before the day on which a report on it was due
    ENDED_EARLIER,
    /// There is no group or person the duty concerns (OQ-14)
    NOBODY_CONCERNED
}
