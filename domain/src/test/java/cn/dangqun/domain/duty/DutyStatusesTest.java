package cn.dangqun.domain.duty;

import static cn.dangqun.domain.duty.Street.as;
import static cn.dangqun.domain.duty.Street.covering;
import static cn.dangqun.domain.duty.Street.fixedDay;
import static cn.dangqun.domain.duty.Street.grace;
import static cn.dangqun.domain.duty.Street.held;
import static cn.dangqun.domain.duty.Street.limits;
import static cn.dangqun.domain.duty.Street.monthly;
import static cn.dangqun.domain.duty.Street.moved;
import static cn.dangqun.domain.duty.Street.row;
import static cn.dangqun.domain.duty.Street.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.period.PeriodKind;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DutyStatusesTest {
    static final Set<DutyFlag> NONE = Set.of();

    static void assertRow(DutyVerdict row, DutyStatus status, int count, int shortfall, Set<DutyFlag> flags) {
        assertEquals(status, row.status());
        assertEquals(count, row.count());
        assertEquals(shortfall, row.shortfall());
        assertEquals(flags, row.flags());
    }

    @Test
    void withoutAScheduleTheLastDayOfThePeriodIsStillInTime() {
        assertRow(row(monthly(), "2021-03", "2021-03-31", held("e1", "2021-03-31")), DutyStatus.MET, 1, 0, NONE);
    }

    @Test
    void withoutAScheduleNothingIsMissingBeforeThePeriodIsOver() {
        assertRow(row(monthly(), "2021-03", "2021-03-31"), DutyStatus.PENDING, 0, 1, NONE);
        assertRow(row(monthly(), "2021-03", "2021-04-01"), DutyStatus.MISSING, 0, 1, NONE);
    }

    @Test
    void withoutAScheduleThereIsNoDueDate() {
        assertEquals(Optional.empty(), row(monthly(), "2021-03", "2021-03-31").due());
    }

    @Test
    void aPartOfTheMinimumIsNotEnough() {
        var twice = limits(monthly(), 2, 3);

        assertRow(row(twice, "2021-03", "2021-04-01", held("e1", "2021-03-02")), DutyStatus.MISSING, 1, 1, NONE);
        assertRow(
                row(twice, "2021-03", "2021-04-01", held("e1", "2021-03-02"), held("e2", "2021-03-09")),
                DutyStatus.MET,
                2,
                0,
                NONE);
    }

    @Test
    void moreThanTheMaximumIsOnlyAFlag() {
        var once = limits(monthly(), 1, 1);

        assertRow(row(once, "2021-03", "2021-04-01", held("e1", "2021-03-02")), DutyStatus.MET, 1, 0, NONE);
        assertRow(
                row(once, "2021-03", "2021-04-01", held("e1", "2021-03-02"), held("e2", "2021-03-09")),
                DutyStatus.MET,
                2,
                0,
                Set.of(DutyFlag.ABOVE_MAX));
    }

    @Test
    void onTheFixedDayItIsMetWithoutRemark() {
        var row = row(fixedDay(10), "2021-03", "2021-04-01", held("e1", "2021-03-10"));

        assertRow(row, DutyStatus.MET, 1, 0, NONE);
        assertEquals(Optional.of(LocalDate.parse("2021-03-10")), row.due());
        assertEquals(Optional.of(LocalDate.parse("2021-03-10")), row.decidedOn());
    }

    @Test
    void beforeTheFixedDayItIsMetOffTheDay() {
        assertRow(
                row(fixedDay(10), "2021-03", "2021-04-01", held("e1", "2021-03-09")),
                DutyStatus.MET,
                1,
                0,
                Set.of(DutyFlag.OFF_DAY));
    }

    @Test
    void afterTheFixedDayItIsLateAndOffTheDay() {
        assertRow(
                row(fixedDay(10), "2021-03", "2021-04-01", held("e1", "2021-03-11")),
                DutyStatus.LATE,
                1,
                0,
                Set.of(DutyFlag.OFF_DAY));
    }

    @Test
    void graceMovesTheDueDateNotTheFixedDay() {
        var patient = grace(fixedDay(10), 2);

        assertRow(row(patient, "2021-03", "2021-04-01", held("e1", "2021-03-12")), DutyStatus.MET, 1, 0, NONE);
        assertRow(
                row(patient, "2021-03", "2021-04-01", held("e1", "2021-03-13")),
                DutyStatus.LATE,
                1,
                0,
                Set.of(DutyFlag.OFF_DAY));
        assertRow(row(patient, "2021-03", "2021-03-12"), DutyStatus.DUE_SOON, 0, 1, NONE);
        assertRow(row(patient, "2021-03", "2021-03-13"), DutyStatus.OVERDUE, 0, 1, NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-02-20,PENDING",
        "2021-03-06,PENDING",
        "2021-03-07,DUE_SOON",
        "2021-03-10,DUE_SOON",
        "2021-03-11,OVERDUE",
        "2021-03-31,OVERDUE",
        "2021-04-01,MISSING"
    })
    void nothingHeldYetGetsWorseDayByDay(String asOf, DutyStatus status) {
        assertRow(row(fixedDay(10), "2021-03", asOf), status, 0, 1, NONE);
    }

    @Test
    void theActivityThatReachesTheMinimumDecides() {
        var twice = limits(fixedDay(10), 2, 9);

        var row = row(twice, "2021-03", "2021-04-01", held("e2", "2021-03-20"), held("e1", "2021-03-01"));

        assertRow(row, DutyStatus.LATE, 2, 0, Set.of(DutyFlag.OFF_DAY));
        assertEquals(Optional.of(LocalDate.parse("2021-03-20")), row.decidedOn());
    }

    @Test
    void aDeadlineHasNoOffDay() {
        var census = rule(PeriodKind.YEAR, Optional.of(new Schedule.Before(MonthDay.of(3, 31))));

        assertRow(row(census, "2021", "2021-12-31", held("e1", "2021-02-01")), DutyStatus.MET, 1, 0, NONE);
        assertRow(row(census, "2021", "2021-12-31", held("e1", "2021-03-31")), DutyStatus.MET, 1, 0, NONE);
        assertRow(row(census, "2021", "2021-12-31", held("e1", "2021-04-01")), DutyStatus.LATE, 1, 0, NONE);
        assertRow(row(census, "2021", "2021-12-31"), DutyStatus.OVERDUE, 0, 1, NONE);
        assertRow(row(census, "2021", "2022-01-01"), DutyStatus.MISSING, 0, 1, NONE);
    }

    @Test
    void aReportOnAPeriodMayComeUntilTheNextPeriodIsOver() {
        var fees = rule(
                PeriodKind.HALF_YEAR,
                Optional.of(new Schedule.AfterPeriod(List.of(MonthDay.of(7, 10), MonthDay.of(1, 10)))));

        var inTime = row(fees, "2021H1", "2021-08-01", covering("e1", "2021-07-10", "2021H1"));
        assertRow(inTime, DutyStatus.MET, 1, 0, NONE);
        assertEquals(Optional.of(LocalDate.parse("2021-07-10")), inTime.due());
        assertRow(
                row(fees, "2021H1", "2021-08-01", covering("e1", "2021-07-11", "2021H1")), DutyStatus.LATE, 1, 0, NONE);
        assertRow(row(fees, "2021H1", "2021-06-30"), DutyStatus.PENDING, 0, 1, NONE);
        assertRow(row(fees, "2021H1", "2021-07-07"), DutyStatus.DUE_SOON, 0, 1, NONE);
        assertRow(row(fees, "2021H1", "2021-12-31"), DutyStatus.OVERDUE, 0, 1, NONE);
        assertRow(row(fees, "2021H1", "2022-01-01"), DutyStatus.MISSING, 0, 1, NONE);
    }

    @Test
    void aReportCountsForThePeriodItCoversNotForTheDayItIsMade() {
        var fees = rule(PeriodKind.YEAR, Optional.of(new Schedule.AfterPeriod(List.of(MonthDay.of(1, 31)))));
        var report = covering("e1", "2022-01-20", "2021");

        assertRow(row(fees, "2021", "2022-02-01", report), DutyStatus.MET, 1, 0, NONE);
        assertRow(row(fees, "2022", "2022-02-01", report), DutyStatus.PENDING, 0, 1, NONE);
        assertRow(row(fees, "2022", "2022-02-01", held("e2", "2022-01-20")), DutyStatus.PENDING, 0, 1, NONE);
        assertRow(
                row(fees, "2021", "2022-02-01", covering("e3", "2022-01-20", "2021H2")),
                DutyStatus.OVERDUE,
                0,
                1,
                NONE);
    }

    @Test
    void anApprovedRescheduleReplacesTheDay() {
        var approved = moved("2021-03", "2021-03-20", "2021-03-10");

        var row = moved(fixedDay(10), "2021-03", "2021-04-01", approved, held("e1", "2021-03-20"));
        assertRow(row, DutyStatus.MET, 1, 0, Set.of(DutyFlag.RESCHEDULED));
        assertEquals(Optional.of(LocalDate.parse("2021-03-20")), row.due());
        assertRow(
                moved(fixedDay(10), "2021-03", "2021-04-01", approved, held("e1", "2021-03-10")),
                DutyStatus.MET,
                1,
                0,
                Set.of(DutyFlag.RESCHEDULED, DutyFlag.OFF_DAY));
        assertRow(
                moved(fixedDay(10), "2021-03", "2021-03-12", approved),
                DutyStatus.PENDING,
                0,
                1,
                Set.of(DutyFlag.RESCHEDULED));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-20,2021-03-11,approved after the day",
        "2021-04-02,2021-03-01,outside the period",
        "2021-03-20,,never approved"
    })
    void anotherRescheduleChangesNothing(String newDay, String approvedOn, String why) {
        var row = moved(
                fixedDay(10), "2021-03", "2021-04-01", moved("2021-03", newDay, approvedOn), held("e1", "2021-03-20"));

        assertEquals(DutyStatus.LATE, row.status(), why);
        assertEquals(Set.of(DutyFlag.OFF_DAY), row.flags(), why);
    }

    @Test
    void aRescheduleOfAnotherPeriodChangesNothing() {
        var row = moved(
                fixedDay(10),
                "2021-03",
                "2021-04-01",
                moved("2021-02", "2021-02-20", "2021-02-01"),
                held("e1", "2021-03-10"));

        assertRow(row, DutyStatus.MET, 1, 0, NONE);
    }

    @Test
    void theLatestApprovalWins() {
        var first = moved("2021-03", "2021-03-20", "2021-03-01");
        var second = moved("2021-03", "2021-03-15", "2021-03-02");

        for (var order : List.of(List.of(first, second), List.of(second, first))) {
            var rows = Street.rows(
                    fixedDay(10),
                    Street.branch(),
                    "2021-03",
                    "2021-04-01",
                    List.of(),
                    order.toArray(Reschedule[]::new));
            assertEquals(
                    Optional.of(LocalDate.parse("2021-03-15")), rows.getFirst().due());
        }
    }

    @Test
    void ofTwoApprovalsOnOneDayTheLaterNewDayWins() {
        var near = moved("2021-03", "2021-03-15", "2021-03-01");
        var far = moved("2021-03", "2021-03-20", "2021-03-01");

        for (var order : List.of(List.of(near, far), List.of(far, near))) {
            var rows = Street.rows(
                    fixedDay(10),
                    Street.branch(),
                    "2021-03",
                    "2021-04-01",
                    List.of(),
                    order.toArray(Reschedule[]::new));
            assertEquals(
                    Optional.of(LocalDate.parse("2021-03-20")), rows.getFirst().due());
        }
    }

    @Test
    void whatWasDoneAnywayIsShownWhereTheDutyDoesNotApply() {
        var rule = Street.condition(limits(monthly(), 1, 1), new Condition.HasGroups());

        var row = row(rule, "2021-03", "2021-05-01", held("e1", "2021-03-02"), held("e2", "2021-03-03"));

        assertRow(row, DutyStatus.NOT_APPLICABLE, 2, 0, NONE);
        assertEquals(Optional.of(Inapplicability.OTHER_KIND), row.inapplicable());
    }

    @ParameterizedTest
    @EnumSource(
            value = ActivityState.class,
            names = {"HELD", "ARCHIVED"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatWasNotHeldDoesNotCount(ActivityState state) {
        var planned = as(held("e1", "2021-03-02"), state, ActivityValidity.VALID);

        assertRow(row(monthly(), "2021-03", "2021-04-01", planned), DutyStatus.MISSING, 0, 1, NONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = ActivityValidity.class,
            names = {"VALID", "NO_VOTE_ALLOWED"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatIsNotValidDoesNotCount(ActivityValidity validity) {
        var invalid = as(held("e1", "2021-03-02"), ActivityState.ARCHIVED, validity);

        assertRow(row(monthly(), "2021-03", "2021-04-01", invalid), DutyStatus.MISSING, 0, 1, NONE);
    }

    @Test
    void whatWasHeldBelowHalfWithoutAVoteCounts() {
        var held = as(held("e1", "2021-03-02"), ActivityState.HELD, ActivityValidity.NO_VOTE_ALLOWED);

        assertRow(row(monthly(), "2021-03", "2021-04-01", held), DutyStatus.MET, 1, 0, NONE);
    }

    @Test
    void anArchivedActivityCounts() {
        var archived = as(held("e1", "2021-03-02"), ActivityState.ARCHIVED, ActivityValidity.VALID);

        assertRow(row(monthly(), "2021-03", "2021-04-01", archived), DutyStatus.MET, 1, 0, NONE);
    }

    @Test
    void whatComesAfterTheDayOfTheBoardDoesNotCountYet() {
        assertRow(row(monthly(), "2021-03", "2021-03-01", held("e1", "2021-03-02")), DutyStatus.PENDING, 0, 1, NONE);
        assertRow(row(monthly(), "2021-03", "2021-03-02", held("e1", "2021-03-02")), DutyStatus.MET, 1, 0, NONE);
    }

    @Test
    void theSameActivityCountsOnceHoweverOftenItArrives() {
        var corrected = held("e1", "2021-03-09");

        var row = row(fixedDay(10), "2021-03", "2021-04-01", held("e1", "2021-03-10"), corrected, corrected);

        assertRow(row, DutyStatus.MET, 1, 0, Set.of(DutyFlag.OFF_DAY));
        assertEquals(Optional.of(corrected.heldOn()), row.decidedOn());
    }
}
