package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.AttendanceFigures;
import cn.dangqun.domain.attendance.AttendanceFigures.Share;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.organization.OrganizationId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The figures of each roll of one activity: of frozen rolls the sums of their lines, of the others what the rule says
/// by now. Somebody on two rolls stands in both, and in the activity's figures once. Call it inside one read
/// transaction.
record RollSums(Handle handle, Figures figures) {

    /// `path` is empty for an organisation that the street does not have any more.
    record Roll(OrganizationId id, String name, String path, int order, boolean frozen, AttendanceFigures figures) {}

    private record Place(String name, String path, int order) {}

    /// In the order of the tree.
    List<Roll> of(Activity activity) {
        var sums = new HashMap<OrganizationId, List<Share>>();
        handle.createQuery("""
                        SELECT organization, state, voting, explained, count(*) AS people FROM attendance_line
                        WHERE street = 1 AND activity = :activity GROUP BY organization, state, voting, explained""")
                .bind("activity", activity.id().value())
                .map((row, ignored) -> Map.entry(
                        new OrganizationId(row.getString("organization")),
                        new Share(
                                AttendanceState.valueOf(row.getString("state")),
                                row.getBoolean("voting"),
                                row.getBoolean("explained"),
                                row.getInt("people"))))
                .forEach(each -> sums.computeIfAbsent(each.getKey(), fresh -> new ArrayList<>())
                        .add(each.getValue()));
        var rolls = new ArrayList<Roll>();
        var places = new HashMap<OrganizationId, Place>();
        sums.forEach((id, shares) -> rolls.add(roll(places, id, true, AttendanceFigures.sum(shares))));
        figures.preview(activity)
                .forEach((id, lines) -> rolls.add(roll(places, id, false, AttendanceFigures.of(lines))));
        rolls.sort(Comparator.comparingInt(Roll::order)
                .thenComparing(roll -> roll.id().value()));
        return rolls;
    }

    private Roll roll(Map<OrganizationId, Place> places, OrganizationId id, boolean frozen, AttendanceFigures ofRoll) {
        var place = places.computeIfAbsent(id, this::place);
        return new Roll(id, place.name(), place.path(), place.order(), frozen, ofRoll);
    }

    private Place place(OrganizationId id) {
        return handle.createQuery("SELECT name, path, place FROM organization WHERE street = 1 AND id = ?")
                .bind(0, id.value())
                .map((row, ignored) -> new Place(row.getString("name"), row.getString("path"), row.getInt("place")))
                .findOne()
                .orElseGet(() -> new Place(id.value(), "", Integer.MAX_VALUE));
    }

    /// Whether the street has locked the month for the organisation of that path (OQ-32).
    boolean isLocked(Activity activity, String path) {
        return handle
                .createQuery("SELECT top.path FROM month_lock l JOIN organization top ON top.street = 1"
                        + " AND top.id = l.organization WHERE l.street = 1 AND l.locked = 1 AND l.month = ?")
                .bind(0, activity.heldOn().toString().substring(0, "2026-11".length()))
                .mapTo(String.class)
                .stream()
                .anyMatch(path::startsWith);
    }
}
