package cn.dangqun.domain.duty;

import cn.dangqun.domain.period.Period;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;

/// The day a duty of one period belongs to, after an approved reschedule, and the last day on which it is in time.
record Deadline(LocalDate target, LocalDate due, boolean fixedDay, boolean rescheduled) {

    static Deadline of(DutyRule rule, Period period, Schedule.Target target, Collection<Reschedule> reschedules) {
        // the latest approval wins, whatever order the approvals arrived in
        var moved = reschedules.stream()
                .filter(each -> each.counts(target.day()))
                .max(Comparator.comparing((Reschedule each) -> each.approvedOn().orElseThrow())
                        .thenComparing(Reschedule::newDay));
        var day = moved.map(Reschedule::newDay).orElse(target.day());
        return new Deadline(day, due(rule, period, day), target.fixedDay(), moved.isPresent());
    }

    /// Grace does not reach beyond the period, unless the duty reports on it when it is over.
    private static LocalDate due(DutyRule rule, Period period, LocalDate day) {
        var withGrace = day.plusDays(rule.graceDaysAfter());
        return !rule.coversPeriod() && withGrace.isAfter(period.lastDay()) ? period.lastDay() : withGrace;
    }

    /// Held in time, yet not on the fixed day.
    boolean isEarly(LocalDate heldOn) {
        return fixedDay && heldOn.isBefore(target);
    }

    /// The last day of the period; of the following one when the duty reports on a period that is over.
    static LocalDate closing(DutyRule rule, Period period) {
        return rule.coversPeriod() ? period.next().lastDay() : period.lastDay();
    }
}
