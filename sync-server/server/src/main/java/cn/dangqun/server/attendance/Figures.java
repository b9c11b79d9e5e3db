package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceFigures;
import cn.dangqun.domain.attendance.AttendanceFigures.Share;
import cn.dangqun.domain.attendance.AttendanceLine;
import cn.dangqun.domain.attendance.AttendanceSheet;
import cn.dangqun.domain.attendance.AttendanceSheet.View;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.attendance.RollSnapshot;
import cn.dangqun.domain.attendance.Roster;
import cn.dangqun.domain.organization.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// 应到 and 实到 of activities: of frozen rolls the sums of their lines, of the others what the rule says by now.
record Figures(Handle handle, Roster roster, PlannedRolls planned) {
    /// By activity. A person on two rolls of one activity counts once in it.
    Map<ActivityId, AttendanceFigures> of(Collection<Activity> activities) {
        if (activities.isEmpty()) {
            return Map.of();
        }
        var ids = activities.stream().map(each -> each.id().value()).toList();
        var shares = frozenShares(ids);
        var frozen = frozenRolls(ids);
        var cancelled = cancelled(ids);
        var unfrozen = new LinkedHashMap<ActivityId, List<RollSnapshot>>();
        for (var activity : activities) {
            if (cancelled.contains(activity.id())) {
                continue; // nobody is due who was not when it was cancelled
            }
            var rolls = unfrozen(activity, frozen.getOrDefault(activity.id(), Set.of()));
            if (!rolls.isEmpty()) {
                unfrozen.put(activity.id(), rolls);
            }
        }
        sheets(unfrozen)
                .forEach((activity, sheets) ->
                        sheets.forEach(sheet -> shares.computeIfAbsent(activity, fresh -> new ArrayList<>())
                                .addAll(shares(sheet))));
        return shares.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> AttendanceFigures.sum(each.getValue())));
    }

    /// The lines of rolls that nobody has frozen yet, as they will be if nothing changes.
    Map<OrganizationId, List<AttendanceLine>> preview(Activity activity) {
        if (!cancelled(List.of(activity.id().value())).isEmpty()) {
            return Map.of();
        }
        var frozen = frozenRolls(List.of(activity.id().value())).getOrDefault(activity.id(), Set.of());
        var lines = new LinkedHashMap<OrganizationId, List<AttendanceLine>>();
        sheets(Map.of(activity.id(), unfrozen(activity, frozen)))
                .values()
                .forEach(sheets ->
                        sheets.forEach(sheet -> lines.put(sheet.organization(), sheet.lines(View.FOR_RECORD))));
        return lines;
    }

    /// What is recorded of all of them is asked for at once.
    private Map<ActivityId, List<AttendanceSheet>> sheets(Map<ActivityId, List<RollSnapshot>> unfrozen) {
        if (unfrozen.values().stream().allMatch(List::isEmpty)) {
            return Map.of();
        }
        var ids = unfrozen.keySet().stream().map(ActivityId::value).toList();
        var received = new RollStore(handle).received(ids);
        var notes = new NoteStore(handle).marks(ids);
        var sheets = new LinkedHashMap<ActivityId, List<AttendanceSheet>>();
        unfrozen.forEach((activity, rolls) -> {
            var marks = Stream.concat(
                            received.getOrDefault(activity, List.of()).stream(),
                            notes.getOrDefault(activity, List.of()).stream())
                    .toList();
            sheets.put(
                    activity,
                    rolls.stream().map(roll -> new AttendanceSheet(roll, marks)).toList());
        });
        return sheets;
    }

    private List<RollSnapshot> unfrozen(Activity activity, Set<String> frozen) {
        return planned.of(roster, activity).stream()
                .filter(roll -> !frozen.contains(roll.organization().value()))
                .toList();
    }

    private Map<ActivityId, List<Share>> frozenShares(List<String> ids) {
        var shares = new HashMap<ActivityId, List<Share>>();
        handle.createQuery("""
                        SELECT activity, state, voting, explained, count(DISTINCT member) AS people
                        FROM attendance_line WHERE street = 1 AND activity IN (<ids>)
                        GROUP BY activity, state, voting, explained""")
                .bindList("ids", ids)
                .map((row, ignored) -> Map.entry(new ActivityId(row.getString("activity")), share(row)))
                .forEach(each -> shares.computeIfAbsent(each.getKey(), fresh -> new ArrayList<>())
                        .add(each.getValue()));
        return shares;
    }

    private static Share share(ResultSet row) throws SQLException {
        return new Share(
                AttendanceState.valueOf(row.getString("state")),
                row.getBoolean("voting"),
                row.getBoolean("explained"),
                row.getInt("people"));
    }

    private Map<ActivityId, Set<String>> frozenRolls(List<String> ids) {
        var frozen = new HashMap<ActivityId, Set<String>>();
        handle.createQuery("""
                        SELECT DISTINCT activity, organization FROM roll_freezing
                        WHERE street = 1 AND activity IN (<ids>)""")
                .bindList("ids", ids)
                .map((row, ignored) ->
                        Map.entry(new ActivityId(row.getString("activity")), row.getString("organization")))
                .forEach(each -> frozen.computeIfAbsent(each.getKey(), fresh -> new HashSet<>())
                        .add(each.getValue()));
        return frozen;
    }

    /// Those of them that will not be held.
    Set<ActivityId> cancelled(List<String> ids) {
        return handle.createQuery("SELECT activity FROM activity_cancelled WHERE street = 1 AND activity IN (<ids>)")
                .bindList("ids", ids)
                .mapTo(String.class)
                .map(ActivityId::new)
                .set();
    }

    /// Only kiosks too old to freeze a roll have received anybody on it; leave may be granted before anybody comes.
    private static List<Share> shares(AttendanceSheet sheet) {
        return sheet.lines(View.FOR_RECORD).stream()
                .map(line -> new Share(
                        line.state(), line.entry().voting(), line.reason().isPresent(), 1))
                .toList();
    }
}
