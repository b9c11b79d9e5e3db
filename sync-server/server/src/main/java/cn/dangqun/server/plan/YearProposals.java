package cn.dangqun.server.plan;

import cn.dangqun.config.profile.ProfileReading;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.duty.DutyRule;
import cn.dangqun.domain.duty.DutyScope;
import cn.dangqun.domain.duty.Reschedule;
import cn.dangqun.domain.duty.Schedule;
import cn.dangqun.domain.explain.DutyExplanation;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.period.Period;
import cn.dangqun.domain.period.PeriodKind;
import cn.dangqun.server.life.RescheduleStore;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.rules.RuleBook;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// What an organisation owes in a year by its rules and has not planned yet, and what it did a year before.
/// Reports, publications and what single persons owe are no activities of a plan. Call it inside a read.
record YearProposals(Handle handle, RuleBook book, Organization organization, LocalDate today) {
    private static final int USUAL_DAY = 15;
    private static final int A_DAY = 2;

    /// Something to plan; `due` is the day that the rules name, if they name one, `turn` which of the organisation's on
    /// that day it would be, from 0.
    record Proposal(
            ActivityType type,
            OrganizationId organization,
            String title,
            LocalDate day,
            Optional<Schedule.Target> due,
            Optional<Activity> like,
            int turn) {
        private boolean isFixed() {
            return due.filter(Schedule.Target::fixedDay).isPresent();
        }

        private Proposal at(LocalDate other, int otherTurn) {
            return new Proposal(type, organization, title, other, due, like, otherTurn);
        }
    }

    /// By the rules as they stand on the first day of each period.
    List<Proposal> due(int year) {
        var planned = held(year);
        var all = Stream.of(PeriodKind.values())
                .flatMap(kind -> periods(kind, year))
                .filter(period -> !period.lastDay().isBefore(today))
                .flatMap(period -> due(period, planned))
                .toList();
        return apart(all, planned).stream()
                .sorted(Comparator.comparing(Proposal::day).thenComparingInt(Proposal::turn))
                .toList();
    }

    /// Nobody is at two meetings at one time: a day takes one in the morning and one in the afternoon; what is due by
    /// a day, not on it, goes back to one before in the same month. Groups meet each for itself.
    private List<Proposal> apart(List<Proposal> all, List<Activity> planned) {
        var taken = new HashMap<LocalDate, Map<OrganizationId, Integer>>();
        planned.forEach(each -> take(taken, each.heldOn(), each.organization()));
        var out = new ArrayList<Proposal>();
        Stream.concat(all.stream().filter(Proposal::isFixed), all.stream().filter(each -> !each.isFixed()))
                .forEach(each -> {
                    var day = each.day();
                    while (!each.isFixed() && held(taken, day, each.organization()) >= A_DAY && mayGoBack(day)) {
                        day = day.minusDays(1);
                    }
                    out.add(each.at(day, held(taken, day, each.organization())));
                    take(taken, day, each.organization());
                });
        return out;
    }

    private boolean mayGoBack(LocalDate day) {
        return day.isAfter(today) && day.getDayOfMonth() > 1;
    }

    private static void take(
            Map<LocalDate, Map<OrganizationId, Integer>> taken, LocalDate day, OrganizationId organization) {
        taken.computeIfAbsent(day, fresh -> new HashMap<>()).merge(organization, 1, Integer::sum);
    }

    /// A group's people are its branch's, too.
    private int held(Map<LocalDate, Map<OrganizationId, Integer>> taken, LocalDate day, OrganizationId who) {
        var then = taken.getOrDefault(day, Map.of());
        int own = then.getOrDefault(organization.id(), 0);
        return who.equals(organization.id())
                ? own
                        + then.entrySet().stream()
                                .filter(each -> !each.getKey().equals(who))
                                .mapToInt(Map.Entry::getValue)
                                .max()
                                .orElse(0)
                : own + then.getOrDefault(who, 0);
    }

    private static Stream<Period> periods(PeriodKind kind, int year) {
        var first = Period.of(kind, LocalDate.of(year, 1, 1));
        return IntStream.range(0, kind.perYear()).mapToObj(more -> new Period(kind, first.ordinal() + more));
    }

    private Stream<Proposal> due(Period period, List<Activity> planned) {
        var then = book.at(period.firstDay());
        return switch (then.profile(organization.id())) {
            case ProfileReading.Accepted(var profile, var ignored) -> {
                var bearer = then.bearer(organization);
                yield profile.duties().stream()
                        .filter(rule -> rule.period() == period.kind() && !rule.coversPeriod())
                        .filter(rule -> rule.scope() != DutyScope.PERSON
                                && rule.condition().holdsFor(bearer))
                        .flatMap(rule -> (rule.scope() == DutyScope.GROUP
                                        ? bearer.groups().stream()
                                        : Stream.of(organization.id()))
                                .flatMap(subject -> missing(
                                        rule,
                                        period,
                                        subject,
                                        rule.schedule()
                                                .flatMap(each -> each.targetIn(period, bearer))
                                                .map(target -> moved(rule, period, target)),
                                        bearer.themeDay().orElse(USUAL_DAY),
                                        planned)));
            }
            case ProfileReading.Refused ignored -> Stream.empty();
        };
    }

    /// To where it was moved with the street's consent (OQ-07); of several the last.
    private Schedule.Target moved(DutyRule rule, Period period, Schedule.Target target) {
        return new RescheduleStore(handle)
                .granted(period.year()).stream()
                        .filter(each -> each.organization().equals(organization.id())
                                && each.duty().equals(rule.code())
                                && each.period().equals(period)
                                && each.counts(target.day()))
                        .max(Comparator.comparing(
                                        (Reschedule each) -> each.approvedOn().orElseThrow())
                                .thenComparing(Reschedule::newDay))
                        .map(each -> new Schedule.Target(each.newDay(), target.fixedDay()))
                        .orElse(target);
    }

    private Stream<Proposal> missing(
            DutyRule rule,
            Period period,
            OrganizationId subject,
            Optional<Schedule.Target> target,
            int usualDay,
            List<Activity> planned) {
        if (rule.activityType().isEmpty()) {
            return Stream.empty();
        }
        var type = rule.activityType().get();
        long have = planned.stream()
                .filter(each -> each.organizations().contains(subject) && period.contains(each.heldOn()))
                .filter(each -> each.type() == type || each.marks().contains(type))
                .count();
        var title = DutyExplanation.nameOf(period) + DutyExplanation.nameOf(rule);
        var day = target.map(Schedule.Target::day).orElseGet(() -> usual(period, usualDay));
        var latest = day.isBefore(today) ? period.lastDay() : day;
        return IntStream.range((int) have, rule.min())
                .mapToObj(more -> new Proposal(type, subject, title, latest, target, Optional.empty(), 0));
    }

    /// In the last month of the period.
    private static LocalDate usual(Period period, int day) {
        var month = YearMonth.from(period.lastDay());
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    /// What was held or planned in the year before, on the same days of this one.
    List<Proposal> copied(int year) {
        var planned = held(year);
        var copies = new ArrayList<Proposal>();
        for (var each : held(year - 1)) {
            var day = each.heldOn().plusYears(1);
            boolean there = planned.stream().anyMatch(known -> isSame(known, each.type(), each.organization(), day));
            if (!there && !day.isBefore(today)) {
                copies.add(new Proposal(
                        each.type(),
                        each.organization(),
                        each.title().replace(Integer.toString(year - 1), Integer.toString(year)),
                        day,
                        Optional.empty(),
                        Optional.of(each),
                        0));
            }
        }
        return copies;
    }

    static boolean isSame(Activity known, ActivityType type, OrganizationId organization, LocalDate day) {
        return known.type() == type
                && known.organization().equals(organization)
                && known.heldOn().equals(day);
    }

    /// Of the organisation and its groups.
    List<Activity> held(int year) {
        var bearer = book.bearer(organization);
        var mine = Stream.concat(Stream.of(organization.id()), bearer.groups().stream())
                .toList();
        var known = new Entries(handle);
        return new PlanStore(handle)
                .held(mine, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
                        .flatMap(id -> known.activity(id).stream())
                        .toList();
    }
}
