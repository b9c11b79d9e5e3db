package cn.dangqun.kiosk.calendar;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.config.profile.ProfileReading;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.calendar.DateOwner;
import cn.dangqun.domain.calendar.FixedDate;
import cn.dangqun.domain.calendar.OpeningCalendar;
import cn.dangqun.domain.calendar.YearCalendar;
import cn.dangqun.domain.duty.DutyRule;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.profile.RuleProfile;
import cn.dangqun.domain.profile.RulesInForce;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import cn.dangqun.kiosk.reference.ReferenceStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Out of what the street sent. `now` is the kiosk's own decided time.
record ReferenceCalendarDesk(ReferenceStore reference, Supplier<Instant> now, ZoneId zone, ProfileLibrary library)
        implements CalendarDesk {
    private static final int DAYS = 60;
    private static final Comparator<CalendarLine> BY_TIME = Comparator.comparing(CalendarLine::day)
            .thenComparingInt(ReferenceCalendarDesk::kind)
            .thenComparing(ReferenceCalendarDesk::hour);

    /// A holiday first, then activities, then what comes due.
    private static int kind(CalendarLine line) {
        return switch (line) {
            case CalendarLine.Holiday _ -> 0;
            case CalendarLine.Planned _ -> 1;
            case CalendarLine.Due _ -> 2;
        };
    }

    private static Instant hour(CalendarLine line) {
        return line instanceof CalendarLine.Planned(var activity, var _) ? activity.starts() : Instant.EPOCH;
    }

    @Override
    public List<CalendarLine> lines(boolean forStaff) {
        if (reference.sealing().isPresent()) {
            throw new IllegalStateException("nothing of the street is shown while its roster is sealed");
        }
        var index = reference.index();
        var today = LocalDate.ofInstant(now.get(), zone);
        var planned = planned(index, today).toList();
        return Stream.of(
                        planned.stream().map(each ->
                                (CalendarLine) new CalendarLine.Planned(each, index.nameOf(each.organization()))),
                        holidays(index, today),
                        forStaff ? due(index, planned, today) : Stream.<CalendarLine>empty())
                .flatMap(each -> each)
                .sorted(BY_TIME)
                .toList();
    }

    private static Stream<Activity> planned(ReferenceIndex index, LocalDate today) {
        return index.activities().stream()
                .filter(each -> !each.heldOn().isBefore(today) && !each.heldOn().isAfter(today.plusDays(DAYS)));
    }

    private static Stream<CalendarLine> holidays(ReferenceIndex index, LocalDate today) {
        return index.site().map(each -> each.rota().calendar()).stream()
                .flatMap(calendar -> calendar.days().entrySet().stream())
                .filter(each -> !each.getKey().isBefore(today) && !each.getKey().isAfter(today.plusDays(DAYS)))
                .filter(each -> each.getValue() instanceof OpeningCalendar.OtherDay.Closed)
                .map(each -> new CalendarLine.Holiday(
                        each.getKey(), ((OpeningCalendar.OtherDay.Closed) each.getValue()).reason()));
    }

    /// Of every branch that this kiosk knows, by the rules of today; what is alike in several is one line. Of meetings
    /// that the rules ask for in a month only those of which none is planned in it.
    private Stream<CalendarLine> due(ReferenceIndex index, List<Activity> planned, LocalDate today) {
        var sets = index.items(ReferenceItem.RulesItem.class).stream()
                .map(ReferenceItem.RulesItem::rules)
                .toList();
        var rules = new RulesInForce(index.roster().tree(), sets, today);
        var seen = new HashSet<String>();
        return index.roster().tree().all().stream()
                .filter(each -> each.level() == OrganizationLevel.BRANCH)
                .map(Organization::id)
                .map(rules::choice)
                .distinct()
                .flatMap(choice -> library.read(choice) instanceof ProfileReading.Accepted(var profile, var _)
                        ? due(profile, planned, today)
                        : Stream.<CalendarLine.Due>empty())
                .filter(each -> seen.add(each.day() + each.date().code()))
                .map(each -> each);
    }

    private static Stream<CalendarLine.Due> due(RuleProfile profile, List<Activity> planned, LocalDate today) {
        return new YearCalendar(profile.calendar())
                .between(today, today.plusDays(DAYS)).stream()
                        .filter(each -> each.date().owner() != DateOwner.STREET)
                        .filter(each -> !isPlanned(profile, each.date(), each.day(), planned))
                        .map(each -> new CalendarLine.Due(each.day(), each.date()));
    }

    private static boolean isPlanned(RuleProfile profile, FixedDate date, LocalDate day, List<Activity> planned) {
        return profile.duties().stream()
                .filter(rule -> rule.code().value().equals(date.code()))
                .map(DutyRule::activityType)
                .flatMap(each -> each.stream())
                .anyMatch(type -> planned.stream()
                        .anyMatch(each -> each.type() == type
                                && each.heldOn().withDayOfMonth(1).equals(day.withDayOfMonth(1))));
    }
}
