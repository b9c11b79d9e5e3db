package cn.dangqun.domain.attendance;

/// Walk-ins who are not on any roll known to the kiosk; matched later by the street (F-10, reconciliation rule 3).
public enum GuestKind {
    /// 双报到在职党员
    REPORTED_IN,
    /// 流动党员
    FLOATING,
    /// 列席人员
    OBSERVER,
    /// 群众
    RESIDENT
}
