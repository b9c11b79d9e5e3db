package cn.dangqun.domain.study;

import cn.dangqun.domain.activity.ActivityId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/// What one activity gave one person. Hours and days run from `date` to `dateTo`, and each day belongs to its own year;
/// without `dateTo` hours belong to `date`, and days follow each other. With days and no hours, the profile converts.
/// A training over New Year is a training of the year in which it began (OQ-26).
public record StudyCredit(
        ActivityId activity,
        LocalDate date,
        Optional<LocalDate> dateTo,
        CreditKind kind,
        StudyAttendance attendance,
        Optional<StudyAmount> hours,
        Optional<StudyAmount> days,
        boolean centralized,
        Optional<TrainingLevel> level) {

    public StudyCredit {
        if (dateTo.filter(date::isAfter).isPresent()) {
            throw new IllegalArgumentException(activity + " ends before it begins");
        }
    }

    /// Of an activity on one day, or of so many days in a row.
    public StudyCredit(
            ActivityId activity,
            LocalDate date,
            CreditKind kind,
            StudyAttendance attendance,
            Optional<StudyAmount> hours,
            Optional<StudyAmount> days,
            boolean centralized,
            Optional<TrainingLevel> level) {
        this(activity, date, Optional.empty(), kind, attendance, hours, days, centralized, level);
    }

    boolean isBegunIn(int year) {
        return date.getYear() == year;
    }

    /// What was done in the year by the end of that day (OQ-25).
    public StudyAmount amountIn(int year, LocalDate asOf, StudyRules rules) {
        return switch (rules.unit()) {
            case DAY -> daysIn(year, asOf);
            case HOUR ->
                hours.isPresent()
                        ? hoursIn(hours.get(), year, asOf)
                        : new StudyAmount(Math.multiplyExact(daysIn(year, asOf).halves(), rules.hoursPerDay()));
        };
    }

    private StudyAmount hoursIn(StudyAmount all, int year, LocalDate asOf) {
        long halves = all.halves();
        long length = calendarDays().orElse(1L);
        return part(year, asOf, passed -> halves * Math.min(passed, length) / length);
    }

    private StudyAmount daysIn(int year, LocalDate asOf) {
        long halves = days.orElse(StudyAmount.NONE).halves();
        var length = calendarDays();
        return part(
                year,
                asOf,
                passed -> length.isPresent()
                        ? halves * Math.min(passed, length.get()) / length.get()
                        : Math.min(2 * passed, halves));
    }

    private Optional<Long> calendarDays() {
        return dateTo.map(last -> ChronoUnit.DAYS.between(date, last) + 1);
    }

    /// `done`: the halves done when so many calendar days have passed.
    private StudyAmount part(int year, LocalDate asOf, LongUnaryOperator done) {
        var newYear = LocalDate.of(year, 1, 1);
        var nextYear = newYear.plusYears(1);
        var tomorrow = asOf.plusDays(1);
        long before = done.applyAsLong(passed(newYear));
        long until = done.applyAsLong(passed(tomorrow.isBefore(nextYear) ? tomorrow : nextYear));
        return new StudyAmount((int) Math.max(0, until - before));
    }

    private long passed(LocalDate day) {
        return Math.max(0, ChronoUnit.DAYS.between(date, day));
    }
}
