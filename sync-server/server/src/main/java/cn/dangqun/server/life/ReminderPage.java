package cn.dangqun.server.life;

import cn.dangqun.domain.explain.DutyExplanation;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.attendance.AttendanceWords;
import cn.dangqun.server.life.ReminderModel.Day;
import cn.dangqun.server.life.ReminderModel.Row;
import cn.dangqun.server.text.CalendarFile;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes what comes due, day by day. What many organisations owe on one day is one line that leads to the board.
record ReminderPage(Texts texts, Times times, AttendanceWords types) {
    private static final int DAYS_A_PAGE = 20;

    /// So many of a kind on a day are shown one by one.
    private static final int FEW = 3;

    ReminderModel write(
            Reminders span,
            List<Reminder> all,
            Map<OrganizationId, LifeReader.Place> places,
            List<Choice> organizations,
            Map<LocalDate, String> holidays,
            ListQuestion asked) {
        var typed = asked.filter("search");
        var byDay = new LinkedHashMap<LocalDate, List<Reminder>>();
        found(all, places, typed)
                .forEach(each -> byDay.computeIfAbsent(each.day(), fresh -> new ArrayList<>())
                        .add(each));
        var question = asked.within(byDay.size(), DAYS_A_PAGE);
        return new ReminderModel(
                span.today().toString(),
                span.today().plusDays(span.days()).toString(),
                organizations,
                typed,
                byDay.entrySet().stream()
                        .skip((long) (question.page() - 1) * DAYS_A_PAGE)
                        .limit(DAYS_A_PAGE)
                        .map(each -> day(each.getKey(), each.getValue(), places, span.today(), holidays))
                        .toList(),
                question.at(1).address(ReminderRoutes.FILE),
                question.pages(texts, ReminderRoutes.CALENDAR, byDay.size(), DAYS_A_PAGE));
    }

    /// Of what is called so, or of whom.
    private List<Reminder> found(List<Reminder> all, Map<OrganizationId, LifeReader.Place> places, String typed) {
        return all.stream()
                .filter(each -> typed.isEmpty() || (called(each) + place(each, places)).contains(typed))
                .toList();
    }

    private String called(Reminder reminder) {
        return switch (reminder) {
            case Reminder.Owed owed -> title(owed);
            case Reminder.Fixed fixed -> title(fixed);
            case Reminder.Planned(var planned) ->
                planned.activity().title() + types.type(planned.activity().type());
        };
    }

    private Day day(
            LocalDate day,
            List<Reminder> reminders,
            Map<OrganizationId, LifeReader.Place> places,
            LocalDate today,
            Map<LocalDate, String> holidays) {
        var rows = new ArrayList<Row>();
        var kinds = new LinkedHashMap<String, List<Reminder>>();
        reminders.forEach(each ->
                kinds.computeIfAbsent(each.kind(), fresh -> new ArrayList<>()).add(each));
        for (var alike : kinds.values()) {
            if (alike.size() > FEW || !(alike.getFirst() instanceof Reminder.Planned)) {
                rows.add(row(alike, places));
            } else {
                alike.forEach(each -> rows.add(row(each, place(each, places))));
            }
        }
        var holiday = Optional.ofNullable(holidays.get(day))
                .map(name -> name.isBlank() ? texts.get("life.move.someHoliday") : name)
                .map(name -> texts.get("life.calendar.holiday", name))
                .orElse("");
        return new Day(times.day(day), day.equals(today), day.isBefore(today), holiday, rows);
    }

    private Row row(List<Reminder> alike, Map<OrganizationId, LifeReader.Place> places) {
        var first = alike.getFirst();
        if (alike.size() == 1) {
            return row(first, place(first, places));
        }
        var who = texts.get("life.calendar.organizations", alike.size());
        var row = row(first, who);
        return switch (first) {
            case Reminder.Owed owed ->
                row.leadingTo(
                        row.title(),
                        LifeRoutes.board(owed.cell().period().year()) + "&duty="
                                + owed.cell().rule().code());
            case Reminder.Fixed ignored -> row;
            case Reminder.Planned(var planned) ->
                row.leadingTo(
                        types.type(planned.activity().type()),
                        "/plan?month=" + YearMonth.from(planned.activity().heldOn()) + "&type="
                                + planned.activity().type());
        };
    }

    private static String place(Reminder reminder, Map<OrganizationId, LifeReader.Place> places) {
        return Optional.ofNullable(places.get(reminder.organization()))
                .map(LifeReader.Place::name)
                .orElse(reminder.organization().value());
    }

    private Row row(Reminder reminder, String who) {
        return switch (reminder) {
            case Reminder.Owed owed ->
                new Row(
                        owed.overdue() ? "OVERDUE" : "OWED",
                        new LifeWords(texts).sign(owed.cell().status()),
                        word(owed),
                        title(owed),
                        who,
                        LifeRoutes.address(owed.organization(), owed.cell()));
            case Reminder.Fixed fixed -> new Row("FIXED", "○", texts.get("life.calendar.fixed"), title(fixed), who, "");
            case Reminder.Planned(var planned) ->
                new Row(
                        "PLANNED",
                        "◇",
                        texts.get("life.calendar.planned"),
                        times.time(planned.activity().starts()) + " "
                                + planned.activity().title(),
                        who,
                        "/plan/activities/" + planned.activity().id());
        };
    }

    /// The board's sign with its meaning; what is not near is a day among days.
    private String word(Reminder.Owed owed) {
        return switch (owed.cell().status()) {
            case OVERDUE -> texts.get("life.calendar.overdue");
            case DUE_SOON -> texts.get("life.status.dueSoon");
            default -> texts.get("life.calendar.owed");
        };
    }

    private static String title(Reminder.Owed owed) {
        return DutyExplanation.nameOf(owed.cell().period())
                + DutyExplanation.nameOf(owed.cell().rule());
    }

    private String title(Reminder.Fixed fixed) {
        return texts.get("life.calendar.byRule", fixed.name(), fixed.rule());
    }

    /// The same for other calendars: dates as whole days, activities by the clock.
    String file(List<Reminder> all, Map<OrganizationId, LifeReader.Place> places) {
        var file = new CalendarFile(times.now());
        for (var each : all) {
            var who = place(each, places);
            switch (each) {
                case Reminder.Owed owed ->
                    file.wholeDay(
                            owed.organization() + "-" + owed.cell().rule().code() + "-"
                                    + owed.cell().period(),
                            owed.day(),
                            texts.get("life.calendar.until", title(owed)),
                            who);
                case Reminder.Fixed fixed ->
                    file.wholeDay(
                            fixed.organization() + "-" + fixed.code() + "-" + fixed.day(),
                            fixed.day(),
                            title(fixed),
                            who);
                case Reminder.Planned(var planned) ->
                    file.timed(
                            planned.activity().id().value(),
                            planned.activity().starts(),
                            planned.activity().ends(),
                            planned.activity().title(),
                            planned.activity().place(),
                            who,
                            false);
            }
        }
        return file.text();
    }
}
