package cn.dangqun.domain.study;

import java.time.LocalDate;
import java.time.MonthDay;

/// 时间过半、任务过半: the share of the requirement that is due by a day of the year, as a whole-number fraction.
public record Checkpoint(MonthDay day, int num, int den) {
    public Checkpoint {
        if (num < 1 || den < num) {
            throw new IllegalArgumentException("not a share: " + num + "/" + den);
        }
    }

    boolean isReached(int year, LocalDate asOf) {
        return !asOf.isBefore(day.atYear(year));
    }

    /// The least amount that is enough at the checkpoint.
    StudyAmount share(StudyAmount required) {
        return new StudyAmount((int) (((long) num * required.halves() + den - 1) / den));
    }
}
