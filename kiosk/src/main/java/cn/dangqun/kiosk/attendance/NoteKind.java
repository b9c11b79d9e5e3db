package cn.dangqun.kiosk.attendance;

/// What stands of a member beside check-ins.
public enum NoteKind {
    SIGNED,
    LEAVE,
    ABSENCE,
    /// A 补录 that the secretary has not approved
    AWAITING
}
