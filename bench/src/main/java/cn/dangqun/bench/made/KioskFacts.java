package cn.dangqun.bench.made;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.wire.Push;
import cn.dangqun.server.StreetServer;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// People, and what one kiosk recorded of them: everybody comes once to each activity, and then to the next.
public final class KioskFacts {
    private static final KioskId KIOSK = new KioskId("kiosk-1");
    private static final Epoch EPOCH = new Epoch("00112233445566778899aabbccddeeff");
    private static final int PUSH = 256;
    private static final int BRANCHES = 200;

    private KioskFacts() {}

    public static List<ReferenceItem> members(int members) {
        return IntStream.range(0, members)
                .<ReferenceItem>mapToObj(number -> new ReferenceItem.MemberItem(new Member(
                        new MemberId("M-" + number),
                        new PersonName("试验" + number),
                        MemberStatus.FULL,
                        RelationKind.HOME,
                        new OrganizationId("b-" + number % BRANCHES),
                        Optional.empty())))
                .toList();
    }

    /// Puts them into the street's ledger as its kiosk would, push by push.
    public static void append(StreetServer street, int members, int facts) {
        var hash = FactChain.genesis(KIOSK, EPOCH);
        for (int first = 1; first <= facts; first += PUSH) {
            var push = Push.newBuilder()
                    .setEpoch(EPOCH.hex())
                    .setFirstSeq(first)
                    .setFirstPreviousHash(ByteString.copyFrom(hash));
            for (int seq = first; seq < first + PUSH && seq <= facts; seq++) {
                var record = record(seq, members);
                hash = FactChain.next(hash, record);
                push.addRecords(ByteString.copyFrom(record));
            }
            street.ledger().append(KIOSK, EPOCH, push.build()).orElseThrow().join();
        }
    }

    private static byte[] record(int seq, int members) {
        var at = Instant.EPOCH.plus(Duration.ofDays(20_000)).plusSeconds(seq);
        return FactCodec.encode(new RecordedFact(
                new FactId(KIOSK, EPOCH, seq),
                new ClockReading(at, "boot", Duration.ofSeconds(seq), Optional.empty(), Optional.empty()),
                new AttendanceFact.CheckedIn(
                        new ActivityId("a-" + seq / members),
                        new MemberId("M-" + seq % members),
                        AttendanceRole.MEMBER,
                        CheckInMethod.CARD,
                        false)));
    }
}
