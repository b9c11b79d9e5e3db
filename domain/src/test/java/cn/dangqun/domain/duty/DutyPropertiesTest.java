package cn.dangqun.domain.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.period.Period;
import cn.dangqun.domain.period.PeriodKind;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

class DutyPropertiesTest {
    private static final LocalDate FROM = LocalDate.parse("2021-01-01");
    private static final LocalDate TO = LocalDate.parse("2021-12-31");

    private static List<DutyVerdict> board(DutyRule rule, List<ActivityRecord> activities, LocalDate asOf) {
        var plan = new DutyPlan(Street.PROFILE, List.of(rule), Street.branch("G1", "G2"));
        return DutyBoard.compute(List.of(plan), activities, List.of(), FROM, TO, asOf)
                .verdicts();
    }

    @Tag("property")
    @Property(tries = 400)
    void anActivityThatArrivesLateNeverTurnsMetIntoMissing(
            @ForAll("rules") DutyRule rule,
            @ForAll("activities") List<ActivityRecord> known,
            @ForAll("activity") ActivityRecord late,
            @ForAll("days") LocalDate asOf) {
        var before = board(rule, known, asOf);
        var more = new ArrayList<>(known);
        more.add(late);

        var after = board(rule, more, asOf);

        for (int i = 0; i < before.size(); i++) {
            boolean wasFulfilled = before.get(i).status().isFulfilled();
            assertTrue(!wasFulfilled || after.get(i).status().isFulfilled(), before.get(i) + " became " + after.get(i));
            assertTrue(after.get(i).shortfall() <= before.get(i).shortfall());
        }
    }

    @Tag("property")
    @Property(tries = 400)
    void theOrderOfArrivalDoesNotMatter(
            @ForAll("rules") DutyRule rule,
            @ForAll("activities") List<ActivityRecord> activities,
            @ForAll("days") LocalDate asOf,
            @ForAll long seed) {
        var shuffled = new ArrayList<>(activities);
        Collections.shuffle(shuffled, new Random(seed));

        assertEquals(board(rule, activities, asOf), board(rule, shuffled, asOf));
    }

    @Tag("property")
    @Property(tries = 200)
    void replayingABatchChangesNothing(
            @ForAll("rules") DutyRule rule,
            @ForAll("activities") List<ActivityRecord> activities,
            @ForAll("days") LocalDate asOf) {
        var twice = new ArrayList<>(activities);
        twice.addAll(activities);

        assertEquals(board(rule, activities, asOf), board(rule, twice, asOf));
    }

    @Tag("property")
    @Property(tries = 200)
    void countAndShortfallAlwaysFitTheStatus(
            @ForAll("rules") DutyRule rule,
            @ForAll("activities") List<ActivityRecord> activities,
            @ForAll("days") LocalDate asOf) {
        for (var row : board(rule, activities, asOf)) {
            boolean owes = row.shortfall() > 0;
            assertEquals(owes, !row.status().isFulfilled() && row.status() != DutyStatus.NOT_APPLICABLE);
        }
    }

    @Tag("property")
    @Property(tries = 200)
    void noDueDateLiesBeyondItsPeriod(
            @ForAll("rules") DutyRule rule, @ForAll @IntRange(max = 60) int grace, @ForAll("days") LocalDate asOf) {
        for (var row : board(Street.grace(rule, grace), List.of(), asOf)) {
            assertTrue(row.due().filter(row.period().lastDay()::isBefore).isEmpty());
        }
    }

    @Example
    void everyStatusIsReachable() {
        var reached = EnumSet.noneOf(DutyStatus.class);
        var rules = List.of(
                Street.monthly(), Street.fixedDay(10), Street.condition(Street.monthly(), new Condition.HasGroups()));
        var activities = List.of(Street.held("e1", "2021-01-10"), Street.held("e2", "2021-02-20"));
        for (var rule : rules) {
            for (var asOf : List.of("2021-03-01", "2021-03-08", "2021-03-20", "2021-04-01")) {
                for (var period : List.of("2021-01", "2021-02", "2021-03")) {
                    reached.add(Street.row(rule, period, asOf, activities.toArray(ActivityRecord[]::new))
                            .status());
                }
            }
        }

        assertEquals(EnumSet.allOf(DutyStatus.class), reached);
    }

    @Provide
    Arbitrary<DutyRule> rules() {
        var scheduled = Arbitraries.integers().between(1, 28).map(Street::fixedDay);
        var free = Arbitraries.of(PeriodKind.class).map(kind -> Street.rule(kind, Optional.empty()));
        var deadline = Arbitraries.of(3, 6, 12)
                .map(month -> Street.rule(PeriodKind.YEAR, Optional.of(new Schedule.Before(MonthDay.of(month, 28)))));
        return Arbitraries.oneOf(scheduled, free, deadline)
                .flatMap(rule -> Arbitraries.integers().between(1, 2).map(min -> Street.limits(rule, min, 3)))
                .flatMap(rule -> Arbitraries.of(DutyScope.class).map(scope -> Street.scope(rule, scope)));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 500).map(FROM.minusDays(60)::plusDays);
    }

    @Provide
    Arbitrary<ActivityRecord> activity() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 400),
                        days(),
                        Arbitraries.of(ActivityState.HELD, ActivityState.HELD, ActivityState.PLANNED),
                        Arbitraries.of(
                                ActivityValidity.VALID, ActivityValidity.NO_VOTE_ALLOWED, ActivityValidity.INVALID),
                        Arbitraries.of("G1", "G2", "")
                                .map(group -> Optional.of(group).filter(each -> !each.isEmpty())))
                .as((id, day, state, validity, group) -> new ActivityRecord(
                        // an activity has one date: its id says which
                        new ActivityId("e" + id + "-" + day),
                        Street.BRANCH,
                        day,
                        state,
                        validity,
                        Set.of(Street.DUTY),
                        group.map(OrganizationId::new),
                        Optional.empty(),
                        Optional.<Period>empty()));
    }

    @Provide
    Arbitrary<List<ActivityRecord>> activities() {
        return activity().list().ofMaxSize(30).uniqueElements(ActivityRecord::id);
    }
}
