package cn.dangqun.domain.attendance;

/// Why a scanned code was refused; each has its own text on the screen.
public enum CodeFault {
    /// Not one of this product's codes at all, or damaged
    UNREADABLE,
    /// Right form, wrong signature
    FORGED,
    /// Signed with a key this kiosk does not know (another street, or not synced yet)
    UNKNOWN_KEY,
    EXPIRED,
    /// Withdrawn by the street
    REVOKED
}
