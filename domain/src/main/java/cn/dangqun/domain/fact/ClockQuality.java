package cn.dangqun.domain.fact;

/// How far the time is to be believed by which a kiosk decided (OQ-21, F-74). In order: of two check-ins of one
/// person the better known time counts, however early the other says it was (reconciliation 2).
public enum ClockQuality {
    /// The street's clock, carried on by the monotonic one since it was last heard in this boot
    STREET,
    /// The machine's clock, kept by a time service
    NETWORK,
    /// What staff confirmed in this boot, carried on likewise
    CONFIRMED,
    /// The machine's clock, which nobody compared and nothing contradicts
    UNCHECKED,
    /// The machine's clock cannot be: the earliest time that can stands in its place (时间待核对)
    DOUBTFUL;

    /// Whether somebody who knows the time stands behind it.
    public boolean isGood() {
        return this == STREET || this == NETWORK || this == CONFIRMED;
    }
}
