package cn.dangqun.server.review;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.server.db.DirectSql;
import cn.dangqun.server.ledger.Place;
import java.time.YearMonth;
import org.jdbi.v3.core.Handle;

/// Check-ins that came after the month of their activity was locked. They count on every page as any other; here
/// stands only that the locked report does not know them (OQ-32).
record LateUploads(Handle handle) {
    /// The lock that covers an activity `a`, held by `o`.
    private static final String COVERED = """
            JOIN organization o ON o.street = 1 AND o.id = a.organization
            JOIN month_lock l ON l.street = 1 AND l.locked = 1 AND l.month = substr(a.held_on, 1, 7)
            JOIN organization top ON top.street = 1 AND top.id = l.organization
              AND o.path >= top.path AND o.path < substr(top.path, 1, length(top.path) - 1) || '0'
            """;

    private static final String IS_LOCKED =
            "SELECT EXISTS (SELECT 1 FROM activity a " + COVERED + " WHERE a.street = 1 AND a.id = ?)";

    /// Looks at one record only when anything is locked.
    void received(Place place, ActivityId activity, MemberId member) {
        handle.execute(
                "INSERT INTO late_upload (street, chain, seq, activity, member, received_at)"
                        + " SELECT DISTINCT 1, f.chain, f.seq, a.id, ?, f.received_at FROM fact f, activity a "
                        + COVERED
                        + " WHERE f.street = 1 AND f.chain = ? AND f.seq = ? AND a.street = 1 AND a.id = ?"
                        + " AND f.received_at > l.at ON CONFLICT (street, chain, seq) DO NOTHING",
                member.value(),
                place.chain(),
                place.seq(),
                activity.value());
    }

    /// Whether any report covers the activity that does not know of what comes now.
    boolean isLocked(ActivityId activity) {
        return DirectSql.isAny(handle, IS_LOCKED, activity.value());
    }

    /// Locked, opened or locked again: what was late for an earlier report stands in the new one.
    void follow(YearMonth month) {
        handle.execute(
                "DELETE FROM late_upload WHERE street = 1 AND activity IN"
                        + " (SELECT id FROM activity WHERE street = 1 AND held_on BETWEEN ? AND ?)",
                month.atDay(1).toString(),
                month.atEndOfMonth().toString());
        handle.execute(
                "INSERT INTO late_upload (street, chain, seq, activity, member, received_at)"
                        + " SELECT DISTINCT 1, t.chain, t.seq, t.activity, t.member, f.received_at"
                        + " FROM activity a " + COVERED
                        + " JOIN attendance t ON t.street = 1 AND t.activity = a.id"
                        + " JOIN fact f ON f.street = 1 AND f.chain = t.chain AND f.seq = t.seq"
                        + " WHERE a.street = 1 AND a.held_on BETWEEN ? AND ? AND f.received_at > l.at"
                        + " AND (t.how IS NOT NULL OR t.chain NOT IN"
                        + " (SELECT number FROM chain WHERE street = 1 AND kiosk = 'street'))",
                month.atDay(1).toString(),
                month.atEndOfMonth().toString());
    }
}
