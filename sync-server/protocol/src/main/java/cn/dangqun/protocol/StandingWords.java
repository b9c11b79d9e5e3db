package cn.dangqun.protocol;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.StreetStanding;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.protocol.wire.Standing;
import java.time.DateTimeException;
import java.util.stream.Collectors;

/// How an activity stands at the street, to messages and back.
public final class StandingWords {
    private StandingWords() {}

    public static Standing encode(StreetStanding standing) {
        return Standing.newBuilder()
                .setActivity(standing.activity().value())
                .addAllRolls(standing.rolls().stream()
                        .map(roll -> Standing.Roll.newBuilder()
                                .setOrganization(roll.organization().value())
                                .setHeldOn(roll.heldOn().toString())
                                .addAllEntries(RollWords.entries(roll))
                                .build())
                        .toList())
                .addAllPresentElsewhere(standing.presentElsewhere().stream()
                        .map(MemberId::value)
                        .sorted()
                        .toList())
                .setOthersElsewhere(standing.othersElsewhere())
                .setDueBeyond(standing.beyond().due())
                .setPresentBeyond(standing.beyond().present())
                .setEpoch(standing.epoch())
                .setThroughSeq(standing.throughSeq())
                .setComplete(standing.complete())
                .setKiosks(standing.kiosks())
                .build();
    }

    public static StreetStanding decode(Standing wire) throws UnreadableException {
        try {
            var activity = new ActivityId(wire.getActivity());
            return new StreetStanding(
                    activity,
                    wire.getRollsList().stream()
                            .map(roll -> RollWords.roll(
                                    activity, roll.getOrganization(), roll.getHeldOn(), roll.getEntriesList()))
                            .toList(),
                    wire.getPresentElsewhereList().stream().map(MemberId::new).collect(Collectors.toUnmodifiableSet()),
                    wire.getOthersElsewhere(),
                    new Tally(wire.getDueBeyond(), wire.getPresentBeyond()),
                    wire.getEpoch(),
                    wire.getThroughSeq(),
                    wire.getComplete(),
                    wire.getKiosks());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableException("a standing is malformed", e);
        }
    }
}
