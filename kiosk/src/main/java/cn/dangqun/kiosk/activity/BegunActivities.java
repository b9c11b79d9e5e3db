package cn.dangqun.kiosk.activity;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;

/// What the street planned together with what was begun here; what was closed here takes nobody any more. By a
/// connection of the store thread or of a reader.
public final class BegunActivities {
    private BegunActivities() {}

    public static ReferenceIndex over(ReferenceIndex index, SqliteConnection db, ZoneId zone) throws SQLException {
        return index.with(db.list(
                        "SELECT activity, type, organization, title, place, at_millis FROM begun",
                        row -> activity(row, zone)))
                .shutting(new SessionBook(db).closed());
    }

    private static Activity activity(ResultSet row, ZoneId zone) throws SQLException {
        return new SessionFact.AdHoc(
                        ActivityType.valueOf(row.getString(2)),
                        new OrganizationId(row.getString(3)),
                        row.getString(4),
                        row.getString(5))
                .begun(new ActivityId(row.getString(1)), Instant.ofEpochMilli(row.getLong(6)), zone);
    }
}
