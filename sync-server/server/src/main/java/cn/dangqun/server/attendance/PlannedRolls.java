package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.RollSnapshot;
import cn.dangqun.domain.attendance.Roster;
import cn.dangqun.server.db.OneProcess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rolls that the rule gives, kept while the roster stays what it is: every look at a day asks for all of them
/// again. For any thread.
@OneProcess("Follows from the roster alone, which every process reads for itself.")
final class PlannedRolls {
    /// Of all rolls together: a street-wide one may have tens of thousands.
    private static final int MOST_ENTRIES = 400_000;

    private Optional<Roster> roster = Optional.empty();
    private final Map<Activity, List<RollSnapshot>> rolls = new HashMap<>();
    private int entries;

    synchronized List<RollSnapshot> of(Roster now, Activity activity) {
        if (roster.filter(known -> known == now).isEmpty() || entries > MOST_ENTRIES) {
            roster = Optional.of(now);
            rolls.clear();
            entries = 0;
        }
        return rolls.computeIfAbsent(activity, fresh -> {
            var found = now.rolls(fresh);
            entries += found.stream().mapToInt(roll -> roll.entries().size()).sum();
            return found;
        });
    }
}
