package cn.dangqun.server.services;

import cn.dangqun.domain.queue.AppointmentDay;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.Visit;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What somebody typed for a day of appointments, once or every week until a day.
record AppointmentForm(Texts texts, LocalDate today) {
    private static final int LONGEST_HOST = 40;
    private static final int WEEKS = 53;
    private static final int YEARS_AHEAD = 2;

    /// The days; empty where the form is not good, which then says why.
    List<LocalDate> read(Visit visit, Form form) {
        var day = form.requiredDay("day");
        var until = form.day("until").or(() -> day);
        var opens = form.requiredTime("opens");
        var closes = form.requiredTime("closes");
        var minutes = form.number("minutes", AppointmentDay.SHORTEST, AppointmentDay.LONGEST);
        var places = form.number("places", 1, AppointmentDay.PLACES_MAX);
        form.optional("host", LONGEST_HOST);
        if (form.isGood() && (minutes.isEmpty() || places.isEmpty())) {
            form.refuse(texts.get("services.refused.appointment", AppointmentDay.LONGEST, AppointmentDay.PLACES_MAX));
        }
        if (!form.isGood()) {
            return List.of();
        }
        if (!fits(opens.orElseThrow(), closes.orElseThrow(), minutes.orElseThrow())) {
            form.refuse(texts.get("services.refused.tooShort"));
        }
        var first = day.orElseThrow();
        var last = until.orElseThrow();
        if (first.isBefore(today) || last.isBefore(first) || last.isAfter(today.plusYears(YEARS_AHEAD))) {
            form.refuse(texts.get("services.refused.weeks", WEEKS));
        }
        if (!form.isGood()) {
            return List.of();
        }
        var days = Stream.iterate(first, each -> !each.isAfter(last), each -> each.plusWeeks(1))
                .toList();
        if (days.size() > WEEKS) {
            form.refuse(texts.get("services.refused.weeks", WEEKS));
        }
        return days;
    }

    private static boolean fits(LocalTime opens, LocalTime closes, int minutes) {
        return opens.toSecondOfDay() + minutes * 60L <= closes.toSecondOfDay();
    }

    /// After [#read] found nothing wrong.
    AppointmentDay on(LocalDate day, String id, ServiceId service, Visit visit) {
        return new AppointmentDay(
                id,
                service,
                day,
                LocalTime.parse(visit.form("opens")),
                LocalTime.parse(visit.form("closes")),
                Integer.parseInt(visit.form("minutes").strip()),
                Integer.parseInt(visit.form("places").strip()),
                visit.form("host").strip(),
                Optional.empty());
    }
}
