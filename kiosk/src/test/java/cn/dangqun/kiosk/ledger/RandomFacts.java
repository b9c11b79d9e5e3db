package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.FreezeCause;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.RollEntry;
import cn.dangqun.domain.attendance.RollSnapshot;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.AppointmentFact;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.fact.RequestFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.queue.AppointmentCode;
import cn.dangqun.domain.queue.AppointmentId;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketNumber;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// What a kiosk may record in a day, of every feature that reads facts, by lot. Nobody is received twice.
final class RandomFacts {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);
    private static final Handling BY = new Handling("staff-1", "样例事由");
    private static final AttendanceFact.Counting COUNTING =
            new AttendanceFact.Counting(AttendanceRole.MEMBER, Optional.empty(), false, true);

    private final Random random;
    private int people = 1;
    private int tickets = 1;
    private int others = 1;
    private int appointments = 1;
    private int requests = 1;
    private int firstTicket = 1;
    private LocalDate day = DAY;
    private final Set<String> rated = new HashSet<>();

    RandomFacts(Random random) {
        this.random = random;
    }

    /// Of whoever took a number until now nothing more is recorded.
    Fact endDay() {
        firstTicket = tickets;
        appointments += 10;
        requests += 10;
        day = day.plusDays(1);
        return new AttendanceFact.GuestsCounted(activity(), GuestKind.RESIDENT, others++, "staff-1");
    }

    /// `seq`: the number it will have.
    Fact next(long seq) {
        return switch (random.nextInt(24)) {
            case 0, 1, 2, 3, 4 ->
                new AttendanceFact.CheckedIn(
                        activity(), new MemberId("M-" + people++), AttendanceRole.MEMBER, CheckInMethod.CARD, false);
            case 5 -> new AttendanceFact.GuestCheckedIn(activity(), GuestKind.RESIDENT, Optional.empty());
            case 6 ->
                new AttendanceFact.GuestCheckedIn(
                        activity(), GuestKind.FLOATING, Optional.of(new CardKey("%064x".formatted(people++))));
            case 7 ->
                new AttendanceFact.GuestCheckedIn(
                        activity(),
                        GuestKind.RESIDENT,
                        Optional.empty(),
                        Optional.of(new AttendanceFact.Named(sealed(), sealed(), BY)));
            case 8, 9 ->
                new AttendanceFact.CheckInVoided(
                        activity(), 1 + random.nextLong(seq), AttendanceFact.VoidReason.SELF_UNDO);
            case 10 -> new AttendanceFact.CheckInCorrected(activity(), somebody(), BY);
            case 11 -> registered(AttendanceFact.Registration.AT_DOOR);
            case 12 -> registered(AttendanceFact.Registration.AFTERWARDS);
            case 13 -> new AttendanceFact.Signed(activity(), somebody(), Optional.of(sealed()), Optional.empty());
            case 14 -> new AttendanceFact.GuestsCounted(activity(), GuestKind.RESIDENT, others++, "staff-1");
            case 15 -> new AttendanceFact.PaperSheetKept(activity(), sealed(), "staff-1");
            case 16 ->
                new AttendanceFact.RollFrozen(
                        new RollSnapshot(
                                activity(),
                                new OrganizationId("branch-1"),
                                DAY,
                                List.of(new RollEntry(somebody(), true, Optional.empty()))),
                        FreezeCause.OPENED,
                        0);
            case 17 -> session();
            case 18 ->
                new QueueFact.TicketTaken(
                        ticket(tickets),
                        TicketNumber.parse("A%03d".formatted(tickets++)),
                        new ServiceId("care"),
                        day,
                        random.nextBoolean());
            case 19 -> new QueueFact.TicketHandedOver(known(), Handover.PRINTED, Optional.empty());
            case 20 -> new QueueFact.TicketHandled(known(), act(), "staff-1");
            case 21 -> appointment();
            default -> request();
        };
    }

    private ActivityId activity() {
        return new ActivityId("activity-" + (1 + random.nextInt(3)));
    }

    private MemberId somebody() {
        return new MemberId("M-" + (1 + random.nextInt(people)));
    }

    private SealedId sealed() {
        return new SealedId("%064x".formatted(others++));
    }

    private static TicketId ticket(int number) {
        return new TicketId("%016x".formatted(number));
    }

    private TicketId known() {
        return ticket(firstTicket + random.nextInt(Math.max(1, tickets - firstTicket)));
    }

    private TicketAct act() {
        return switch (random.nextInt(4)) {
            case 0 -> new TicketAct.Pass();
            case 1 -> new TicketAct.Hold();
            default -> new TicketAct.Call(1 + random.nextInt(3));
        };
    }

    private Fact registered(AttendanceFact.Registration how) {
        return new AttendanceFact.Registered(
                activity(),
                new MemberId("M-" + people++),
                COUNTING,
                how,
                Instant.parse("2026-11-10T01:00:00Z"),
                BY,
                random.nextBoolean() ? Optional.of("staff-2") : Optional.empty(),
                Optional.empty());
    }

    private Fact session() {
        return switch (random.nextInt(3)) {
            case 0 ->
                new SessionFact.Opened(
                        new ActivityId("begun-" + others++),
                        Optional.of(new SessionFact.AdHoc(
                                ActivityType.THEME_DAY, new OrganizationId("branch-1"), "样例活动", "样例室")),
                        "staff-1");
            case 1 -> new SessionFact.Closed(activity(), Optional.empty());
            default -> new SessionFact.StepTicked(activity(), "step-1", random.nextBoolean(), "staff-1");
        };
    }

    private Fact appointment() {
        var id = new AppointmentId("%016x".formatted(Math.max(1, appointments - 1 - random.nextInt(3))));
        return switch (random.nextInt(3)) {
            case 0 -> new AppointmentFact.Cancelled(id, Optional.empty());
            case 1 -> new AppointmentFact.Arrived(id, known());
            default ->
                new AppointmentFact.Made(
                        new AppointmentId("%016x".formatted(appointments++)),
                        new AppointmentCode("%06d".formatted(others++)),
                        "plan-1",
                        new ServiceId("care"),
                        DAY.plusDays(random.nextInt(200)),
                        LocalTime.NOON,
                        Optional.empty());
        };
    }

    private Fact request() {
        var id = "%016x".formatted(Math.max(1, requests - 1 - random.nextInt(3)));
        if (random.nextInt(3) == 0 && rated.add(id)) {
            return new RequestFact.Rated(id, 5);
        }
        return switch (random.nextInt(2)) {
            case 0 ->
                new RequestFact.Advanced(
                        id,
                        RequestStep.IN_PROGRESS,
                        Optional.empty(),
                        Optional.empty(),
                        random.nextBoolean() ? Optional.of(sealed()) : Optional.empty(),
                        Answerer.staff("1"));
            default ->
                new RequestFact.Filed(
                        "%016x".formatted(requests++),
                        RequestKind.OPINION,
                        new OrganizationId("branch-1"),
                        Optional.empty(),
                        Optional.empty(),
                        DAY,
                        Optional.empty(),
                        Answerer.staff("1"),
                        random.nextBoolean() ? Optional.of(sealed()) : Optional.empty());
        };
    }
}
