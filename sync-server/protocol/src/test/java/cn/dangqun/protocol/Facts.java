package cn.dangqun.protocol;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.ExemptionKind;
import cn.dangqun.domain.attendance.FreezeCause;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.RollEntry;
import cn.dangqun.domain.attendance.RollSnapshot;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.AppointmentFact;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.queue.AppointmentCode;
import cn.dangqun.domain.queue.AppointmentId;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Any fact a kiosk can record.
final class Facts {
    static final KioskId KIOSK = new KioskId("kiosk-1");
    static final Epoch EPOCH = new Epoch("00112233445566778899aabbccddeeff");

    private Facts() {}

    static Arbitrary<RecordedFact> recorded() {
        var ids = Arbitraries.longs().greaterOrEqual(1).map(seq -> new FactId(KIOSK, EPOCH, seq));
        return Combinators.combine(ids, clocks(), facts()).as(RecordedFact::new);
    }

    private static Arbitrary<Fact> facts() {
        return Arbitraries.oneOf(
                checkedIn(),
                guest(),
                voided(),
                frozen(),
                unlocked(),
                taken(),
                handedOver(),
                handled(),
                appointments(),
                StaffFacts.any(),
                SessionFacts.any(),
                StreetFacts.any());
    }

    private static Arbitrary<Fact> checkedIn() {
        return Combinators.combine(
                        activities(),
                        members(),
                        Arbitraries.of(AttendanceRole.class),
                        Arbitraries.of(CheckInMethod.class),
                        Arbitraries.of(true, false),
                        organizations().optional())
                .as(AttendanceFact.CheckedIn::new);
    }

    private static Arbitrary<Fact> guest() {
        var named = Combinators.combine(sealed(), sealed(), handlings())
                .as(AttendanceFact.Named::new)
                .optional();
        return Combinators.combine(activities(), Arbitraries.of(GuestKind.class), cards().optional(), named)
                .as(AttendanceFact.GuestCheckedIn::new);
    }

    private static Arbitrary<Fact> voided() {
        return Combinators.combine(
                        activities(),
                        Arbitraries.longs().greaterOrEqual(1),
                        Arbitraries.of(AttendanceFact.VoidReason.class),
                        handlings().optional())
                .as((activity, seq, reason, by) ->
                        new AttendanceFact.CheckInVoided(activity, seq, reason, Optional.empty(), by));
    }

    static Arbitrary<OrganizationId> organizations() {
        return text("abcxyz019-", 64).map(OrganizationId::new);
    }

    private static Arbitrary<Fact> frozen() {
        var entries = Combinators.combine(
                        members(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(ExemptionKind.class).optional())
                .as(RollEntry::new)
                .list()
                .ofMaxSize(20)
                .uniqueElements(RollEntry::member);
        var rolls = Combinators.combine(activities(), organizations(), entries)
                .as((activity, organization, each) ->
                        new RollSnapshot(activity, organization, LocalDate.parse("2026-11-23"), each));
        return Combinators.combine(
                        rolls,
                        Arbitraries.of(FreezeCause.class),
                        Arbitraries.longs().greaterOrEqual(0))
                .as(AttendanceFact.RollFrozen::new);
    }

    static Arbitrary<MemberId> members() {
        return text("ABCXYZ019-", 32).map(MemberId::new);
    }

    static Arbitrary<CardKey> cards() {
        return Combinators.combine(
                        Arbitraries.bytes().array(byte[].class).ofSize(32), Arbitraries.of("", "00112233445566aa"))
                .as(CardKey::of);
    }

    static Arbitrary<SealedId> sealed() {
        return cards().map(key -> new SealedId(key.hex()));
    }

    static Arbitrary<Handling> handlings() {
        return Combinators.combine(text("staff-1", 20), text("忘带卡，", Handling.LONGEST))
                .as(Handling::new);
    }

    private static Arbitrary<Fact> unlocked() {
        return Arbitraries.strings().ofMaxLength(40).map(StaffFact.StaffUnlocked::new);
    }

    private static Arbitrary<Fact> taken() {
        return Combinators.combine(
                        tickets(),
                        Combinators.combine(
                                        Arbitraries.integers().between(0, 9),
                                        Arbitraries.chars().range('A', 'Z'),
                                        Arbitraries.integers().between(1, 999))
                                .as((kiosk, letter, ordinal) -> new TicketNumber(
                                        kiosk == 0 ? OptionalInt.empty() : OptionalInt.of(kiosk), letter, ordinal)),
                        text("az09-", 32).map(ServiceId::new),
                        Arbitraries.integers().between(0, 40_000).map(LocalDate::ofEpochDay),
                        Arbitraries.of(true, false))
                .as(QueueFact.TicketTaken::new);
    }

    private static Arbitrary<Fact> handedOver() {
        return Combinators.combine(
                        tickets(),
                        Arbitraries.of(Handover.class),
                        text("staff-1", 20).optional())
                .as(QueueFact.TicketHandedOver::new);
    }

    private static Arbitrary<Fact> handled() {
        var numbers = Arbitraries.integers().between(0, 99);
        var acts = Arbitraries.<TicketAct>oneOf(
                numbers.map(TicketAct.Call::new),
                numbers.map(TicketAct.Reinsert::new),
                numbers.map(TicketAct.Move::new),
                numbers.map(TicketAct.Resume::new),
                numbers.map(TicketAct.TakeBack::new),
                Arbitraries.of(
                        new TicketAct.Recall(),
                        new TicketAct.Pass(),
                        new TicketAct.Hold(),
                        new TicketAct.Serve(),
                        new TicketAct.Withdraw(),
                        new TicketAct.GiveUp(),
                        new TicketAct.Lapse(),
                        new TicketAct.ChangeService(new ServiceId("aid"))));
        return Combinators.combine(tickets(), acts, text("staff-1", 20)).as(QueueFact.TicketHandled::new);
    }

    private static Arbitrary<Fact> appointments() {
        var ids = Arbitraries.longs().map(number -> new AppointmentId("%016x".formatted(number)));
        var staff = text("staff-1", 20).optional();
        return Arbitraries.<Fact>oneOf(
                Combinators.combine(
                                ids,
                                Arbitraries.integers()
                                        .between(0, 999_999)
                                        .map(number -> new AppointmentCode("%06d".formatted(number))),
                                text("az09-", 32),
                                text("az09-", 32).map(ServiceId::new),
                                Arbitraries.integers().between(0, 40_000).map(LocalDate::ofEpochDay),
                                Arbitraries.integers()
                                        .between(0, 1439)
                                        .map(minute -> LocalTime.of(minute / 60, minute % 60)),
                                staff)
                        .as(AppointmentFact.Made::new),
                Combinators.combine(ids, staff).as(AppointmentFact.Cancelled::new),
                Combinators.combine(ids, tickets()).as(AppointmentFact.Arrived::new));
    }

    static Arbitrary<TicketId> tickets() {
        return Arbitraries.longs().map(number -> new TicketId("%016x".formatted(number)));
    }

    static Arbitrary<ActivityId> activities() {
        return text("aZ09-", 64).map(ActivityId::new);
    }

    private static Arbitrary<ClockReading> clocks() {
        var walls = Arbitraries.longs().map(Instant::ofEpochMilli);
        var sinceBoot = Arbitraries.longs().greaterOrEqual(0).map(Duration::ofMillis);
        var ages = Arbitraries.longs().greaterOrEqual(0).map(Duration::ofMillis).optional();
        var sizes = Arbitraries.longs().map(Duration::ofMillis).optional();
        var decided = Combinators.combine(walls, Arbitraries.of(ClockQuality.class))
                .as(ClockReading.Decided::new)
                .optional();
        return Combinators.combine(walls, text("0123456789abcdef-", 64), sinceBoot, ages, sizes, decided)
                .as(ClockReading::new);
    }

    static Arbitrary<String> text(String characters, int longest) {
        return Arbitraries.strings()
                .withChars(characters.toCharArray())
                .ofMinLength(1)
                .ofMaxLength(longest);
    }
}
