package cn.dangqun.domain.study;

import cn.dangqun.domain.activity.ActivityId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What one activity gave one person. Hours belong to the year of `date`; days run from `date` on, and each belongs to
/// its own year. With days and no hours, the profile converts.
public record StudyCredit(
        ActivityId activity,
        LocalDate date,
        CreditKind kind,
        StudyAttendance attendance,
        Optional<StudyAmount> hours,
        Optional<StudyAmount> days,
        boolean centralized,
        Optional<TrainingLevel> level) {

    boolean touches(int year) {
        return date.getYear() == year || !daysIn(year).isNone();
    }

    StudyAmount amountIn(int year, StudyRules rules) {
        return switch (rules.unit()) {
            case DAY -> daysIn(year);
            case HOUR ->
                hours.isPresent()
                        ? (date.getYear() == year ? hours.get() : StudyAmount.NONE)
                        : new StudyAmount(Math.multiplyExact(daysIn(year).halves(), rules.hoursPerDay()));
        };
    }

    private StudyAmount daysIn(int year) {
        int all = days.orElse(StudyAmount.NONE).halves();
        var newYear = LocalDate.of(year, 1, 1);
        return new StudyAmount(before(newYear.plusYears(1), all) - before(newYear, all));
    }

    /// How many of the halves lie before a day.
    private int before(LocalDate day, int all) {
        return (int) Math.clamp(2 * ChronoUnit.DAYS.between(date, day), 0L, (long) all);
    }
}
