package cn.dangqun.protocol;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.StreetCount;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.member.MemberId;
import java.time.DateTimeException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// How an activity stands at the street, to messages and back.
public final class StreetCountCodec {
    private StreetCountCodec() {}

    public static cn.dangqun.protocol.wire.StreetCount encode(StreetCount count) {
        return cn.dangqun.protocol.wire.StreetCount.newBuilder()
                .setActivity(count.activity().value())
                .addAllRolls(count.rolls().stream()
                        .map(roll -> cn.dangqun.protocol.wire.StreetCount.Roll.newBuilder()
                                .setOrganization(roll.organization().value())
                                .setHeldOn(roll.heldOn().toString())
                                .addAllEntries(RollCodec.entries(roll))
                                .build())
                        .toList())
                .addAllPresentElsewhere(sorted(count.elsewhere().present()))
                .setOthersElsewhere(count.elsewhere().others())
                .setDueBeyond(count.beyond().due())
                .setPresentBeyond(count.beyond().present())
                .setEpoch(count.epoch())
                .setThroughSeq(count.throughSeq())
                .setComplete(count.complete())
                .setKiosks(count.kiosks())
                .addAllUnsignedElsewhere(sorted(count.elsewhere().unsigned()))
                .addAllOnLeaveElsewhere(sorted(count.elsewhere().onLeave()))
                .addAllWithdrawn(count.elsewhere().withdrawn().stream().sorted().toList())
                .addAllRecognised(
                        count.elsewhere().recognised().stream().sorted().toList())
                .build();
    }

    private static List<String> sorted(Set<MemberId> members) {
        return members.stream().map(MemberId::value).sorted().toList();
    }

    private static Set<MemberId> members(List<String> ids) {
        return ids.stream().map(MemberId::new).collect(Collectors.toUnmodifiableSet());
    }

    public static StreetCount decode(cn.dangqun.protocol.wire.StreetCount wire) throws UnreadableException {
        try {
            var activity = new ActivityId(wire.getActivity());
            return new StreetCount(
                    activity,
                    wire.getRollsList().stream()
                            .map(roll -> RollCodec.roll(
                                    activity, roll.getOrganization(), roll.getHeldOn(), roll.getEntriesList()))
                            .toList(),
                    new StreetCount.Elsewhere(
                            members(wire.getPresentElsewhereList()),
                            members(wire.getUnsignedElsewhereList()),
                            members(wire.getOnLeaveElsewhereList()),
                            wire.getOthersElsewhere(),
                            Set.copyOf(wire.getWithdrawnList()),
                            Set.copyOf(wire.getRecognisedList())),
                    new Tally(wire.getDueBeyond(), wire.getPresentBeyond()),
                    wire.getEpoch(),
                    wire.getThroughSeq(),
                    wire.getComplete(),
                    wire.getKiosks());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableException("how an activity stands is malformed", e);
        }
    }
}
