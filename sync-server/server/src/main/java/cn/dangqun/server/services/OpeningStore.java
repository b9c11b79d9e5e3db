package cn.dangqun.server.services;

import cn.dangqun.domain.calendar.OpeningCalendar;
import cn.dangqun.domain.calendar.OpeningCalendar.OtherDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// SQL of the days on which centres work otherwise.
public record OpeningStore(Handle handle) {
    /// Of every centre that has no line of its own for the day.
    static final String EVERY_SITE = "";

    /// One day of one centre, or of every; `note` is what people call it.
    record Line(String site, LocalDate day, OtherDay other, String note) {}

    /// By day; of every centre first. A street has a few dozen a year.
    List<Line> from(LocalDate first) {
        return handle.createQuery("SELECT site, day, weekday, note FROM opening_day WHERE street = 1 AND day >= ?"
                        + " ORDER BY day, site")
                .bind(0, first.toString())
                .map((row, ignored) -> new Line(
                        row.getString("site"),
                        LocalDate.parse(row.getString("day")),
                        other(row.getInt("weekday"), row.getString("note")),
                        row.getString("note")))
                .list();
    }

    /// Holidays of every centre from that day on, and what people call them; blank where nobody says.
    public Map<LocalDate, String> holidays(LocalDate first) {
        var holidays = new HashMap<LocalDate, String>();
        for (var line : from(first)) {
            if (line.site().equals(EVERY_SITE) && line.other() instanceof OtherDay.Closed) {
                holidays.put(line.day(), line.note());
            }
        }
        return holidays;
    }

    private static OtherDay other(int weekday, String note) {
        return weekday == 0 ? new OtherDay.Closed(note) : new OtherDay.Like(DayOfWeek.of(weekday));
    }

    void put(Line line) {
        int weekday = switch (line.other()) {
            case OtherDay.Closed _ -> 0;
            case OtherDay.Like(var like) -> like.getValue();
        };
        handle.execute(
                "INSERT INTO opening_day (site, day, weekday, note) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (street, site, day) DO UPDATE"
                        + " SET weekday = excluded.weekday, note = excluded.note",
                line.site(),
                line.day().toString(),
                weekday,
                line.note());
    }

    void delete(String site, LocalDate day) {
        handle.execute("DELETE FROM opening_day WHERE street = 1 AND site = ? AND day = ?", site, day.toString());
    }

    /// What holds at one centre: its own lines before everybody's; as many as a calendar holds.
    public OpeningCalendar calendar(String site, LocalDate today) {
        Map<LocalDate, OtherDay> days = new HashMap<>();
        for (var line : from(today.minusDays(1))) {
            if (line.site().equals(site)) {
                days.put(line.day(), line.other());
            } else if (line.site().equals(EVERY_SITE)) {
                days.putIfAbsent(line.day(), line.other());
            }
        }
        days.keySet()
                .retainAll(days.keySet().stream()
                        .sorted()
                        .limit(OpeningCalendar.MOST)
                        .toList());
        return new OpeningCalendar(days);
    }
}
