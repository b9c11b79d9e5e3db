package cn.dangqun.server.study;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.StreetFact;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.ledger.Place;
import cn.dangqun.server.ledger.Projection;
import org.jdbi.v3.core.Handle;

/// What the street noted of study apart from activities: 补课 and 送学上门.
public final class StudyProjection implements Projection {
    @Override
    public String name() {
        return "study";
    }

    @Override
    public int form() {
        return 1;
    }

    @Override
    public boolean apply(Handle handle, Place place, RecordedFact recorded, ChangeLog changes) {
        if (recorded.fact() instanceof StreetFact.StudyNoted noted) {
            long at = recorded.clock().instant().toEpochMilli();
            if (noted.stands()) {
                note(handle, noted, at);
            } else {
                takeBack(handle, noted, at);
            }
        }
        return true;
    }

    private static void note(Handle handle, StreetFact.StudyNoted noted, long at) {
        handle.execute(
                "INSERT INTO study_note (street, member, id, kind, activity, day, login, reason, at, stands)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT (street, member, id) DO NOTHING",
                noted.member().value(),
                noted.id(),
                noted.study().name(),
                noted.activity().map(ActivityId::value).orElse(null),
                noted.day().toString(),
                noted.ruling().login(),
                noted.ruling().reason(),
                at);
    }

    private static void takeBack(Handle handle, StreetFact.StudyNoted noted, long at) {
        handle.execute(
                "UPDATE study_note SET stands = 0, undone_by = ?, undone_for = ?, undone_at = ?"
                        + " WHERE street = 1 AND member = ? AND id = ?",
                noted.ruling().login(),
                noted.ruling().reason(),
                at,
                noted.member().value(),
                noted.id());
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("DELETE FROM study_note");
    }
}
