package cn.dangqun.kiosk.roll;

import cn.dangqun.domain.staff.StaffAct;

/// What may be done about one person, each a button.
enum Deed {
    REGISTER(StaffAct.REGISTER),
    AFTERWARDS(StaffAct.ADD_AFTERWARDS),
    APPROVE(StaffAct.APPROVE_AFTERWARDS),
    LEAVE(StaffAct.GRANT_LEAVE),
    LATE_LEAVE(StaffAct.GRANT_LATE_LEAVE),
    EXPLAIN(StaffAct.SEE_REASONS),
    CORRECT(StaffAct.CORRECT);

    private final StaffAct act;

    Deed(StaffAct act) {
        this.act = act;
    }

    /// What one must be allowed to do for it (OQ-31).
    StaffAct act() {
        return act;
    }
}
