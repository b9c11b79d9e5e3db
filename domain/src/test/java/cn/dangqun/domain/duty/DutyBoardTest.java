package cn.dangqun.domain.duty;

import static cn.dangqun.domain.duty.Street.BRANCH;
import static cn.dangqun.domain.duty.Street.DUTY;
import static cn.dangqun.domain.duty.Street.PROFILE;
import static cn.dangqun.domain.duty.Street.by;
import static cn.dangqun.domain.duty.Street.groupRows;
import static cn.dangqun.domain.duty.Street.held;
import static cn.dangqun.domain.duty.Street.inGroup;
import static cn.dangqun.domain.duty.Street.monthly;
import static cn.dangqun.domain.duty.Street.rule;
import static cn.dangqun.domain.duty.Street.statuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.period.Period;
import cn.dangqun.domain.period.PeriodKind;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DutyBoardTest {
    private static final LocalDate NEW_YEAR = LocalDate.parse("2021-01-01");
    private static final LocalDate YEAR_END = LocalDate.parse("2021-12-31");

    private static DutyBoard board(DutyRule rule, List<ActivityRecord> activities) {
        var plan = new DutyPlan(PROFILE, List.of(rule), Street.branch());
        return DutyBoard.compute(List.of(plan), activities, List.of(), NEW_YEAR, YEAR_END, YEAR_END);
    }

    @Test
    void everyGroupMustMeetAndTheWorstOneDecides() {
        var rows = groupRows(
                Street.limits(monthly(), 1, 2),
                "2021-05",
                "2021-06-01",
                inGroup("e1", "2021-05-06", "G1"),
                inGroup("e2", "2021-05-13", "G1"),
                inGroup("e3", "2021-05-27", "G1"));

        assertEquals(List.of(DutyStatus.MET, DutyStatus.MISSING, DutyStatus.MISSING), statuses(rows));
        assertEquals(
                new DutySubject.Group(new OrganizationId("G2")), rows.get(1).subject());
        assertEquals(Set.of(DutyFlag.ABOVE_MAX), rows.getFirst().flags());
        var rollUp = rows.getLast();
        assertEquals(new DutySubject.Whole(), rollUp.subject());
        assertEquals(Set.of(DutyFlag.WORST_OF_GROUPS), rollUp.flags());
        assertEquals(3, rollUp.count());
        assertEquals(1, rollUp.shortfall());
    }

    @Test
    void everyGroupHasItsOwnRowInEveryMonth() {
        var rule = Street.scope(monthly(), DutyScope.GROUP);
        var plan = new DutyPlan(PROFILE, List.of(rule), Street.branch("G1", "G2", "G3"));
        var activities = List.of(
                inGroup("e1", "2021-02-06", "G1"),
                inGroup("e2", "2021-03-06", "G2"),
                inGroup("e3", "2021-12-06", "G3"));

        var met =
                DutyBoard.compute(List.of(plan), activities, List.of(), NEW_YEAR, YEAR_END, YEAR_END)
                        .verdicts()
                        .stream()
                        .filter(row -> row.status() == DutyStatus.MET)
                        .map(row -> row.period() + " " + row.subject())
                        .toList();

        assertEquals(List.of("2021-02 Group[id=G1]", "2021-03 Group[id=G2]", "2021-12 Group[id=G3]"), met);
    }

    @Test
    void theRollUpShowsTheDueDateOfItsGroups() {
        var rows = groupRows(Street.fixedDay(10), "2021-05", "2021-05-11", inGroup("e1", "2021-05-11", "G1"));

        assertEquals(List.of(DutyStatus.LATE, DutyStatus.OVERDUE, DutyStatus.OVERDUE), statuses(rows));
        assertEquals(Optional.of(LocalDate.parse("2021-05-10")), rows.getLast().due());
    }

    @Test
    void lateIsWorseThanDueSoonAndPendingWorseThanMet() {
        assertTrue(DutyStatus.LATE.compareTo(DutyStatus.DUE_SOON) > 0);
        assertTrue(DutyStatus.OVERDUE.compareTo(DutyStatus.LATE) > 0);
        assertTrue(DutyStatus.MISSING.compareTo(DutyStatus.OVERDUE) > 0);
        assertTrue(DutyStatus.DUE_SOON.compareTo(DutyStatus.PENDING) > 0);
        assertTrue(DutyStatus.PENDING.compareTo(DutyStatus.MET) > 0);
    }

    @Test
    void anActivityOfNoGroupOrAForeignGroupFulfilsNothing() {
        var rows = groupRows(
                monthly(), "2021-05", "2021-06-01", held("e1", "2021-05-06"), inGroup("e2", "2021-05-06", "G9"));

        assertEquals(0, rows.getLast().count());
    }

    @Test
    void withoutGroupsTheDutyDoesNotApply() {
        var rows = Street.rows(
                Street.scope(monthly(), DutyScope.GROUP), Street.branch(), "2021-05", "2021-06-01", List.of());

        assertEquals(1, rows.size());
        assertEquals(DutyStatus.NOT_APPLICABLE, rows.getFirst().status());
        assertEquals(
                Optional.of(Inapplicability.NOBODY_CONCERNED), rows.getFirst().inapplicable());
        assertEquals(Set.of(), rows.getFirst().flags());
    }

    @Test
    void groupsOfABranchThatIsTooYoungAreNotApplicableAsAWhole() {
        var young = new DutyBearer(
                BRANCH,
                Street.branch().level(),
                Street.branch().orgClass(),
                true,
                List.of(new OrganizationId("G1"), new OrganizationId("G1")),
                java.util.Map.of(),
                java.util.OptionalInt.empty(),
                Optional.of(LocalDate.parse("2021-05-02")),
                Optional.empty());

        var rows = Street.rows(
                Street.scope(monthly(), DutyScope.GROUP),
                young,
                "2021-05",
                "2021-06-01",
                List.of(inGroup("e1", "2021-05-06", "G1")));

        assertEquals(List.of(DutyStatus.NOT_APPLICABLE, DutyStatus.NOT_APPLICABLE), statuses(rows));
        assertEquals(Optional.of(Inapplicability.STARTED_LATER), rows.getLast().inapplicable());
        assertEquals(1, rows.getLast().count());
    }

    @Test
    void everyPersonConcernedMustTakeATurn() {
        var rows = Street.rows(
                Street.scope(monthly(), DutyScope.PERSON),
                Street.branch(),
                "2021-05",
                "2021-06-01",
                List.of(by("e1", "2021-05-06", "M-2"), held("e2", "2021-05-07"), by("e3", "2021-05-08", "M-9")));

        assertEquals(List.of(DutyStatus.MISSING, DutyStatus.MET, DutyStatus.MISSING), statuses(rows));
        assertEquals(
                new DutySubject.Person(new MemberId("M-1")), rows.getFirst().subject());
    }

    @Test
    void aLectureInTheLinkedBranchIsTheLeadersTurnAndTheBranchsOwnLecture() {
        var lecture = by("e1", "2021-05-06", "M-2");
        var linked = new OrganizationId("linked");
        var elsewhere = new ActivityRecord(
                lecture.id(),
                linked,
                lecture.heldOn(),
                lecture.state(),
                lecture.validity(),
                lecture.duties(),
                lecture.group(),
                lecture.person(),
                lecture.covers());
        var leaders = Street.scope(monthly(), DutyScope.PERSON);

        assertEquals(
                List.of(DutyStatus.MISSING, DutyStatus.MET, DutyStatus.MISSING),
                statuses(Street.rows(leaders, Street.branch(), "2021-05", "2021-06-01", List.of(elsewhere))));
        assertEquals(
                List.of(DutyStatus.MISSING),
                statuses(Street.rows(monthly(), Street.branch(), "2021-05", "2021-06-01", List.of(elsewhere))));
        var twice = Street.rows(leaders, Street.branch(), "2021-05", "2021-06-01", List.of(elsewhere, lecture));
        assertEquals(1, twice.get(1).count());
    }

    @Test
    void aYearHasTwelveMonthsAndOnlyTheirOwnActivities() {
        var board =
                board(monthly(), List.of(held("e0", "2020-12-31"), held("e1", "2021-01-01"), held("e2", "2021-12-31")));

        var rows = board.verdicts();

        assertEquals(12, rows.size());
        assertEquals("2021-01", rows.getFirst().period().toString());
        assertEquals(DutyStatus.MET, rows.getFirst().status());
        assertEquals(DutyStatus.MISSING, rows.get(1).status());
        assertEquals(DutyStatus.MET, rows.getLast().status());
        assertEquals(rows, board.verdicts(BRANCH));
    }

    @Test
    void whatWasDueForThePeriodBeforeTheSpanIsOnTheBoardToo() {
        var fees = rule(PeriodKind.YEAR, Optional.of(new Schedule.AfterPeriod(List.of(MonthDay.of(1, 31)))));

        var periods = board(fees, List.of()).verdicts().stream()
                .map(row -> row.period().toString())
                .toList();

        assertEquals(List.of("2020", "2021"), periods);
    }

    @Test
    void asksForNothingOutsideItsSpanItsDutiesAndItsBranches() {
        var board = board(monthly(), List.of(held("e1", "2021-01-01")));

        assertEquals(
                List.of(), board.verdicts(BRANCH, DUTY, Period.parse("2020-12").orElseThrow()));
        assertEquals(
                List.of(), board.verdicts(BRANCH, DUTY, Period.parse("2022-01").orElseThrow()));
        assertEquals(
                List.of(), board.verdicts(BRANCH, DUTY, Period.parse("2021Q1").orElseThrow()));
        assertEquals(
                List.of(),
                board.verdicts(
                        BRANCH, new DutyCode("OTHER"), Period.parse("2021-01").orElseThrow()));
        assertEquals(
                List.of(),
                board.verdicts(
                        new OrganizationId("nobody"),
                        DUTY,
                        Period.parse("2021-01").orElseThrow()));
        assertEquals(List.of(), board.verdicts(new OrganizationId("nobody")));
        assertEquals(
                1,
                board.verdicts(BRANCH, DUTY, Period.parse("2021-01").orElseThrow())
                        .size());
        assertEquals(
                1,
                board.verdicts(BRANCH, DUTY, Period.parse("2021-12").orElseThrow())
                        .size());
    }

    @Test
    void activitiesAndReschedulesOfOtherOrganisationsChangeNothing() {
        var elsewhere = new OrganizationId("elsewhere");
        var activity = held("e1", "2021-01-01");
        var foreign = new ActivityRecord(
                new ActivityId("e2"),
                elsewhere,
                activity.heldOn(),
                activity.state(),
                activity.validity(),
                activity.duties(),
                activity.group(),
                activity.person(),
                activity.covers());
        var moved =
                new Reschedule(elsewhere, DUTY, Period.parse("2021-01").orElseThrow(), NEW_YEAR, Optional.of(NEW_YEAR));
        var plan = new DutyPlan(PROFILE, List.of(Street.fixedDay(10)), Street.branch());

        var board = DutyBoard.compute(List.of(plan), List.of(foreign), List.of(moved), NEW_YEAR, YEAR_END, YEAR_END);

        assertEquals(DutyStatus.MISSING, board.verdicts().getFirst().status());
        assertEquals(Set.of(), board.verdicts().getFirst().flags());
    }

    @Test
    void oneActivityFulfilsEveryDutyItIsMarkedWithAndNoOther() {
        var other = new DutyCode("PARTY_LECTURE");
        var activity = held("e1", "2021-03-10");
        var both = new ActivityRecord(
                activity.id(),
                BRANCH,
                activity.heldOn(),
                activity.state(),
                activity.validity(),
                Set.of(DUTY, other, new DutyCode("UNHEARD_OF")),
                activity.group(),
                activity.person(),
                activity.covers());
        var lecture = new DutyRule(
                other,
                Optional.empty(),
                Optional.empty(),
                PeriodKind.QUARTER,
                1,
                java.util.OptionalInt.empty(),
                DutyScope.BRANCH,
                new Condition.Always(),
                Optional.empty(),
                0,
                0,
                false,
                Optional.empty());
        var plan = new DutyPlan(PROFILE, List.of(monthly(), lecture), Street.branch());

        var board = DutyBoard.compute(List.of(plan), List.of(both), List.of(), NEW_YEAR, YEAR_END, YEAR_END);

        assertEquals(
                1,
                board.verdicts(BRANCH, DUTY, Period.parse("2021-03").orElseThrow())
                        .getFirst()
                        .count());
        assertEquals(
                1,
                board.verdicts(BRANCH, other, Period.parse("2021Q1").orElseThrow())
                        .getFirst()
                        .count());
        assertEquals(16, board.verdicts().size());
    }

    @Test
    void everyRowNamesItsProfileItsOrganisationAndItsDay() {
        var row = board(monthly(), List.of()).verdicts().getFirst();

        assertEquals(PROFILE, row.profile());
        assertEquals(BRANCH, row.organization());
        assertEquals(YEAR_END, row.asOf());
        assertEquals(LocalDate.parse("2021-01-31"), row.closesOn());
    }

    @Test
    void aPlanNamesEachDutyOnce() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new DutyPlan(PROFILE, List.of(monthly(), monthly()), Street.branch()));
    }
}
