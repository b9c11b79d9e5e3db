package cn.dangqun.server.review;

import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.server.accounts.Colleagues;
import cn.dangqun.server.attendance.Watermarks;
import cn.dangqun.server.review.MonthModel.Figures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Reads a month of the organisation whose path is `path` and of all below it. Call it inside one read transaction.
record MonthReader(Handle handle, YearMonth month, String path) {
    private static final String HELD = """
            FROM activity a JOIN organization o ON o.street = 1 AND o.id = a.organization
              AND o.path >= :path AND o.path < :behind
            """;
    private static final String IN_MONTH = " WHERE a.street = 1 AND a.held_on BETWEEN :from AND :to";
    private static final String NOT_CANCELLED =
            " AND NOT EXISTS (SELECT 1 FROM activity_cancelled x WHERE x.street = 1" + " AND x.activity = a.id)";

    static final String SUMS = """
             count(*) - sum(CASE l.state WHEN 'NOT_COUNTED' THEN 1 ELSE 0 END) AS due,
              sum(CASE l.state WHEN 'PRESENT' THEN 1 WHEN 'LATE' THEN 1 WHEN 'MAKEUP_SIGNED' THEN 1 ELSE 0 END) AS present,
              sum(CASE l.state WHEN 'LATE' THEN 1 ELSE 0 END) AS late,
              sum(CASE l.state WHEN 'CHECKED_IN_UNSIGNED' THEN 1 ELSE 0 END) AS unsigned,
              sum(CASE l.state WHEN 'LEAVE' THEN 1 ELSE 0 END) AS absent_leave,
              sum(CASE l.state WHEN 'ABSENT' THEN 1 ELSE 0 END) AS absent
            """;

    /// How the month stands for an organisation; `organization` is the top of what the lock covers.
    record Lock(
            String organization, String name, boolean locked, String login, String who, String reason, Instant at) {}

    /// A roll of an activity; `late` are check-ins after the lock of people on it, `corrected` those that were taken
    /// into the report.
    record Row(
            String activity,
            LocalDate day,
            String title,
            String roll,
            String rollName,
            Figures live,
            int corrected,
            int late) {}

    private String behind() {
        return path.substring(0, path.length() - 1) + '0';
    }

    /// The lock of this very organisation, or of one above it.
    Optional<Lock> lock() {
        return handle
                .createQuery("SELECT l.*, " + Colleagues.called("l.login")
                        + " AS who, top.name, top.path FROM month_lock l"
                        + " JOIN organization top ON top.street = 1 AND top.id = l.organization"
                        + " WHERE l.street = 1 AND l.month = ? ORDER BY l.locked DESC, top.path")
                .bind(0, month.toString())
                .map((row, ignored) -> Map.entry(row.getString("path"), lock(row)))
                .stream()
                .filter(each -> path.equals(each.getKey())
                        || (path.startsWith(each.getKey()) && each.getValue().locked()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Lock lock(ResultSet row) throws SQLException {
        return new Lock(
                row.getString("organization"),
                row.getString("name"),
                row.getBoolean("locked"),
                row.getString("login"),
                row.getString("who"),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    List<Row> rows() {
        return handle.createQuery(
                        "SELECT a.id, a.title, a.held_on, l.organization, coalesce(r.name, l.organization) AS roll_name,"
                                + SUMS + """
                        , (SELECT count(*) FROM late_upload u JOIN attendance_line n ON n.street = 1
                            AND n.activity = u.activity AND n.member = u.member AND n.organization = l.organization
                            WHERE u.street = 1 AND u.activity = a.id) AS uploads,
                          (SELECT count(*) FROM review_decision d JOIN late_upload u ON u.street = 1
                            AND u.activity = d.activity AND u.member = d.member AND u.seq = d.number
                            JOIN attendance_line n ON n.street = 1
                            AND n.activity = u.activity AND n.member = u.member AND n.organization = l.organization
                            WHERE d.street = 1 AND d.activity = a.id AND d.kind = 'LATE' AND d.answer = 'COUNTS') AS corrected
                        """ + HELD + " JOIN attendance_line l ON l.street = 1 AND l.activity = a.id"
                                + " LEFT JOIN organization r ON r.street = 1 AND r.id = l.organization" + IN_MONTH
                                + NOT_CANCELLED
                                + " GROUP BY a.id, a.title, a.held_on, l.organization, r.name"
                                + " ORDER BY a.held_on, a.id, l.organization")
                .bind("path", path)
                .bind("behind", behind())
                .bind("from", month.atDay(1).toString())
                .bind("to", month.atEndOfMonth().toString())
                .map((row, ignored) -> new Row(
                        row.getString("id"),
                        LocalDate.parse(row.getString("held_on")),
                        row.getString("title"),
                        row.getString("organization"),
                        row.getString("roll_name"),
                        figures(row),
                        row.getInt("corrected"),
                        row.getInt("uploads") - row.getInt("corrected")))
                .list();
    }

    static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                row.getInt("due"),
                row.getInt("present"),
                row.getInt("late"),
                row.getInt("unsigned"),
                row.getInt("absent_leave"),
                row.getInt("absent"));
    }

    /// The copy of a lock, by activity and roll.
    Map<String, Figures> frozen(Lock lock) {
        var frozen = new HashMap<String, Figures>();
        handle.createQuery("SELECT * FROM month_figure WHERE street = 1 AND month = ? AND organization = ?"
                        + " AND locked_at = ?")
                .bind(0, month.toString())
                .bind(1, lock.organization())
                .bind(2, lock.at().toEpochMilli())
                .map((row, ignored) -> Map.entry(row.getString("activity") + " " + row.getString("roll"), figures(row)))
                .forEach(each -> frozen.put(each.getKey(), each.getValue()));
        return frozen;
    }

    /// Keeps a copy of the figures as they are now, inside the write that locks.
    int copy(String organization, Instant lockedAt) {
        return handle.createUpdate(
                        "INSERT INTO month_figure (street, month, organization, locked_at, activity, roll, due,"
                                + " present, late, unsigned, absent_leave, absent)"
                                + " SELECT 1, :month, :organization, :at, a.id, l.organization," + SUMS + HELD
                                + " JOIN attendance_line l ON l.street = 1 AND l.activity = a.id" + IN_MONTH
                                + NOT_CANCELLED
                                + " GROUP BY a.id, l.organization")
                .bind("month", month.toString())
                .bind("organization", organization)
                .bind("at", lockedAt.toEpochMilli())
                .bind("path", path)
                .bind("behind", behind())
                .bind("from", month.atDay(1).toString())
                .bind("to", month.atEndOfMonth().toString())
                .execute();
    }

    private record Held(String activity, String path, CheckInWindow window) {}

    /// How many activities of the month are still to come.
    int toCome(Instant now) {
        return handle.createQuery("SELECT count(*) " + HELD + IN_MONTH + NOT_CANCELLED + " AND a.starts_at > :now")
                .bind("now", now.toEpochMilli())
                .bind("path", path)
                .bind("behind", behind())
                .bind("from", month.atDay(1).toString())
                .bind("to", month.atEndOfMonth().toString())
                .mapTo(Integer.class)
                .one();
    }

    /// Activities that began and of which kiosks have not told all they hold: who is not seen there is not absent.
    Set<String> untold(Instant now) {
        var watermarks = Watermarks.of(handle, now);
        return handle
                .createQuery("SELECT a.id, o.path, a.opens_at, a.late_after_at, a.closes_at " + HELD + IN_MONTH
                        + NOT_CANCELLED + " AND a.opens_at <= :now")
                .bind("now", now.toEpochMilli())
                .bind("path", path)
                .bind("behind", behind())
                .bind("from", month.atDay(1).toString())
                .bind("to", month.atEndOfMonth().toString())
                .map((row, ignored) -> new Held(
                        row.getString("id"),
                        row.getString("path"),
                        new CheckInWindow(
                                Instant.ofEpochMilli(row.getLong("opens_at")),
                                Instant.ofEpochMilli(row.getLong("late_after_at")),
                                Instant.ofEpochMilli(row.getLong("closes_at")))))
                .stream()
                .filter(each -> !watermarks.isComplete(each.path(), each.window()))
                .map(Held::activity)
                .collect(Collectors.toUnmodifiableSet());
    }
}
