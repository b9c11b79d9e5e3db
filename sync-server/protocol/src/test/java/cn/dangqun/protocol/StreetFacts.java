package cn.dangqun.protocol;

import static cn.dangqun.protocol.Facts.EPOCH;
import static cn.dangqun.protocol.Facts.KIOSK;
import static cn.dangqun.protocol.Facts.activities;
import static cn.dangqun.protocol.Facts.members;
import static cn.dangqun.protocol.Facts.organizations;
import static cn.dangqun.protocol.Facts.text;

import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.fact.AttendanceFact.Counting;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.StreetFact;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Any fact of the street itself.
final class StreetFacts {
    private StreetFacts() {}

    static Arbitrary<Fact> any() {
        var facts = Arbitraries.longs().greaterOrEqual(1).map(seq -> new FactId(KIOSK, EPOCH, seq));
        var rulings = Combinators.combine(text("abcxyz", 20), text("核实无误，", Handling.LONGEST))
                .as(StreetFact.Ruling::new);
        return Arbitraries.oneOf(
                Combinators.combine(facts, Arbitraries.of(StreetFact.Settlement.class), rulings)
                        .as(StreetFact.ParkedSettled::new),
                Combinators.combine(activities(), facts, members(), countings(), rulings)
                        .as(StreetFact.GuestMatched::new),
                Combinators.combine(activities(), members(), facts, rulings).as(StreetFact.CheckInChosen::new),
                Combinators.combine(activities(), organizations(), members(), Arbitraries.of(true, false), rulings)
                        .as(StreetFact.RollAmended::new),
                Combinators.combine(
                                Combinators.combine(activities(), members(), facts)
                                        .as((activity, member, fact) ->
                                                ReviewItem.ofRecord(ReviewItem.Kind.CLOCK, activity, member, fact)),
                                Arbitraries.of(ReviewItem.Answer.class),
                                rulings)
                        .as(StreetFact.ItemDecided::new),
                Combinators.combine(activities(), organizations(), Arbitraries.of(StreetFact.Verdict.class), rulings)
                        .as(StreetFact.ActivityReviewed::new),
                Combinators.combine(SessionFacts.months(), organizations(), Arbitraries.of(true, false), rulings)
                        .as(StreetFact.MonthLocked::new),
                Combinators.combine(
                                Arbitraries.integers().between(1900, 2199),
                                organizations(),
                                Arbitraries.of(StreetFact.Filing.class),
                                rulings)
                        .as(StreetFact.BooksFiled::new),
                Combinators.combine(
                                SessionFacts.months(),
                                organizations(),
                                Arbitraries.of(StreetFact.ReportStep.class),
                                days(),
                                text("区委组织部", StreetFact.ReportNoted.LONGEST_PARTY),
                                organizations().optional(),
                                rulings)
                        .as(StreetFact.ReportNoted::new),
                Combinators.combine(activities(), members(), days(), Arbitraries.of(true, false), rulings)
                        .as((activity, member, day, stands, ruling) -> new StreetFact.StudyNoted(
                                "note-" + activity.value().length(),
                                member,
                                stands ? StreetFact.Study.MADE_UP : StreetFact.Study.HOME_VISIT,
                                Optional.of(activity).filter(_ -> stands),
                                day,
                                stands,
                                ruling)),
                Combinators.combine(
                                members(),
                                SessionFacts.months(),
                                activities().optional(),
                                Arbitraries.of(true, false),
                                rulings)
                        .as(StreetFact.FeeNoted::new));
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(0, 40_000).map(LocalDate::ofEpochDay);
    }

    private static Arbitrary<Counting> countings() {
        return Combinators.combine(
                        Arbitraries.of(AttendanceRole.class), organizations().optional(), Arbitraries.of(true, false))
                .as((role, roll, late) -> new Counting(role, roll, late, false));
    }
}
