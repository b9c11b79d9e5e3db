package cn.dangqun.kiosk.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.ledger.Ledger;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;

/// Who stands in one activity by the projection of a ledger: members, and how many others.
public record Present(Set<MemberId> members, int guests) {
    public static final Present NOBODY = new Present(Set.of(), 0);

    public static Present in(Ledger ledger, ActivityId activity) throws SQLException {
        return ledger.newReader().ask(db -> {
            var members = db.list(
                    "SELECT DISTINCT attendee FROM attendance WHERE activity = ? AND voided_by IS NULL AND role = ?",
                    row -> new MemberId(
                            Attendee.opened(db.rows(), row.getString(1)).substring("member:".length())),
                    activity.value(),
                    AttendanceRole.MEMBER.name());
            return new Present(
                    members.stream().collect(Collectors.toUnmodifiableSet()),
                    new AttendanceBook(db).others(activity, ""));
        });
    }
}
