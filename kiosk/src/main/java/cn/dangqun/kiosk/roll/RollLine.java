package cn.dangqun.kiosk.roll;

import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.fact.AttendanceFact.Registration;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;

/// One person of a roll, with the full name: for staff only (OQ-37). `roll` is whose roll they are on. `at` and `how`
/// are of whom this kiosk received;
/// `leave` and `reason` stand where they were given here; `awaiting`: a 补录 waits for the secretary.
public record RollLine(
        MemberId member,
        OrganizationId roll,
        String name,
        String organization,
        AttendanceState state,
        Optional<Instant> at,
        Optional<Registration> how,
        Optional<LeaveKind> leave,
        Optional<String> reason,
        boolean awaiting) {
    @Override
    public String toString() {
        return "RollLine[" + member + ", " + state + "]";
    }
}
