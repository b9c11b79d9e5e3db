package cn.dangqun.domain.staff;

/// Roles at the kiosk (RULES §2, OQ-31, F-116). A group leader's reach ends at the meetings of the own group.
public enum StaffRole {
    /// 扫码员: the door and nothing else
    SCAN_ONLY,
    /// 值守人员: everything but what is the secretary's to approve
    DUTY_STAFF,
    /// 党小组长
    GROUP_LEADER,
    /// 支部书记: what duty staff may not do themselves too; windows, cards and devices are not theirs
    BRANCH_SECRETARY;

    public boolean may(StaffAct act) {
        return switch (act) {
            case OPEN_PLANNED, REGISTER -> true;
            case OPEN_AD_HOC, GRANT_LEAVE, RUN_MEETING, CLOSE, SEE_REASONS -> this != SCAN_ONLY;
            case ADD_AFTERWARDS, CORRECT, PRINT -> this == DUTY_STAFF || this == BRANCH_SECRETARY;
            case GRANT_LATE_LEAVE, APPROVE_AFTERWARDS -> this == BRANCH_SECRETARY;
            case BIND_CARDS, CALL_NUMBERS, CARE_FOR_KIOSK -> this == DUTY_STAFF;
        };
    }
}
