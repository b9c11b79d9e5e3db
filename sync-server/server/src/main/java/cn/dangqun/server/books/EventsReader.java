package cn.dangqun.server.books;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.server.attendance.Watermarks;
import cn.dangqun.server.books.Event.Plan;
import cn.dangqun.server.books.Event.Roll;
import cn.dangqun.server.books.Event.Written;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what a branch held or took part in, begun by now and not cancelled, in the order of time. Candidates are what
/// the branch, its groups and whoever is above them hold, and what they are partners of: each is found by an index,
/// so the cost is that of one branch's year. Call it inside one read transaction.
record EventsReader(BookYear year, Watermarks watermarks) {

    private record Head(
            ActivityId id,
            ActivityType type,
            String title,
            String place,
            LocalDate day,
            String organization,
            String holder,
            boolean complete,
            boolean over,
            Optional<Plan> plan) {}

    private record Line(String activity, String organization, AttendanceState state, int people, int unexplained) {}

    private record Counted(String activity, int people) {}

    List<Event> all() {
        var rolls = Set.copyOf(year.rolls());
        var heads = heads(candidates());
        var ids = heads.stream().map(each -> each.id().value()).toList();
        var lines = rolls(ids, List.copyOf(rolls));
        var minutes = minutes(ids);
        var scans = counts("minutes_scan", ids);
        var sheets = counts("paper_sheet", ids);
        var own = heads.stream()
                .filter(each -> rolls.contains(each.organization()))
                .map(each -> each.id().value())
                .toList();
        var without = present(own);
        var events = new ArrayList<Event>();
        for (var head : heads) {
            var id = head.id().value();
            boolean isOwn = rolls.contains(head.organization());
            var found = lines.getOrDefault(id, List.of());
            var all = found.stream().map(Optional::of).toList();
            for (var roll : all.isEmpty() && isOwn ? List.of(Optional.<Roll>empty()) : all) {
                events.add(new Event(
                        head.id(),
                        head.type(),
                        head.title(),
                        head.place(),
                        head.day(),
                        head.holder(),
                        isOwn,
                        head.complete(),
                        head.over(),
                        head.plan(),
                        roll,
                        without.getOrDefault(id, 0),
                        Optional.ofNullable(minutes.get(id)),
                        scans.getOrDefault(id, 0),
                        sheets.getOrDefault(id, 0)));
            }
        }
        return events;
    }

    private List<String> candidates() {
        return year.handle()
                .createQuery("""
                        SELECT a.id FROM activity a WHERE a.street = 1 AND a.organization IN (<around>)
                          AND a.held_on >= :from AND a.held_on <= :to
                        UNION SELECT p.activity FROM activity_partner p WHERE p.street = 1
                          AND p.organization IN (<around>) AND p.held_on >= :from AND p.held_on <= :to""")
                .bindList("around", year.around())
                .bind("from", year.first().toString())
                .bind("to", year.last().toString())
                .mapTo(String.class)
                .list();
    }

    private List<Head> heads(List<String> ids) {
        return BookYear.inParts(
                        ids,
                        some -> year.handle()
                                .createQuery("""
                        SELECT a.*, o.path, o.name AS holder, d.hours, d.half_days, d.chair, d.activity AS planned
                        FROM activity a JOIN organization o ON o.street = 1 AND o.id = a.organization
                        LEFT JOIN activity_detail d ON d.street = 1 AND d.activity = a.id
                        WHERE a.street = 1 AND a.id IN (<ids>) AND a.opens_at <= :now AND NOT EXISTS (
                          SELECT 1 FROM activity_cancelled x WHERE x.street = 1 AND x.activity = a.id)""")
                                .bindList("ids", some)
                                .bind("now", year.now().toEpochMilli())
                                .map((row, ignored) -> head(row))
                                .list())
                .stream()
                .sorted((one, other) -> {
                    int days = one.day().compareTo(other.day());
                    return days != 0
                            ? days
                            : one.id().value().compareTo(other.id().value());
                })
                .toList();
    }

    private Head head(ResultSet row) throws SQLException {
        var window = new CheckInWindow(
                Instant.ofEpochMilli(row.getLong("opens_at")),
                Instant.ofEpochMilli(row.getLong("late_after_at")),
                Instant.ofEpochMilli(row.getLong("closes_at")));
        return new Head(
                new ActivityId(row.getString("id")),
                ActivityType.valueOf(row.getString("type")),
                row.getString("title"),
                row.getString("place"),
                LocalDate.parse(row.getString("held_on")),
                row.getString("organization"),
                row.getString("holder"),
                watermarks.isComplete(row.getString("path"), window),
                row.getLong("ends_at") <= year.now().toEpochMilli(),
                row.getString("planned") == null
                        ? Optional.empty()
                        : Optional.of(new Plan(
                                row.getInt("hours"),
                                row.getInt("half_days"),
                                Optional.ofNullable(row.getString("chair")).orElse(""))));
    }

    private Map<String, List<Roll>> rolls(List<String> ids, List<String> rolls) {
        var lines = BookYear.inParts(
                ids,
                some -> year.handle()
                        .createQuery("""
                        SELECT activity, organization, state, count(*) AS people,
                          sum(CASE WHEN explained = 0 THEN 1 ELSE 0 END) AS unexplained
                        FROM attendance_line WHERE street = 1 AND activity IN (<ids>) AND organization IN (<rolls>)
                        GROUP BY activity, organization, state""")
                        .bindList("ids", some)
                        .bindList("rolls", rolls)
                        .map((row, ignored) -> new Line(
                                row.getString("activity"),
                                row.getString("organization"),
                                AttendanceState.valueOf(row.getString("state")),
                                row.getInt("people"),
                                row.getInt("unexplained")))
                        .list());
        var states = new LinkedHashMap<String, Map<String, Map<AttendanceState, Integer>>>();
        var unexplained = new HashMap<String, Integer>();
        for (var line : lines) {
            states.computeIfAbsent(line.activity(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(line.organization(), _ -> new EnumMap<>(AttendanceState.class))
                    .put(line.state(), line.people());
            if (line.state() == AttendanceState.ABSENT) {
                unexplained.put(line.activity() + " " + line.organization(), line.unexplained());
            }
        }
        var found = new HashMap<String, List<Roll>>();
        states.forEach((activity, each) -> found.put(
                activity,
                each.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(roll -> new Roll(
                                roll.getKey(),
                                roll.getValue(),
                                unexplained.getOrDefault(activity + " " + roll.getKey(), 0)))
                        .toList()));
        return found;
    }

    private Map<String, Written> minutes(List<String> ids) {
        var minutes = new HashMap<String, Written>();
        BookYear.inParts(
                        ids,
                        some -> year.handle()
                                .createQuery("SELECT * FROM minutes WHERE street = 1 AND activity IN (<ids>)"
                                        + " ORDER BY activity, version")
                                .bindList("ids", some)
                                .map((row, ignored) -> Map.entry(row.getString("activity"), written(row)))
                                .list())
                .forEach(each -> minutes.put(each.getKey(), each.getValue()));
        return minutes;
    }

    private static Written written(ResultSet row) throws SQLException {
        return new Written(
                row.getString("chair"),
                row.getString("recorder"),
                row.getString("topic"),
                row.getString("points"),
                Optional.ofNullable(row.getString("dissent")),
                row.getString("resolutions"));
    }

    /// Pages of the hand-written book, or pictures of lists.
    private Map<String, Integer> counts(String table, List<String> ids) {
        return counted(
                ids,
                "SELECT activity, count(*) AS people FROM " + table
                        + " WHERE street = 1 AND activity IN (<ids>) GROUP BY activity");
    }

    /// Who counts as present of what has no roll.
    private Map<String, Integer> present(List<String> ids) {
        return counted(
                ids,
                "SELECT activity, count(DISTINCT member) AS people FROM attendance"
                        + " WHERE street = 1 AND activity IN (<ids>) AND counted = 1 GROUP BY activity");
    }

    private Map<String, Integer> counted(List<String> ids, String sql) {
        var counts = new HashMap<String, Integer>();
        BookYear.inParts(
                        ids,
                        some -> year.handle()
                                .createQuery(sql)
                                .bindList("ids", some)
                                .map((row, ignored) -> new Counted(row.getString("activity"), row.getInt("people")))
                                .list())
                .forEach(each -> counts.put(each.activity(), each.people()));
        return counts;
    }
}
