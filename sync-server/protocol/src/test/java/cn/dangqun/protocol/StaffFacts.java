package cn.dangqun.protocol;

import static cn.dangqun.protocol.Facts.activities;
import static cn.dangqun.protocol.Facts.handlings;
import static cn.dangqun.protocol.Facts.members;
import static cn.dangqun.protocol.Facts.text;

import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.fact.StaffFact;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Any fact that staff record about presence, cards and clocks.
final class StaffFacts {
    private StaffFacts() {}

    static Arbitrary<Fact> any() {
        return Arbitraries.oneOf(registered(), signed(), leave(), explained(), corrected(), counted(), sheet(), desk());
    }

    private static Arbitrary<Fact> registered() {
        var who = Combinators.combine(
                        activities(),
                        members(),
                        Arbitraries.of(AttendanceRole.class),
                        Facts.organizations().optional(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((activity, member, role, roll, late, toSign) ->
                        (Registering) (how, came, by, approver, sheet) -> new AttendanceFact.Registered(
                                activity,
                                member,
                                new AttendanceFact.Counting(role, roll, late, toSign),
                                how,
                                came,
                                by,
                                approver,
                                sheet));
        return Combinators.combine(
                        who,
                        Arbitraries.of(AttendanceFact.Registration.class),
                        Arbitraries.longs().map(Instant::ofEpochMilli),
                        handlings(),
                        text("staff-1", 20).optional(),
                        Facts.sealed().optional())
                .as(Registering::of);
    }

    private interface Registering {
        AttendanceFact with(
                AttendanceFact.Registration how,
                Instant came,
                Handling by,
                Optional<String> approver,
                Optional<SealedId> sheet);

        static Fact of(
                Registering who,
                AttendanceFact.Registration how,
                Instant came,
                Handling by,
                Optional<String> approver,
                Optional<SealedId> sheet) {
            return who.with(how, came, by, approver, sheet);
        }
    }

    private static Arbitrary<Fact> signed() {
        return Arbitraries.oneOf(
                Combinators.combine(activities(), members(), Facts.sealed())
                        .as((activity, member, strokes) ->
                                new AttendanceFact.Signed(activity, member, Optional.of(strokes), Optional.empty())),
                Combinators.combine(activities(), members(), text("staff-1", 20))
                        .as((activity, member, staff) ->
                                new AttendanceFact.Signed(activity, member, Optional.empty(), Optional.of(staff))));
    }

    private static Arbitrary<Fact> leave() {
        return Combinators.combine(
                        activities(),
                        members(),
                        Arbitraries.of(AttendanceFact.LeaveKind.class),
                        handlings(),
                        text("staff-1", 20))
                .as(AttendanceFact.LeaveGranted::new);
    }

    private static Arbitrary<Fact> explained() {
        return Combinators.combine(activities(), members(), handlings()).as(AttendanceFact.AbsenceExplained::new);
    }

    private static Arbitrary<Fact> corrected() {
        return Combinators.combine(activities(), members(), handlings()).as(AttendanceFact.CheckInCorrected::new);
    }

    private static Arbitrary<Fact> counted() {
        return Combinators.combine(
                        activities(),
                        Arbitraries.of(GuestKind.class),
                        Arbitraries.integers().greaterOrEqual(0),
                        text("staff-1", 20))
                .as(AttendanceFact.GuestsCounted::new);
    }

    private static Arbitrary<Fact> sheet() {
        return Combinators.combine(activities(), Facts.sealed(), text("staff-1", 20))
                .as(AttendanceFact.PaperSheetKept::new);
    }

    private static Arbitrary<Fact> desk() {
        return Arbitraries.oneOf(
                Combinators.combine(text("staff-1", 20), Arbitraries.longs().map(Instant::ofEpochMilli))
                        .as(StaffFact.ClockConfirmed::new),
                Combinators.combine(text("staff-1", 20), text("0123456789abcdef", 20), text("$argon2id$v=19$x", 200))
                        .as(StaffFact.PinChosen::new),
                Combinators.combine(Facts.cards(), members(), handlings()).as(StaffFact.CardBound::new),
                Combinators.combine(Facts.cards(), handlings()).as(StaffFact.CardRetired::new),
                Combinators.combine(activities(), members(), handlings())
                        .as((activity, member, by) -> new StaffFact.ReturnAnswered(
                                ReviewItem.of(ReviewItem.Kind.UNSIGNED, activity, member), by)));
    }
}
