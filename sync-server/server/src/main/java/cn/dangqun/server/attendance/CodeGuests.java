package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Whoever showed a genuine code where nobody knew them was recorded as 列席 (OQ-28), and so was whom a reviewer put on
/// the roll afterwards. Who stands on one of the activity's rolls counts as what they are: for their own branch, once.
/// Where a signature is asked it is still missing, except of whom a reviewer put there: they cannot sign any more.
record CodeGuests(Handle handle, ActivityId activity) {
    private static final String IS_PUT_THERE =
            " EXISTS (SELECT 1 FROM review_decision d WHERE d.street = 1 AND d.kind = 'ROSTER' AND d.answer = 'COUNTS'"
                    + " AND d.activity = attendance.activity AND d.member = attendance.member)";

    private static final String BESIDE =
            " WHERE street = 1 AND activity = ? AND role = ? AND roll IS NULL AND (method = ? OR" + IS_PUT_THERE + ")";

    /// Guests again, before the rolls are looked at anew.
    void forget() {
        handle.execute(
                "UPDATE attendance SET role = ?, roll = NULL, to_sign = 0, recognised = 0"
                        + " WHERE street = 1 AND activity = ? AND recognised = 1",
                AttendanceRole.OBSERVER.name(),
                activity.value());
    }

    /// `listed`: the roll on which each member stands.
    void recognise(Map<MemberId, OrganizationId> listed) {
        handle.createQuery("SELECT DISTINCT member FROM attendance" + BESIDE)
                .bind(0, activity.value())
                .bind(1, AttendanceRole.OBSERVER.name())
                .bind(2, CheckInMethod.QR.name())
                .mapTo(String.class)
                .map(MemberId::new)
                .list()
                .forEach(member -> Optional.ofNullable(listed.get(member)).ifPresent(roll -> recognise(member, roll)));
    }

    void recognise(MemberId member, OrganizationId roll) {
        handle.execute(
                "UPDATE attendance SET role = ?, roll = ?, to_sign = CASE WHEN" + IS_PUT_THERE
                        + " THEN 0 ELSE ? END, recognised = 1" + BESIDE + " AND member = ?",
                AttendanceRole.MEMBER.name(),
                roll.value(),
                asksSignature() ? 1 : 0,
                activity.value(),
                AttendanceRole.OBSERVER.name(),
                CheckInMethod.QR.name(),
                member.value());
    }

    private boolean asksSignature() {
        return handle.createQuery(
                        "SELECT i.record FROM activity a" + ActivityReader.ITEM + "WHERE a.street = 1 AND a.id = ?")
                .bind(0, activity.value())
                .map((row, ignored) -> ActivityReader.activity(row))
                .findOne()
                .filter(Activity::asksSignature)
                .isPresent();
    }
}
