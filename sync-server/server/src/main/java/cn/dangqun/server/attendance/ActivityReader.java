package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.protocol.ReferenceCodec;
import cn.dangqun.protocol.UnreadableException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The planned activities as they were published.
final class ActivityReader {
    /// Joined to `activity a`, gives the column `record` that [#activity] reads.
    static final String ITEM = " JOIN reference_item i ON i.street = 1 AND i.kind = 'ACTIVITY' AND i.id = a.id ";

    private ActivityReader() {}

    static Activity activity(ResultSet row) throws SQLException {
        try {
            var item = ReferenceCodec.decode(row.getBytes("record")).item().orElseThrow();
            return ((ReferenceItem.ActivityItem) item).activity();
        } catch (UnreadableException e) {
            throw new IllegalStateException("a reference item of our own cannot be read", e);
        }
    }

    /// What has started and has a roll that the street has not frozen. In order of start.
    static List<Activity> startedBy(Handle handle, Instant now) {
        return handle.createQuery("SELECT i.record FROM activity a" + ITEM + """
                        WHERE a.street = 1 AND a.starts_at <= ? AND NOT EXISTS (
                          SELECT 1 FROM roll_freezing r
                          WHERE r.street = 1 AND r.activity = a.id AND r.cause = 'PLANNED_START')
                          AND NOT EXISTS (SELECT 1 FROM activity_cancelled x WHERE x.street = 1 AND x.activity = a.id)
                        ORDER BY a.starts_at, a.id""")
                .bind(0, now.toEpochMilli())
                .map((row, ignored) -> activity(row))
                .list();
    }
}
