package cn.dangqun.domain.staff;

/// What somebody does at a kiosk that is not everybody's to do (OQ-29, OQ-31).
public enum StaffAct {
    /// Open what is planned today
    OPEN_PLANNED,
    /// Begin what nobody planned
    OPEN_AD_HOC,
    /// 值守登记, by name from the roll, and undo within ten seconds
    REGISTER,
    /// 请假 before the start, on the approver's word
    GRANT_LEAVE,
    /// 会后补假, within three days
    GRANT_LATE_LEAVE,
    /// 补录, and lists on paper
    ADD_AFTERWARDS,
    /// Approve a 补录
    APPROVE_AFTERWARDS,
    /// Void a check-in later than ten seconds
    CORRECT,
    /// Bind and retire cards
    BIND_CARDS,
    /// Figures, ballots, steps, minutes
    RUN_MEETING,
    CLOSE,
    PRINT,
    /// Why somebody is missing
    SEE_REASONS,
    /// Numbers at the windows
    CALL_NUMBERS,
    /// Devices, enrolment, the clock
    CARE_FOR_KIOSK
}
