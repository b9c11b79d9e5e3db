package cn.dangqun.kiosk.place;

import cn.dangqun.domain.staff.StaffAct;
import cn.dangqun.domain.staff.StaffRole;

/// One of the duty staff. `duty` is shown on the home screen, empty when the person is not on duty.
public record StaffMember(String id, String name, String duty, StaffRole role) {
    public boolean may(StaffAct act) {
        return role.may(act);
    }
}
