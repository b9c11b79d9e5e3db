package cn.dangqun.domain.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StaffRoleTest {
    private static EnumSet<StaffAct> acts(StaffRole role) {
        var acts = EnumSet.noneOf(StaffAct.class);
        Stream.of(StaffAct.values()).filter(role::may).forEach(acts::add);
        return acts;
    }

    @Test
    void aScanOnlyRoleDoesTheDoorAndNothingElse() {
        assertEquals(EnumSet.of(StaffAct.OPEN_PLANNED, StaffAct.REGISTER), acts(StaffRole.SCAN_ONLY));
    }

    @Test
    void onlyTheSecretaryApprovesWhatIsEnteredAfterwards() {
        for (var role : StaffRole.values()) {
            boolean secretary = role == StaffRole.BRANCH_SECRETARY;
            assertEquals(secretary, role.may(StaffAct.APPROVE_AFTERWARDS), role.name());
            assertEquals(secretary, role.may(StaffAct.GRANT_LATE_LEAVE), role.name());
        }
    }

    @Test
    void dutyStaffCareForTheKioskAndCallNumbers() {
        assertTrue(StaffRole.DUTY_STAFF.may(StaffAct.CALL_NUMBERS));
        assertTrue(StaffRole.DUTY_STAFF.may(StaffAct.CARE_FOR_KIOSK));
        assertFalse(StaffRole.GROUP_LEADER.may(StaffAct.CALL_NUMBERS));
        assertFalse(StaffRole.SCAN_ONLY.may(StaffAct.CARE_FOR_KIOSK));
    }
}
