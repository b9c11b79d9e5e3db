package cn.dangqun.kiosk.attendance;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.FreezeCause;
import cn.dangqun.domain.attendance.RollSnapshot;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.kiosk.ledger.LedgerTransaction;
import cn.dangqun.kiosk.ledger.NotEnrolledException;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import java.sql.SQLException;

/// Freezes rolls, inside one transaction and before whatever is recorded of their people (RULES, Freezing).
/// `reference` is the number of the street's changes by which `index` stands.
public record RollBook(LedgerTransaction transaction, ReferenceIndex index, long reference, ClockReading moment) {
    /// Nothing when it was frozen before.
    public void freeze(Activity activity, RollSnapshot roll, FreezeCause cause)
            throws SQLException, NotEnrolledException {
        var attendance = new AttendanceBook(transaction.db()).attendance(activity, index.roster());
        if (!attendance.isFrozen(roll.organization())) {
            transaction.append(new AttendanceFact.RollFrozen(roll, cause, reference), moment);
        }
    }
}
