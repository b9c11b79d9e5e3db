package cn.dangqun.domain.duty;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.period.Period;
import cn.dangqun.domain.rule.ProfileRef;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Where one duty of one period stands on the day `asOf`, with what the explanation needs. `decidedOn` is the day
/// of the activity that fulfilled it; `closesOn` the last day before an unfulfilled duty is MISSING.
public record DutyVerdict(
        ProfileRef profile,
        OrganizationId organization,
        DutyRule rule,
        Period period,
        DutySubject subject,
        DutyStatus status,
        Optional<Inapplicability> inapplicable,
        int count,
        int shortfall,
        Set<DutyFlag> flags,
        Optional<LocalDate> due,
        Optional<LocalDate> decidedOn,
        LocalDate closesOn,
        LocalDate asOf) {
    public DutyVerdict {
        var ordered = EnumSet.noneOf(DutyFlag.class);
        ordered.addAll(flags);
        flags = Collections.unmodifiableSet(ordered);
    }

    /// Whether the period is over, so that the verdict belongs into the rates.
    public boolean isClosed() {
        return status != DutyStatus.NOT_APPLICABLE && asOf.isAfter(closesOn);
    }
}
