package cn.dangqun.server.review;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.fact.StreetFact;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.ledger.CheckIns;
import cn.dangqun.server.ledger.Place;
import cn.dangqun.server.ledger.Projection;
import org.jdbi.v3.core.Handle;

/// What reviewers look at beside attendance itself: which sessions nobody closed, which months are locked, and who
/// came to the street after that.
public final class ReviewProjection implements Projection {
    @Override
    public String name() {
        return "review";
    }

    @Override
    public int form() {
        return 1;
    }

    @Override
    public boolean apply(Handle handle, Place place, RecordedFact recorded, ChangeLog changes) {
        switch (recorded.fact()) {
            case SessionFact.Opened opened ->
                standing(handle, place, recorded, opened.activity(), false, opened.staff());
            case SessionFact.Closed closed -> standing(handle, place, recorded, closed.activity(), true, "");
            case SessionFact.Reopened reopened ->
                standing(
                        handle,
                        place,
                        recorded,
                        reopened.activity(),
                        false,
                        reopened.by().staff());
            case AttendanceFact.CheckedIn fact ->
                new LateUploads(handle).received(place, fact.activity(), fact.member());
            case AttendanceFact.Registered fact ->
                new LateUploads(handle).received(place, fact.activity(), fact.member());
            case StreetFact.MonthLocked fact -> locked(handle, recorded, fact);
            default -> {
                // nothing that waits follows from it
            }
        }
        return true;
    }

    @Override
    public void apply(Handle handle, CheckIns facts, ChangeLog changes) {
        var late = new LateUploads(handle);
        facts.byActivity().forEach((activity, here) -> {
            if (late.isLocked(activity)) {
                here.forEach(each ->
                        late.received(each.place(), activity, each.fact().member()));
            }
        });
    }

    /// A kiosk writes in order; what it carries over from another is another chain.
    private static void standing(
            Handle handle, Place place, RecordedFact recorded, ActivityId activity, boolean closed, String staff) {
        handle.execute(
                "INSERT INTO session_standing (street, activity, chain, closed, at, staff) VALUES (1, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (street, activity, chain) DO UPDATE SET closed = excluded.closed,"
                        + " at = excluded.at,"
                        + " staff = CASE excluded.staff WHEN '' THEN session_standing.staff ELSE excluded.staff END",
                activity.value(),
                place.chain(),
                closed ? 1 : 0,
                recorded.clock().instant().toEpochMilli(),
                staff);
    }

    private static void locked(Handle handle, RecordedFact recorded, StreetFact.MonthLocked fact) {
        long at = recorded.clock().instant().toEpochMilli();
        handle.execute(
                "INSERT INTO month_lock (street, month, organization, locked, login, reason, at)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?) ON CONFLICT (street, month, organization) DO UPDATE"
                        + " SET locked = excluded.locked, login = excluded.login, reason = excluded.reason,"
                        + " at = excluded.at",
                fact.month().toString(),
                fact.organization().value(),
                fact.locked() ? 1 : 0,
                fact.ruling().login(),
                fact.ruling().reason(),
                at);
        new LateUploads(handle).follow(fact.month());
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("DELETE FROM session_standing");
        handle.execute("DELETE FROM month_lock");
        handle.execute("DELETE FROM late_upload");
    }
}
