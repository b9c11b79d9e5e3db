package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.RollEntry;
import cn.dangqun.domain.attendance.RollSnapshot;
import cn.dangqun.domain.attendance.Roster;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.NumberedName;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.attendance.RollDifference.Kind;
import cn.dangqun.server.attendance.RollStore.Line;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.web.Scope;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Compares the frozen rolls of one month with what the rule says by the roster as it is now. Reads every line of the
/// month inside the scope once; call it inside one read transaction.
record DifferenceReader(StreetRoster roster) {
    private record Frozen(ActivityId activity, Line line) {}

    /// Newest activity first, then by organisation and member.
    List<RollDifference> of(Handle handle, Scope scope, YearMonth month) {
        var now = roster.now(handle);
        var lines = lines(handle, scope, month);
        return activities(handle, scope, month).stream()
                .sorted(Comparator.comparing(Activity::starts)
                        .reversed()
                        .thenComparing(each -> each.id().value()))
                .flatMap(each -> compare(handle, now, each, lines.getOrDefault(each.id(), List.of())).stream())
                .toList();
    }

    private static List<Activity> activities(Handle handle, Scope scope, YearMonth month) {
        return handle.createQuery("SELECT i.record FROM activity a" + ActivityReader.ITEM + """
                        JOIN organization o ON o.street = 1 AND o.id = a.organization
                        WHERE a.street = 1 AND a.held_on BETWEEN :from AND :to
                          AND o.path >= :path AND o.path < :after""")
                .bind("from", month.atDay(1).toString())
                .bind("to", month.atEndOfMonth().toString())
                .bind("path", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> ActivityReader.activity(row))
                .list();
    }

    private static Map<ActivityId, List<Line>> lines(Handle handle, Scope scope, YearMonth month) {
        return handle
                .createQuery("""
                        SELECT l.* FROM activity a
                        JOIN organization o ON o.street = 1 AND o.id = a.organization
                        JOIN attendance_line l ON l.street = 1 AND l.activity = a.id
                        WHERE a.street = 1 AND a.held_on BETWEEN :from AND :to
                          AND o.path >= :path AND o.path < :after""")
                .bind("from", month.atDay(1).toString())
                .bind("to", month.atEndOfMonth().toString())
                .bind("path", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> new Frozen(new ActivityId(row.getString("activity")), RollStore.line(row)))
                .stream()
                .collect(
                        Collectors.groupingBy(Frozen::activity, Collectors.mapping(Frozen::line, Collectors.toList())));
    }

    private static List<RollDifference> compare(Handle handle, Roster roster, Activity activity, List<Line> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        var byRule = roster.rolls(activity).stream()
                .collect(Collectors.toMap(RollSnapshot::organization, DifferenceReader::entries));
        var found = new ArrayList<RollDifference>();
        lines.stream().collect(Collectors.groupingBy(Line::organization)).forEach((organization, theirs) -> {
            var due = new HashMap<>(byRule.getOrDefault(organization, Map.of()));
            for (var line : theirs) {
                kind(line, Optional.ofNullable(due.remove(line.entry().member())))
                        .ifPresent(kind -> found.add(difference(
                                handle,
                                roster,
                                activity,
                                organization,
                                line.entry().member(),
                                kind)));
            }
            due.keySet()
                    .forEach(member ->
                            found.add(difference(handle, roster, activity, organization, member, Kind.NOT_YET)));
        });
        found.sort(Comparator.comparing(
                        (RollDifference each) -> NumberedName.key(each.roll().value()))
                .thenComparing(each -> each.member().value()));
        return found;
    }

    private static Map<MemberId, RollEntry> entries(RollSnapshot roll) {
        return roll.entries().stream().collect(Collectors.toMap(RollEntry::member, Function.identity()));
    }

    private static Optional<Kind> kind(Line line, Optional<RollEntry> byRule) {
        if (line.added()) {
            return Optional.of(Kind.ADDED);
        }
        if (byRule.isEmpty()) {
            return Optional.of(Kind.NO_LONGER);
        }
        return byRule.filter(line.entry()::equals).isPresent() ? Optional.empty() : Optional.of(Kind.STANDING);
    }

    private static RollDifference difference(
            Handle handle, Roster roster, Activity activity, OrganizationId roll, MemberId id, Kind kind) {
        var member = roster.member(id);
        return new RollDifference(
                activity,
                roll,
                id,
                member.map(each -> each.name().full()).or(() -> formerName(handle, id)),
                kind,
                member.flatMap(each -> each.on(activity.heldOn())).map(each -> each.branch()));
    }

    private static Optional<String> formerName(Handle handle, MemberId id) {
        return handle.createQuery("SELECT name FROM former_member WHERE street = 1 AND id = ?")
                .bind(0, id.value())
                .mapTo(String.class)
                .findOne();
    }
}
