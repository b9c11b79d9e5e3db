package cn.dangqun.server.turnout;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.server.attendance.Watermarks;
import cn.dangqun.server.turnout.TurnoutReader.Held;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/// Reads single lines of rolls: the list behind every number. Call it inside one read transaction.
record LineReader(Handle handle, Scope scope, Watermarks watermarks) {
    static final int PER_PAGE = 50;
    static final String NEWEST = "newest";
    static final String BY_NAME = "name";

    private static final String NAMES = """
            LEFT JOIN member m ON m.street = 1 AND m.id = l.member
            LEFT JOIN former_member fm ON fm.street = 1 AND fm.id = l.member AND m.id IS NULL""";

    private static final String OF_ROLLS = """
            FROM activity a CROSS JOIN attendance_line l
            JOIN organization r ON r.street = 1 AND r.id = l.organization
            JOIN organization o ON o.street = 1 AND o.id = a.organization
            %s
            WHERE a.street = 1 AND a.held_on >= :from AND a.held_on <= :to AND (:type = '' OR a.type = :type)
              AND l.street = 1 AND l.activity = a.id AND r.path >= :prefix AND r.path < :after
              AND l.state IN (<states>) AND NOT EXISTS (
                SELECT 1 FROM activity_cancelled x WHERE x.street = 1 AND x.activity = a.id)""".formatted(NAMES);

    private static final String COLUMNS = "SELECT a.*, o.path, l.member, l.state, l.organization AS roll,"
            + " r.name AS roll_name, coalesce(m.name, fm.name, l.member) AS member_name ";

    /// `complete`: what is not known to have happened did not happen.
    record Line(Held held, MemberId member, PersonName name, String roll, AttendanceState state, boolean complete) {}

    /// What the figure of this name is the sum of.
    static List<AttendanceState> states(String figure) {
        return switch (figure) {
            case "present" -> List.of(AttendanceState.PRESENT, AttendanceState.LATE, AttendanceState.MAKEUP_SIGNED);
            case "late" -> List.of(AttendanceState.LATE);
            case "leave" -> List.of(AttendanceState.LEAVE);
            case "unsigned" -> List.of(AttendanceState.CHECKED_IN_UNSIGNED);
            case "absent" -> List.of(AttendanceState.ABSENT);
            case "exempt" -> List.of(AttendanceState.NOT_COUNTED);
            default ->
                List.of(AttendanceState.values()).stream()
                        .filter(AttendanceState::isDue)
                        .toList();
        };
    }

    /// Behind a figure, in the order of time unless asked otherwise; `each` hears them one by one. What is
    /// awaited is behind a figure of its own.
    void each(Asking asking, Consumer<Line> each) {
        boolean awaited = asking.question().filter("figure").equals("awaited");
        var sql = COLUMNS
                + OF_ROLLS
                + (asking.question().filter("roll").isEmpty() ? "" : " AND l.organization = :roll")
                + (asking.question().filter("activity").isEmpty() ? "" : " AND a.id = :activity")
                + " ORDER BY " + order(asking.question());
        bound(sql, asking)
                .map((row, ignored) -> line(row))
                .useIterator(found -> found.forEachRemaining(line -> {
                    if (line.complete() != awaited) {
                        each.accept(line);
                    }
                }));
    }

    private static String order(ListQuestion question) {
        return switch (question.filter(ListQuestion.ORDER)) {
            case NEWEST -> "a.held_on DESC, a.starts_at DESC, a.id, r.place, m.reading, l.member";
            case BY_NAME -> "r.place, m.reading, l.member, a.held_on, a.starts_at, a.id";
            default -> "a.held_on, a.starts_at, a.id, r.place, m.reading, l.member";
        };
    }

    private Query bound(String sql, Asking asking) {
        return handle.createQuery(sql)
                .configure(SqlStatements.class, one -> one.setUnusedBindingAllowed(true))
                .bind("from", asking.from().toString())
                .bind("to", asking.to().toString())
                .bind("type", asking.type().map(ActivityType::name).orElse(""))
                .bind("roll", asking.question().filter("roll"))
                .bind("activity", asking.question().filter("activity"))
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .bindList(
                        "states",
                        states(asking.question().filter("figure")).stream()
                                .map(Enum::name)
                                .toList());
    }

    /// Of members wherever they belonged, the newest first.
    List<Line> of(List<MemberId> members, Asking asking) {
        if (members.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(COLUMNS + """
                        FROM attendance_line l JOIN activity a ON a.street = 1 AND a.id = l.activity
                        LEFT JOIN organization r ON r.street = 1 AND r.id = l.organization
                        JOIN organization o ON o.street = 1 AND o.id = a.organization
                        %s
                        WHERE l.street = 1 AND l.member IN (<members>) AND a.held_on >= :from AND a.held_on <= :to
                          AND (:type = '' OR a.type = :type) AND NOT EXISTS (
                            SELECT 1 FROM activity_cancelled x WHERE x.street = 1 AND x.activity = a.id)
                        ORDER BY a.held_on DESC, a.starts_at DESC, a.id, r.place""".formatted(NAMES))
                .bindList("members", members.stream().map(MemberId::value).toList())
                .bind("from", asking.from().toString())
                .bind("to", asking.to().toString())
                .bind("type", asking.type().map(ActivityType::name).orElse(""))
                .map((row, ignored) -> line(row))
                .list();
    }

    private Line line(ResultSet row) throws SQLException {
        var held = TurnoutReader.held(row);
        return new Line(
                held,
                new MemberId(row.getString("member")),
                new PersonName(row.getString("member_name")),
                Optional.ofNullable(row.getString("roll_name")).orElse(row.getString("roll")),
                AttendanceState.valueOf(row.getString("state")),
                watermarks.isComplete(held.path(), held.window()));
    }

    /// One roll of one activity is one activity, as on the page of organisations.
    static Turnout turnout(Line line) {
        return Turnout.ofPeople(line.state(), 1).asOne(line.complete());
    }
}
