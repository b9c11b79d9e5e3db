package cn.dangqun.kiosk.activity;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.kiosk.ledger.Presence;
import cn.dangqun.kiosk.reference.ReferenceIndex;

/// Counts 应到 and 实到.
public final class ActivityTally {
    private ActivityTally() {}

    /// Whoever checked in as a member stays counted on both sides, even when the street has changed the roll since
    /// (reconciliation rule 4).
    public static Tally of(Activity activity, ReferenceIndex reference, Presence presence) {
        var roll = reference.roll(activity.organization());
        long offRoll = presence.members().stream()
                .filter(member -> !roll.contains(member))
                .count();
        return new Tally(roll.size() + (int) offRoll, presence.members().size());
    }
}
