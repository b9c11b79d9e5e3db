package cn.dangqun.domain.duty;

import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.period.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// On or until which day a duty of a period is to be done (RULES §3). No automatic shift on holidays (OQ-07).
public sealed interface Schedule {

    /// Empty where the organisation has no day of its own, or its class is not named: the duty then has no due date.
    Optional<Target> targetIn(Period period, DutyBearer bearer);

    /// `fixedDay`: the activity belongs on this very day; otherwise the day is a deadline.
    record Target(LocalDate day, boolean fixedDay) {}

    /// The same day each month; the last day of a shorter month.
    record DayOfMonth(int day) implements Schedule {
        public DayOfMonth {
            if (day < 1 || day > 31) {
                throw new IllegalArgumentException("not a day of the month: " + day);
            }
        }

        @Override
        public Optional<Target> targetIn(Period period, DutyBearer bearer) {
            var first = period.firstDay();
            return Optional.of(new Target(first.withDayOfMonth(Math.min(day, first.lengthOfMonth())), true));
        }
    }

    /// The day the branch has fixed for itself.
    record OwnDay() implements Schedule {
        @Override
        public Optional<Target> targetIn(Period period, DutyBearer bearer) {
            return bearer.themeDay().isEmpty()
                    ? Optional.empty()
                    : new DayOfMonth(bearer.themeDay().getAsInt()).targetIn(period, bearer);
        }
    }

    /// The n-th weekday of the month, n from 1 to 4.
    record NthWeekday(int n, DayOfWeek weekday) implements Schedule {
        public NthWeekday {
            if (n < 1 || n > 4) {
                throw new IllegalArgumentException("every month has a first to a fourth " + weekday + ", not a " + n);
            }
        }

        @Override
        public Optional<Target> targetIn(Period period, DutyBearer bearer) {
            return Optional.of(
                    new Target(period.firstDay().with(TemporalAdjusters.dayOfWeekInMonth(n, weekday)), true));
        }
    }

    record ByOrgClass(Map<OrganizationClass, Schedule> schedules) implements Schedule {
        public ByOrgClass {
            schedules = Map.copyOf(schedules);
        }

        @Override
        public Optional<Target> targetIn(Period period, DutyBearer bearer) {
            return Optional.ofNullable(schedules.get(bearer.orgClass())).flatMap(each -> each.targetIn(period, bearer));
        }
    }

    /// Until a day of the period's own year; "前" includes the day (OQ-15).
    record Before(MonthDay deadline) implements Schedule {
        @Override
        public Optional<Target> targetIn(Period period, DutyBearer bearer) {
            return Optional.of(new Target(deadline.atYear(period.year()), false));
        }
    }

    /// Until a day after the covered period is over: one deadline for every period, or one for each
    /// period of the year.
    record AfterPeriod(List<MonthDay> deadlines) implements Schedule {
        public AfterPeriod {
            deadlines = List.copyOf(deadlines);
            if (deadlines.isEmpty()) {
                throw new IllegalArgumentException("no deadline");
            }
        }

        @Override
        public Optional<Target> targetIn(Period period, DutyBearer bearer) {
            var deadline = deadlines.get((period.number() - 1) % deadlines.size());
            var next = period.next().firstDay();
            var day = deadline.atYear(next.getYear());
            return Optional.of(new Target(day.isBefore(next) ? deadline.atYear(next.getYear() + 1) : day, false));
        }
    }
}
