package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.attendance.ActivityCount.Community;
import cn.dangqun.server.attendance.TodayReader.Counted;
import cn.dangqun.server.attendance.TodayReader.Row;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.web.Held;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.SharedViews;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// 今日活动 while people look at it: after a commit only the activities that it touched are counted, and the plan of
/// the day is read again only when the street published something (decision 0050). A page that is opened reads all
/// anew ([TodayReader]). For any thread.
final class LiveDay {
    /// Plans that stay known: of those who look, by what they may see.
    private static final int DAYS = 64;
    /// Counts that stay known: a street's largest day, several times over.
    private static final int COUNTS = 4096;

    private final TodayReader reader;
    private final Database database;
    private final Held<DayOf, Plan> plans;
    private final Held<ActivityId, Counted> counts;

    LiveDay(TodayReader reader, Database database, SharedViews shared) {
        this.reader = reader;
        this.database = database;
        this.plans = shared.held(DAYS, day -> Topic.Street.REFERENCE);
        this.counts = shared.held(COUNTS, Topic.Activity::new);
    }

    private record DayOf(Scope scope, LocalDate date) {}

    private record Plan(List<Community> communities, List<Row> rows) {}

    /// `communities`: all that the viewer may choose from.
    record Board(List<Community> communities, List<ActivityCount> counts) {}

    Board read(Scope scope, LocalDate date, Optional<OrganizationId> community) {
        var plan = plans.look();
        var count = counts.look();
        return database.read(handle -> {
            var day = day(handle, new DayOf(scope, date), plan);
            var all = reader.together(handle, day.rows(), counted(handle, day.rows(), count));
            return new Board(day.communities(), TodayReader.of(community, all));
        });
    }

    private Plan day(Handle handle, DayOf day, Held<DayOf, Plan>.Look look) {
        return look.find(day).orElseGet(() -> {
            var fresh =
                    new Plan(reader.communities(handle, day.scope()), reader.planned(handle, day.scope(), day.date()));
            look.keep(day, fresh);
            return fresh;
        });
    }

    private Map<ActivityId, Counted> counted(Handle handle, List<Row> rows, Held<ActivityId, Counted>.Look look) {
        var counted = new HashMap<ActivityId, Counted>();
        rows.forEach(row -> look.find(row.activity().id())
                .ifPresent(known -> counted.put(row.activity().id(), known)));
        var unknown = rows.stream()
                .map(Row::activity)
                .filter(activity -> !counted.containsKey(activity.id()))
                .toList();
        var fresh = reader.counted(handle, unknown);
        fresh.forEach(look::keep);
        counted.putAll(fresh);
        return counted;
    }
}
