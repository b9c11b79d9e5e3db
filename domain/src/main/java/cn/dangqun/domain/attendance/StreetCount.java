package cn.dangqun.domain.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.member.MemberId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// How an activity stands at the street, as told to one kiosk: the frozen rolls of organisations whose people the kiosk
/// knows, what other ledgers say of them, and sums of the organisations it does not know. It counts the kiosk's own
/// records up to `throughSeq` of the ledger whose epoch is, in hex, `epoch`. `complete`: every kiosk of the activity's
/// centres has told all it has.
public record StreetCount(
        ActivityId activity,
        List<RollSnapshot> rolls,
        Elsewhere elsewhere,
        Tally beyond,
        String epoch,
        long throughSeq,
        boolean complete,
        int kiosks) {
    public StreetCount {
        rolls = List.copyOf(rolls);
    }

    /// The same, as if it said nothing of these members.
    public StreetCount without(Set<MemberId> members) {
        return members.isEmpty()
                ? this
                : new StreetCount(
                        activity, rolls, elsewhere.without(members), beyond, epoch, throughSeq, complete, kiosks);
    }

    /// What is recorded in other ledgers: who is 实到, 已报到未签名 and 请假 by them alone; how many observers, linked members
    /// and guests; which records of the kiosk's own no longer stand, by their numbers; and which of its guests were
    /// `recognised`: they count as who they are, as long as that decision stands.
    public record Elsewhere(
            Set<MemberId> present,
            Set<MemberId> unsigned,
            Set<MemberId> onLeave,
            int others,
            Set<Long> withdrawn,
            Set<Long> recognised) {
        public static final Elsewhere NOBODY = new Elsewhere(Set.of(), Set.of(), Set.of(), 0, Set.of(), Set.of());

        public Elsewhere {
            present = Set.copyOf(present);
            unsigned = Set.copyOf(unsigned);
            onLeave = Set.copyOf(onLeave);
            withdrawn = Set.copyOf(withdrawn);
            recognised = Set.copyOf(recognised);
        }

        private Elsewhere without(Set<MemberId> members) {
            return new Elsewhere(
                    others(present, members),
                    others(unsigned, members),
                    others(onLeave, members),
                    others,
                    withdrawn,
                    recognised);
        }

        private static Set<MemberId> others(Set<MemberId> all, Set<MemberId> members) {
            return all.stream().filter(each -> !members.contains(each)).collect(Collectors.toSet());
        }
    }
}
