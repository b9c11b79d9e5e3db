package cn.dangqun.domain.attendance;

/// By what a person was recognised (RULES §2, Attendance.method).
public enum CheckInMethod {
    ID_CARD,
    CARD,
    QR,
    STAFF,
    PAPER
}
