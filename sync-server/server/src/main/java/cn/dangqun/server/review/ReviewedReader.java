package cn.dangqun.server.review;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.ReviewItem.Kind;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.attendance.Watermarks;
import cn.dangqun.server.review.InboxQuestion.State;
import cn.dangqun.server.review.MonthModel.Figures;
import cn.dangqun.server.web.Scope;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Reads what branches held in a month, roll by roll, as far as it is over: each is to be reviewed
/// (reconciliation 8). Which of them are, the activities of the month alone are asked. Call it inside one read
/// transaction.
public record ReviewedReader(Handle handle, Instant now) {
    /// Of a month; one row for each roll, or one of whoever planned it where no roll was ever frozen.
    private static final String HELD = """
             FROM (
              SELECT a.id AS activity, f.organization FROM activity a CROSS JOIN roll_freezing f
              WHERE a.street = 1 AND a.held_on BETWEEN :from AND :to AND f.street = 1 AND f.activity = a.id
              GROUP BY a.id, f.organization
              UNION ALL
              SELECT a.id, a.organization FROM activity a
              WHERE a.street = 1 AND a.held_on BETWEEN :from AND :to AND NOT EXISTS (
                SELECT 1 FROM roll_freezing f WHERE f.street = 1 AND f.activity = a.id)
            ) w
            JOIN activity a ON a.street = 1 AND a.id = w.activity AND a.ends_at < :now
            JOIN organization o ON o.street = 1 AND o.id = w.organization
            LEFT JOIN review_decision d ON d.street = 1 AND d.kind = 'ACTIVITY'
              AND d.item = w.activity || '/' || w.organization
            LEFT JOIN returned_answer r ON r.street = 1 AND r.kind = 'ACTIVITY' AND r.item = d.item AND r.at >= d.at
            WHERE NOT EXISTS (SELECT 1 FROM activity_cancelled x WHERE x.street = 1 AND x.activity = a.id)
              AND o.path >= :prefix AND o.path < :after
            """;

    private static final String PART = " AND (:organization = '' OR (o.path >= :organization AND o.path < :behind))";

    /// Of all months: what was given back to a branch that has not answered. Few stand so at a time.
    private static final String RETURNED = """
             FROM review_decision d
            JOIN activity a ON a.street = 1 AND a.id = d.activity
            JOIN organization o ON o.street = 1 AND o.id = substr(d.item, length(d.activity) + 2)
            WHERE d.street = 1 AND d.answer = 'RETURNED' AND d.kind = 'ACTIVITY'
              AND o.path >= :prefix AND o.path < :after
              AND NOT EXISTS (SELECT 1 FROM activity_cancelled x WHERE x.street = 1 AND x.activity = d.activity)
              AND NOT EXISTS (SELECT 1 FROM returned_answer r WHERE r.street = 1 AND r.kind = 'ACTIVITY'
                AND r.item = d.item AND r.at >= d.at)
            """;

    record Asked(String state, String prefix, String after, String organization, YearMonth month) {}

    /// How many rolls of a month there are, and how many of them are reviewed.
    public record Tally(int held, int reviewed) {
        public int open() {
            return held - reviewed;
        }
    }

    /// What speaks of a roll. `complete`: kiosks have told all, so who is not seen is absent.
    record HeldRoll(Figures figures, boolean complete, boolean minutes) {}

    Asked asked(Scope scope, InboxQuestion question, YearMonth month) {
        var state = question.state() == State.RETURNED ? InboxReader.IS_RETURNED : InboxReader.IS_OPEN;
        return new Asked(
                " AND " + state,
                scope.pathPrefix(handle),
                scope.pathAfter(handle),
                question.organization().isEmpty() ? "" : path(question.organization()),
                month);
    }

    /// How many rolls of each month wait for their branch.
    SortedMap<YearMonth, Integer> returned(Scope scope) {
        var returned = new TreeMap<YearMonth, Integer>();
        handle.createQuery("SELECT substr(a.held_on, 1, 7) AS month, count(*) AS many" + RETURNED + " GROUP BY 1")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> Map.entry(YearMonth.parse(row.getString("month")), row.getInt("many")))
                .forEach(each -> returned.put(each.getKey(), each.getValue()));
        return returned;
    }

    int count(Asked asked) {
        return bind(handle.createQuery("SELECT count(*)" + HELD + PART + asked.state), asked)
                .mapTo(Integer.class)
                .one();
    }

    /// The oldest first.
    List<Waiting> page(Asked asked, int page) {
        return bind(
                        handle.createQuery("SELECT w.activity, w.organization, a.ends_at, d.answer, d.login, d.reason,"
                                + " d.at, d.chain, d.seq" + HELD + PART + asked.state
                                + " ORDER BY a.ends_at, w.activity, w.organization LIMIT :most OFFSET :skipped"),
                        asked)
                .bind("most", InboxReader.PER_PAGE)
                .bind("skipped", (page - 1) * InboxReader.PER_PAGE)
                .map((row, ignored) -> new Waiting(
                        ReviewItem.ofActivity(
                                new ActivityId(row.getString("activity")),
                                new OrganizationId(row.getString("organization"))),
                        "",
                        Instant.ofEpochMilli(row.getLong("ends_at")),
                        InboxReader.decided(row)))
                .list();
    }

    /// Of everything below `path`.
    public Tally tally(YearMonth month, String path) {
        return bind(
                        handle.createQuery("SELECT count(*) AS held,"
                                + " coalesce(sum(CASE d.answer WHEN 'STANDS' THEN 1 ELSE 0 END), 0) AS reviewed"
                                + HELD),
                        new Asked("", path, behind(path), "", month))
                .map((row, ignored) -> new Tally(row.getInt("held"), row.getInt("reviewed")))
                .one();
    }

    /// Activities that are over and of which nobody wrote minutes, whether anybody checked in or not: the ones at which
    /// the list of activities to review says so.
    int withoutMinutes(YearMonth month, String path) {
        return bind(
                        handle.createQuery("SELECT count(DISTINCT w.activity)" + HELD
                                + " AND NOT EXISTS (SELECT 1 FROM minutes m WHERE m.street = 1 AND m.activity = a.id)"),
                        new Asked("", path, behind(path), "", month))
                .mapTo(Integer.class)
                .one();
    }

    private Query bind(Query query, Asked asked) {
        query.bind("from", asked.month.atDay(1).toString())
                .bind("to", asked.month.atEndOfMonth().toString())
                .bind("now", now.toEpochMilli())
                .bind("prefix", asked.prefix)
                .bind("after", asked.after);
        return asked.state.isEmpty()
                ? query
                : query.bind("organization", asked.organization).bind("behind", behind(asked.organization));
    }

    private String path(String organization) {
        return handle.createQuery("SELECT path FROM organization WHERE street = 1 AND id = ?")
                .bind(0, organization)
                .mapTo(String.class)
                .findOne()
                .orElse("//");
    }

    private static String behind(String path) {
        return path.isEmpty() ? "" : path.substring(0, path.length() - 1) + '0';
    }

    /// Only what is over, was not cancelled, and is the branch's.
    boolean mayBeDecided(ReviewItem item) {
        return item.kind() != Kind.ACTIVITY
                || handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM activity a WHERE a.street = 1 AND a.id = :activity AND a.ends_at < :now
                          AND NOT EXISTS (SELECT 1 FROM activity_cancelled x WHERE x.street = 1 AND x.activity = a.id)
                          AND (a.organization = :organization OR EXISTS (SELECT 1 FROM roll_freezing f
                            WHERE f.street = 1 AND f.activity = a.id AND f.organization = :organization)))""")
                        .bind("activity", item.activity().orElseThrow().value())
                        .bind("organization", item.organization().orElseThrow().value())
                        .bind("now", now.toEpochMilli())
                        .mapTo(Boolean.class)
                        .one();
    }

    HeldRoll held(ReviewItem item) {
        var activity = item.activity().orElseThrow().value();
        return handle.createQuery("SELECT " + MonthReader.SUMS + """
                        , o.path, a.opens_at, a.late_after_at, a.closes_at, EXISTS (SELECT 1 FROM minutes m
                          WHERE m.street = 1 AND m.activity = a.id) AS written
                        FROM activity a JOIN organization o ON o.street = 1 AND o.id = a.organization
                        LEFT JOIN attendance_line l ON l.street = 1 AND l.activity = a.id AND l.organization = :organization
                        WHERE a.street = 1 AND a.id = :activity
                        GROUP BY o.path, a.id, a.opens_at, a.late_after_at, a.closes_at""")
                .bind("activity", activity)
                .bind("organization", item.organization().orElseThrow().value())
                .map((row, ignored) -> new HeldRoll(
                        MonthReader.figures(row),
                        Watermarks.of(handle, now)
                                .isComplete(
                                        row.getString("path"),
                                        new CheckInWindow(
                                                Instant.ofEpochMilli(row.getLong("opens_at")),
                                                Instant.ofEpochMilli(row.getLong("late_after_at")),
                                                Instant.ofEpochMilli(row.getLong("closes_at")))),
                        row.getBoolean("written")))
                .findOne()
                .orElseGet(() -> new HeldRoll(new Figures(0, 0, 0, 0, 0, 0), true, false));
    }

    /// How much else waits at each of these activities.
    Map<String, Integer> openItems(List<ReviewItem> items) {
        var open = new HashMap<String, Integer>();
        if (!items.isEmpty()) {
            handle.createQuery("SELECT w.activity, count(*) AS many" + InboxReader.WAITING + " WHERE "
                            + InboxReader.IS_OPEN + " AND w.activity IN (<activities>) GROUP BY w.activity")
                    .bind("now", now.toEpochMilli())
                    .bindList(
                            "activities",
                            items.stream()
                                    .map(each -> each.activity().orElseThrow().value())
                                    .distinct()
                                    .toList())
                    .map((row, ignored) -> Map.entry(row.getString("activity"), row.getInt("many")))
                    .forEach(each -> open.put(each.getKey(), each.getValue()));
        }
        return open;
    }
}
