package cn.dangqun.domain.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.member.MemberId;
import java.util.List;
import java.util.Set;

/// How an activity stands at the street, as told to one kiosk: the frozen rolls of organisations whose people the kiosk
/// knows, who was received at other kiosks, and sums of the organisations it does not know. It counts the kiosk's own
/// records up to `throughSeq` of the ledger whose epoch is, in hex, `epoch`. `complete`: every kiosk of the activity's
/// centres has told all it has.
public record StreetCount(
        ActivityId activity,
        List<RollSnapshot> rolls,
        Set<MemberId> presentElsewhere,
        int othersElsewhere,
        Tally beyond,
        String epoch,
        long throughSeq,
        boolean complete,
        int kiosks) {
    public StreetCount {
        rolls = List.copyOf(rolls);
        presentElsewhere = Set.copyOf(presentElsewhere);
    }
}
