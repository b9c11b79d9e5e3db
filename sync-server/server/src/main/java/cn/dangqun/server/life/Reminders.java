package cn.dangqun.server.life;

import cn.dangqun.domain.calendar.DateOwner;
import cn.dangqun.domain.calendar.YearCalendar;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.profile.RuleProfile;
import cn.dangqun.server.life.LifeSource.Year;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What comes due in the coming days: duties that are not done, fixed dates of the rules, planned activities.
record Reminders(LocalDate today, int days) {

    private LocalDate last() {
        return today.plusDays(days);
    }

    /// The years that the days touch.
    IntStream years() {
        return IntStream.rangeClosed(today.getYear(), last().getYear());
    }

    /// In the order of days; what is overdue stands on the day on which it was due.
    List<Reminder> of(List<LifeSource.Street> streets) {
        return streets.stream()
                .flatMap(street -> Stream.concat(
                        street.years().stream().flatMap(year -> Stream.concat(owed(year), fixed(year))),
                        planned(street)))
                .distinct()
                .sorted(Comparator.comparing(Reminder::day))
                .toList();
    }

    private Stream<Reminder> owed(Year year) {
        return year.cells().stream()
                .filter(cell -> switch (cell.status()) {
                    case PENDING, DUE_SOON, OVERDUE -> true;
                    case UNKNOWN, BEFORE, NOT_APPLICABLE, MET, LATE, MISSING -> false;
                })
                .map(cell -> new Reminder.Owed(
                        cell,
                        cell.verdict().due().orElse(cell.verdict().closesOn()),
                        cell.status() == LifeStatus.OVERDUE))
                .filter(each -> each.overdue() || !each.day().isAfter(last()))
                .map(Reminder.class::cast);
    }

    /// Of the rules that hold today. What activities answer is owed, and stands there already.
    private Stream<Reminder> fixed(Year year) {
        return year.cells().stream()
                .map(cell -> cell.terms().profile())
                .distinct()
                .limit(1)
                .flatMap(profile -> new YearCalendar(profile.calendar())
                        .between(today, last()).stream()
                                .filter(entry -> entry.day().getYear()
                                        == year.cells().getFirst().period().year())
                                .filter(entry -> isOf(entry.date().owner(), year.organization()))
                                .filter(entry -> !isDuty(profile, entry.date().code()))
                                .map(entry -> new Reminder.Fixed(
                                        year.organization().id(),
                                        entry.day(),
                                        entry.date().code(),
                                        entry.date().name(),
                                        entry.date().rule())));
    }

    private static boolean isOf(DateOwner owner, Organization organization) {
        return switch (owner) {
            case BRANCH, SECRETARY, MEMBERS -> organization.level() == OrganizationLevel.BRANCH;
            case STREET -> organization.level() == OrganizationLevel.STREET_COMMITTEE;
        };
    }

    private static boolean isDuty(RuleProfile profile, String code) {
        return profile.duties().stream()
                .anyMatch(rule ->
                        rule.code().value().equals(code) && rule.activityType().isPresent());
    }

    private Stream<Reminder> planned(LifeSource.Street street) {
        return street.facts().all().stream()
                .filter(each -> !each.cancelled())
                .filter(each -> !each.activity().heldOn().isBefore(today)
                        && !each.activity().heldOn().isAfter(last()))
                .map(Reminder.Planned::new);
    }
}
