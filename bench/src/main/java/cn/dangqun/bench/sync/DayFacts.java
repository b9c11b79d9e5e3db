package cn.dangqun.bench.sync;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.ClockReading;
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

/// Check-ins of people who come to one kiosk today, fifty to an activity of their branch; each is a push of its own, as
/// it is when people come one after the other.
final class DayFacts {
    /// To one activity.
    static final int PEOPLE = 50;

    private DayFacts() {}

    static ActivityId activity(int kiosk, int branch) {
        return new ActivityId("day-" + kiosk + "-" + branch);
    }

    static OrganizationId branch(int kiosk, int branch) {
        return new OrganizationId("branch-" + kiosk + "-" + branch);
    }

    static MemberId member(int kiosk, int person) {
        return new MemberId("M-" + kiosk + "-" + person);
    }

    static List<Push> pushes(KioskId kiosk, int number, int people) {
        var epoch = MadeUpFacts.epoch(number);
        var pushes = new ArrayList<Push>();
        var hash = FactChain.genesis(kiosk, epoch);
        var now = Instant.now();
        for (int person = 0; person < people; person++) {
            var record = FactCodec.encode(new RecordedFact(
                    new FactId(kiosk, epoch, person + 1L),
                    new ClockReading(
                            now.plusMillis(person),
                            "7d1f3c1e-boot",
                            Duration.ofHours(1).plusMillis(person),
                            Optional.of(Duration.ofMinutes(3)),
                            Optional.of(Duration.ofMillis(12))),
                    new AttendanceFact.CheckedIn(
                            activity(number, person / PEOPLE),
                            member(number, person),
                            AttendanceRole.MEMBER,
                            CheckInMethod.CARD,
                            false,
                            Optional.of(branch(number, person / PEOPLE)),
                            false)));
            pushes.add(Push.newBuilder()
                    .setPushId(person + 1L)
                    .setEpoch(epoch.hex())
                    .setFirstSeq(person + 1L)
                    .setFirstPreviousHash(ByteString.copyFrom(hash))
                    .addRecords(ByteString.copyFrom(record))
                    .build());
            hash = FactChain.next(hash, record);
        }
        return pushes;
    }
}
