package cn.dangqun.config.profile;

import cn.dangqun.config.profile.json.Place;
import cn.dangqun.domain.duty.Schedule;
import cn.dangqun.domain.organization.OrganizationClass;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Reads the `schedule` of a duty. Empty only together with a fault.
final class ScheduleReader {
    private static final String OWN_DAY = "orgParam:themeDay";
    private static final Map<String, Function<Place, Optional<Schedule>>> KINDS = Map.of(
            "DAY_OF_MONTH", ScheduleReader::dayOfMonth,
            "NTH_WEEKDAY", ScheduleReader::nthWeekday,
            "BY_ORG_CLASS", ScheduleReader::byOrgClass,
            "BEFORE", ScheduleReader::before,
            "AFTER_PERIOD_DEADLINE", ScheduleReader::afterPeriod);

    private ScheduleReader() {}

    static Optional<Schedule> read(Place place) {
        int before = place.faultCount();
        var reader = place.field("kind").oneOf(new TreeMap<>(KINDS));
        return place.faultCount() > before ? Optional.empty() : reader.apply(place);
    }

    private static Optional<Schedule> dayOfMonth(Place place) {
        place.only("kind", "day");
        var day = place.field("day");
        if (day.isText()) {
            return day.parsed(
                    text -> text.equals(OWN_DAY) ? Optional.of(new Schedule.OwnDay()) : Optional.empty(),
                    "schedule.day");
        }
        return Optional.of(new Schedule.DayOfMonth(day.whole(1, 28)));
    }

    private static Optional<Schedule> nthWeekday(Place place) {
        place.only("kind", "n", "dow");
        return Optional.of(new Schedule.NthWeekday(
                place.field("n").whole(1, 4), place.field("dow").oneOf(DayOfWeek.class)));
    }

    private static Optional<Schedule> byOrgClass(Place place) {
        place.only("kind", "COMMUNITY", "AGENCY", "NEW_ORG");
        var schedules = new EnumMap<OrganizationClass, Schedule>(OrganizationClass.class);
        for (var each : OrganizationClass.values()) {
            place.maybe(each.name())
                    .ifPresent(own -> read(own).ifPresent(schedule -> {
                        if (schedule instanceof Schedule.ByOrgClass) {
                            own.fault("schedule.nested");
                        }
                        schedules.put(each, schedule);
                    }));
        }
        if (schedules.isEmpty()) {
            place.fault("schedule.no_class");
        }
        return Optional.of(new Schedule.ByOrgClass(schedules));
    }

    private static Optional<Schedule> before(Place place) {
        place.only("kind", "monthDay");
        return Optional.of(new Schedule.Before(place.field("monthDay").monthDay()));
    }

    private static Optional<Schedule> afterPeriod(Place place) {
        place.only("kind", "monthDay", "monthDayByHalf", "monthDayByQuarter");
        var halves = place.maybe("monthDayByHalf");
        var quarters = place.maybe("monthDayByQuarter");
        if (halves.isPresent()) {
            return Optional.of(each(halves.get(), "H1", "H2"));
        }
        return Optional.of(
                quarters.isPresent()
                        ? each(quarters.get(), "Q1", "Q2", "Q3", "Q4")
                        : new Schedule.AfterPeriod(
                                List.of(place.field("monthDay").monthDay())));
    }

    private static Schedule each(Place place, String... names) {
        place.only(names);
        var days = new ArrayList<MonthDay>();
        for (var name : names) {
            days.add(place.field(name).monthDay());
        }
        return new Schedule.AfterPeriod(days);
    }
}
