package cn.dangqun.domain.duty;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.period.Period;
import java.time.LocalDate;
import java.util.Optional;

/// A branch moved its fixed day or deadline of one period. Counts only when approved no later than the original day,
/// and inside the same period (RULES §3, OQ-07). `approvedOn` is empty while nobody has approved.
public record Reschedule(
        OrganizationId organization, DutyCode duty, Period period, LocalDate newDay, Optional<LocalDate> approvedOn) {

    /// `originalDay`: the day that the rules name.
    public boolean counts(LocalDate originalDay) {
        return approvedOn.filter(day -> !day.isAfter(originalDay)).isPresent()
                && Period.of(period.kind(), originalDay).contains(newDay);
    }
}
