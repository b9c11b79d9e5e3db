package cn.dangqun.domain.attendance;

/// What froze a roll; the first of these does (RULES, Freezing).
public enum FreezeCause {
    /// Staff opened the activity
    OPENED,
    /// Somebody on it tapped
    FIRST_TAP,
    /// The street, at the planned start, what nobody opened
    PLANNED_START
}
