package cn.dangqun.domain.fee;

/// How one member's month stands.
public enum FeeState {
    /// Belongs to no branch at the month's end, or came later
    NOT_A_MEMBER,
    /// The branch has fixed nothing for the month, so nothing is known to be owed
    NOT_FIXED,
    EXEMPT,
    PAID,
    /// Not to be paid before the month, or the quarter, is over
    OPEN,
    /// Over and not paid
    ARREARS
}
