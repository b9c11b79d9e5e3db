package cn.dangqun.domain.duty;

import cn.dangqun.domain.period.Period;
import cn.dangqun.domain.rule.ProfileRef;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Judges one duty of one period, for the branch or for each of its groups or persons.
final class PeriodJudge {
    private final ProfileRef profile;
    private final DutyRule rule;
    private final DutyBearer bearer;
    private final Period period;
    private final LocalDate asOf;
    private final Optional<Deadline> deadline;
    private final LocalDate closesOn;

    PeriodJudge(
            ProfileRef profile,
            DutyRule rule,
            DutyBearer bearer,
            Period period,
            Collection<Reschedule> reschedules,
            LocalDate asOf) {
        this.profile = profile;
        this.rule = rule;
        this.bearer = bearer;
        this.period = period;
        this.asOf = asOf;
        this.deadline = rule.schedule()
                .flatMap(schedule -> schedule.targetIn(period, bearer))
                .map(target -> Deadline.of(rule, period, target, reschedules));
        this.closesOn = Deadline.closing(rule, period);
    }

    DutyVerdict judge(DutySubject subject, Bucket held) {
        int count = held.count();
        var inapplicable = inapplicable();
        if (inapplicable.isPresent()) {
            return notApplicable(subject, inapplicable.get(), count);
        }
        var flags = EnumSet.noneOf(DutyFlag.class);
        if (deadline.isPresent() && deadline.get().rescheduled()) {
            flags.add(DutyFlag.RESCHEDULED);
        }
        if (rule.max().isPresent() && count > rule.max().getAsInt()) {
            flags.add(DutyFlag.ABOVE_MAX);
        }
        if (count < rule.min()) {
            return verdict(subject, outstanding(), count, rule.min() - count, flags, Optional.empty());
        }
        var decidedOn = held.date(rule.min());
        return verdict(subject, fulfilled(decidedOn, flags), count, 0, flags, Optional.of(decidedOn));
    }

    /// The branch row of a duty its groups or persons fulfil one by one: worst status, summed counts.
    DutyVerdict rollUp(List<DutyVerdict> rows) {
        var whole = new DutySubject.Whole();
        int count = rows.stream().mapToInt(DutyVerdict::count).sum();
        var worst = rows.stream().map(DutyVerdict::status).max(DutyStatus::compareTo);
        if (worst.isEmpty() || worst.get() == DutyStatus.NOT_APPLICABLE) {
            return notApplicable(whole, inapplicable().orElse(Inapplicability.NOBODY_CONCERNED), count);
        }
        int shortfall = rows.stream().mapToInt(DutyVerdict::shortfall).sum();
        return verdict(whole, worst.get(), count, shortfall, Set.of(DutyFlag.WORST_OF_GROUPS), Optional.empty());
    }

    private Optional<Inapplicability> inapplicable() {
        if (!rule.condition().holdsFor(bearer)) {
            return Optional.of(Inapplicability.OTHER_KIND);
        }
        if (bearer.activeFrom().filter(period.firstDay()::isBefore).isPresent()) {
            return Optional.of(Inapplicability.STARTED_LATER);
        }
        return bearer.activeTo().filter(lastDayInTime()::isAfter).map(ignored -> Inapplicability.ENDED_EARLIER);
    }

    /// A report on a period that is over is owed until its due date, everything else until the period ends.
    private LocalDate lastDayInTime() {
        return rule.coversPeriod() ? deadline.map(Deadline::due).orElse(closesOn) : period.lastDay();
    }

    private DutyStatus fulfilled(LocalDate decidedOn, Set<DutyFlag> flags) {
        if (deadline.isEmpty()) {
            return DutyStatus.MET;
        }
        var line = deadline.get();
        boolean late = decidedOn.isAfter(line.due());
        if (line.isEarly(decidedOn) || (late && line.fixedDay())) {
            flags.add(DutyFlag.OFF_DAY);
        }
        return late ? DutyStatus.LATE : DutyStatus.MET;
    }

    private DutyStatus outstanding() {
        if (asOf.isAfter(closesOn)) {
            return DutyStatus.MISSING;
        }
        if (deadline.isEmpty()) {
            return DutyStatus.PENDING;
        }
        var due = deadline.get().due();
        if (asOf.isAfter(due)) {
            return DutyStatus.OVERDUE;
        }
        return ChronoUnit.DAYS.between(asOf, due) <= rule.remindDaysBefore() ? DutyStatus.DUE_SOON : DutyStatus.PENDING;
    }

    private DutyVerdict notApplicable(DutySubject subject, Inapplicability why, int count) {
        return row(subject, DutyStatus.NOT_APPLICABLE, Optional.of(why), count, 0, Set.of(), Optional.empty());
    }

    private DutyVerdict verdict(
            DutySubject subject,
            DutyStatus status,
            int count,
            int shortfall,
            Set<DutyFlag> flags,
            Optional<LocalDate> decidedOn) {
        return row(subject, status, Optional.empty(), count, shortfall, flags, decidedOn);
    }

    private DutyVerdict row(
            DutySubject subject,
            DutyStatus status,
            Optional<Inapplicability> inapplicable,
            int count,
            int shortfall,
            Set<DutyFlag> flags,
            Optional<LocalDate> decidedOn) {
        return new DutyVerdict(
                profile,
                bearer.id(),
                rule,
                period,
                subject,
                status,
                inapplicable,
                count,
                shortfall,
                flags,
                deadline.map(Deadline::due),
                decidedOn,
                closesOn,
                asOf);
    }
}
