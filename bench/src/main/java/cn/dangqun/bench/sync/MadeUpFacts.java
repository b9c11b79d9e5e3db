package cn.dangqun.bench.sync;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.wire.Push;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Check-ins of one kiosk as its ledger would hold them: fifty people a meeting, a meeting a day. The same every time.
final class MadeUpFacts {
    static final int PEOPLE = 50;
    /// As many as an uplink puts into one push.
    static final int TOGETHER = 256;

    private static final Instant FIRST = Instant.parse("2026-01-05T01:00:00Z");

    private MadeUpFacts() {}

    static Epoch epoch(int kiosk) {
        return new Epoch("%032x".formatted(kiosk + 1));
    }

    static RecordedFact fact(KioskId kiosk, int number, int index) {
        var at = FIRST.plus(Duration.ofDays(index / PEOPLE)).plusSeconds(5L * (index % PEOPLE));
        return new RecordedFact(
                new FactId(kiosk, epoch(number), index + 1L),
                new ClockReading(
                        at,
                        "7d1f3c1e-boot",
                        Duration.ofSeconds(index),
                        Optional.of(Duration.ofMinutes(3)),
                        Optional.of(Duration.ofMillis(12))),
                new AttendanceFact.CheckedIn(
                        new ActivityId("act-" + number + "-" + index / PEOPLE),
                        new MemberId("M-" + number + "-" + index % PEOPLE),
                        AttendanceRole.MEMBER,
                        CheckInMethod.CARD,
                        false,
                        Optional.of(new OrganizationId("branch-" + number)),
                        false));
    }

    /// What an uplink would send, ready to be written.
    static List<Push> pushes(KioskId kiosk, int number, int facts) {
        var pushes = new ArrayList<Push>();
        var hash = FactChain.genesis(kiosk, epoch(number));
        for (int first = 0; first < facts; first += TOGETHER) {
            var push = Push.newBuilder()
                    .setPushId(pushes.size() + 1L)
                    .setEpoch(epoch(number).hex())
                    .setFirstSeq(first + 1L)
                    .setFirstPreviousHash(ByteString.copyFrom(hash));
            for (int index = first; index < Math.min(facts, first + TOGETHER); index++) {
                var record = FactCodec.encode(fact(kiosk, number, index));
                hash = FactChain.next(hash, record);
                push.addRecords(ByteString.copyFrom(record));
            }
            pushes.add(push.build());
        }
        return pushes;
    }
}
