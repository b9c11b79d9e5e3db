package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceMark;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.attendance.RollStore.CheckIn;
import cn.dangqun.server.attendance.RollStore.Line;
import cn.dangqun.server.db.DirectSql;
import cn.dangqun.server.ledger.CheckIns.Placed;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Check-ins of one activity of which nothing is known that could make them count otherwise: the first of each
/// person there, nothing noted or decided about them, on the roll as it was frozen, or no roll frozen yet. Each is
/// a row that counts at once. All others are left to [Settling], which works out anew whatever the order was
/// (decision 0050).
record OrdinaryCheckIns(Handle handle, ActivityId activity) {
    private static final String INSERT =
            "INSERT INTO attendance (street, chain, seq, activity, member, role, method, late, at, roll, clock,"
                    + " to_sign, counted) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";

    /// Whoever has a row here, or a note, is not ordinary.
    private static final List<String> KNOWN = List.of("attendance", "attendance_note");

    private static final String JUDGED = "SELECT member FROM review_decision WHERE street = 1 AND member IN (<keys>)";
    private static final String ANY_JUDGED = "SELECT EXISTS (SELECT 1 FROM review_decision WHERE street = 1)";
    private static final String LINES = "attendance_line";

    /// Who was counted elsewhere about that time.
    private static final String NEAR = "SELECT member FROM attendance WHERE street = 1 AND at BETWEEN ? AND ?"
            + " AND counted = 1 AND activity <> ? AND member IN (<keys>)";

    /// Writes those of `facts`; returns the others, in their order.
    List<Placed> take(List<Placed> facts) {
        var first = new LinkedHashMap<String, Placed>();
        facts.stream()
                .filter(each -> each.fact().role() == AttendanceRole.MEMBER)
                .forEach(each -> first.putIfAbsent(member(each), each));
        var members = List.copyOf(first.keySet());
        first.keySet().removeAll(known(members));
        var lines = lines(List.copyOf(first.keySet()));
        boolean isOpen = lines.size() == first.size() || !new RollStore(handle).isFrozen(activity);
        first.values().removeIf(each -> !isOnRoll(each, lines.getOrDefault(member(each), List.of()), isOpen));

        DirectSql.write(handle, INSERT, first.values(), this::bind);
        sign(first.values(), lines);
        var taken = first.values().stream().map(Placed::place).collect(Collectors.toSet());
        return facts.stream().filter(each -> !taken.contains(each.place())).toList();
    }

    /// Notes who of these was at two places about one time. After everything of the run is written.
    void noteOverlaps(List<Placed> facts) {
        var members = facts.stream().map(OrdinaryCheckIns::member).distinct().toList();
        var times = facts.stream().map(Placed::at).sorted().toList();
        near(members, times.getFirst(), times.getLast())
                .forEach(member -> new Settling(handle).noteOverlaps(activity, new MemberId(member)));
    }

    private static String member(Placed each) {
        return each.fact().member().value();
    }

    private int bindActivity(PreparedStatement statement) throws SQLException {
        statement.setString(1, activity.value());
        return 1;
    }

    private Set<String> known(List<String> members) {
        var known = new HashSet<String>();
        KNOWN.forEach(table -> here("member", table, members, row -> known.add(row.getString(1))));
        if (DirectSql.isAny(handle, ANY_JUDGED)) {
            DirectSql.among(handle, JUDGED, _ -> 0, members, row -> known.add(row.getString(1)));
        }
        return known;
    }

    /// Rows of this activity about `members`. Most activities have none in most tables: one look says so for all.
    private void here(String columns, String table, List<String> members, DirectSql.Reading reading) {
        var of = " FROM " + table + " WHERE street = 1 AND activity = ?";
        if (DirectSql.isAny(handle, "SELECT EXISTS (SELECT 1" + of + ")", activity.value())) {
            DirectSql.among(
                    handle, "SELECT " + columns + of + " AND member IN (<keys>)", this::bindActivity, members, reading);
        }
    }

    private Map<String, List<Line>> lines(List<String> members) {
        var lines = new HashMap<String, List<Line>>();
        here("*", LINES, members, row -> {
            var line = RollStore.line(row);
            lines.computeIfAbsent(line.entry().member().value(), fresh -> new ArrayList<>())
                    .add(line);
        });
        return lines;
    }

    private static boolean isOnRoll(Placed each, List<Line> lines, boolean isOpen) {
        return lines.isEmpty() ? isOpen : RollLines.isOrdinary(lines, List.of(received(each)));
    }

    private static CheckIn received(Placed each) {
        var fact = each.fact();
        return new CheckIn(
                fact.member(),
                fact.roll(),
                new AttendanceMark.CheckedIn(fact.member(), each.at(), fact.late(), fact.toSign()));
    }

    private void bind(PreparedStatement statement, Placed each) throws SQLException {
        var fact = each.fact();
        statement.setLong(1, each.place().chain());
        statement.setLong(2, each.place().seq());
        statement.setString(3, activity.value());
        statement.setString(4, fact.member().value());
        statement.setString(5, fact.role().name());
        statement.setString(6, fact.method().name());
        statement.setInt(7, fact.late() ? 1 : 0);
        statement.setLong(8, each.at().toEpochMilli());
        statement.setString(9, fact.roll().map(OrganizationId::value).orElse(null));
        statement.setInt(10, AttendanceProjection.rank(each.recorded().clock().quality()));
        statement.setInt(11, fact.toSign() ? 1 : 0);
    }

    private void sign(Collection<Placed> taken, Map<String, List<Line>> lines) {
        var changed = new ArrayList<Line>();
        for (var each : taken) {
            for (var line : lines.getOrDefault(member(each), List.of())) {
                var judged = RollLines.judged(
                        line.organization(),
                        line.entry(),
                        false,
                        List.of(received(each).mark()));
                if (!judged.equals(line)) {
                    changed.add(judged);
                }
            }
        }
        new RollStore(handle).put(activity, changed);
    }

    private List<String> near(List<String> members, Instant from, Instant through) {
        var near = new ArrayList<String>();
        DirectSql.among(
                handle,
                NEAR,
                statement -> {
                    statement.setLong(1, from.minus(Settling.NEAR).toEpochMilli());
                    statement.setLong(2, through.plus(Settling.NEAR).toEpochMilli());
                    statement.setString(3, activity.value());
                    return 3;
                },
                members,
                row -> near.add(row.getString(1)));
        return near.stream().distinct().toList();
    }
}
