package cn.dangqun.server.life;

import cn.dangqun.domain.duty.DutyStatus;

/// How a duty of a period stands as the board shows it.
enum LifeStatus {
    NOT_APPLICABLE,
    MET,
    PENDING,
    DUE_SOON,
    LATE,
    OVERDUE,
    /// It would be missing, and kiosks have not told yet all that happened (F-64)
    UNKNOWN,
    /// It would be missing, and began before the community's first kiosk came: no kiosk will ever tell
    BEFORE,
    MISSING;

    static LifeStatus of(DutyStatus status) {
        return switch (status) {
            case NOT_APPLICABLE -> NOT_APPLICABLE;
            case MET -> MET;
            case PENDING -> PENDING;
            case DUE_SOON -> DUE_SOON;
            case LATE -> LATE;
            case OVERDUE -> OVERDUE;
            case MISSING -> MISSING;
        };
    }

    /// In no rate: nobody can say.
    boolean isOpen() {
        return this == UNKNOWN || this == BEFORE;
    }

    /// Somebody should look at it.
    boolean isGap() {
        return this == OVERDUE || this == MISSING;
    }
}
