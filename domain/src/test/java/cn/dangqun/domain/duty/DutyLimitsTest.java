package cn.dangqun.domain.duty;

import static cn.dangqun.domain.duty.DutyStatusesTest.NONE;
import static cn.dangqun.domain.duty.DutyStatusesTest.assertRow;
import static cn.dangqun.domain.duty.Street.covering;
import static cn.dangqun.domain.duty.Street.fixedDay;
import static cn.dangqun.domain.duty.Street.grace;
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
import org.junit.jupiter.api.Test;

class DutyLimitsTest {
    @Test
    void graceDoesNotReachBeyondThePeriod() {
        var patient = grace(fixedDay(28), 7);

        var row = row(patient, "2021-03", "2021-03-31");
        assertEquals(Optional.of(LocalDate.parse("2021-03-31")), row.due());
        assertRow(row, DutyStatus.DUE_SOON, 0, 1, NONE);
        assertRow(row(patient, "2021-03", "2021-04-01"), DutyStatus.MISSING, 0, 1, NONE);
        var moved = moved(patient, "2021-03", "2021-03-29", moved("2021-03", "2021-03-30", "2021-03-01"));
        assertEquals(Optional.of(LocalDate.parse("2021-03-31")), moved.due());
        assertEquals(
                Optional.of(LocalDate.parse("2021-03-31")),
                row(grace(fixedDay(28), 3), "2021-03", "2021-03-01").due());
        assertEquals(
                Optional.of(LocalDate.parse("2021-03-30")),
                row(grace(fixedDay(28), 2), "2021-03", "2021-03-01").due());
    }

    @Test
    void aReportOnAPeriodHasAllItsGrace() {
        var fees = grace(rule(PeriodKind.YEAR, Optional.of(new Schedule.AfterPeriod(List.of(MonthDay.of(1, 31))))), 5);

        var row = row(fees, "2021", "2022-02-05", covering("e1", "2022-02-05", "2021"));
        assertEquals(Optional.of(LocalDate.parse("2022-02-05")), row.due());
        assertRow(row, DutyStatus.MET, 1, 0, NONE);
    }

    @Test
    void afterItsLastDayABranchOwesNothingAnyMore() {
        var gone = Street.active(null, "2021-03-31");
        var april = Street.rows(fixedDay(10), gone, "2021-04", "2021-05-01", List.of());
        assertRow(april.getFirst(), DutyStatus.NOT_APPLICABLE, 0, 0, NONE);
        assertEquals(
                Optional.of(Inapplicability.ENDED_EARLIER), april.getFirst().inapplicable());

        var fees = rule(PeriodKind.YEAR, Optional.of(new Schedule.AfterPeriod(List.of(MonthDay.of(1, 31)))));
        assertRow(
                Street.rows(fees, Street.active(null, "2022-01-30"), "2021", "2023-01-01", List.of())
                        .getFirst(),
                DutyStatus.NOT_APPLICABLE,
                0,
                0,
                NONE);
        assertRow(
                Street.rows(fees, Street.active(null, "2022-01-31"), "2021", "2023-01-01", List.of())
                        .getFirst(),
                DutyStatus.MISSING,
                0,
                1,
                NONE);
    }

    @Test
    void aBranchFoundedInsideAPeriodStartsWithTheNext() {
        var rows = Street.rows(monthly(), Street.active("2021-03-02", null), "2021-03", "2021-05-01", List.of());
        assertRow(rows.getFirst(), DutyStatus.NOT_APPLICABLE, 0, 0, NONE);
        assertEquals(Optional.of(Inapplicability.STARTED_LATER), rows.getFirst().inapplicable());

        var onTheFirst = Street.rows(monthly(), Street.active("2021-03-01", null), "2021-03", "2021-05-01", List.of());
        assertRow(onTheFirst.getFirst(), DutyStatus.MISSING, 0, 1, NONE);
    }

    @Test
    void aBranchDissolvedInsideAPeriodOwesNothingForIt() {
        var rows = Street.rows(monthly(), Street.active(null, "2021-03-30"), "2021-03", "2021-05-01", List.of());
        assertEquals(Optional.of(Inapplicability.ENDED_EARLIER), rows.getFirst().inapplicable());

        var onTheLast = Street.rows(monthly(), Street.active(null, "2021-03-31"), "2021-03", "2021-05-01", List.of());
        assertEquals(DutyStatus.MISSING, onTheLast.getFirst().status());
    }
}
