package cn.dangqun.server.rota;

import cn.dangqun.domain.staff.Rota;
import cn.dangqun.server.rota.RotaModel.Day;
import cn.dangqun.server.rota.RotaModel.Turn;
import cn.dangqun.server.rota.RotaModel.Typed;
import cn.dangqun.server.rota.RotaReader.Person;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Visit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Puts a rota into words, with the names of those whom the centre knows.
record RotaPage(Texts texts, Times times, List<Person> people) {
    private static final int DAYS_SHOWN = 14;

    static final String WEEKLY = "w";
    static final String DATED = "d";

    List<Day> days(Rota rota, LocalDate today) {
        return IntStream.range(0, DAYS_SHOWN)
                .mapToObj(today::plusDays)
                .map(day -> new Day(day.toString(), times.day(day), turns(rota.on(day)), note(rota, day)))
                .toList();
    }

    private String note(Rota rota, LocalDate day) {
        if (!rota.on(day).isEmpty()) {
            return "";
        }
        return rota.calendar().weekdayOf(day).isEmpty() ? texts.get("rota.day.closed") : texts.get("rota.day.nobody");
    }

    String turns(List<Rota.Turn> turns) {
        return turns.stream().map(turn -> name(turn) + " " + hours(turn)).collect(Collectors.joining("、"));
    }

    private String name(Rota.Turn turn) {
        return people.stream()
                .filter(each -> each.id().equals(turn.staff()))
                .map(Person::name)
                .findFirst()
                .orElseGet(() -> texts.get("rota.turn.unknown"));
    }

    private static String hours(Rota.Turn turn) {
        return turn.from() + "–" + turn.to();
    }

    List<Turn> weekly(Rota rota) {
        return IntStream.range(0, rota.weekly().size())
                .mapToObj(i -> shown(
                        WEEKLY + i,
                        rota.weekly().get(i).turn(),
                        rota.weekly().get(i).days().stream()
                                .sorted()
                                .map(RotaPage::weekday)
                                .collect(Collectors.joining("、"))))
                .toList();
    }

    List<Turn> dated(Rota rota) {
        return IntStream.range(0, rota.dated().size())
                .mapToObj(i -> shown(
                        DATED + i,
                        rota.dated().get(i).turn(),
                        times.day(rota.dated().get(i).day())))
                .toList();
    }

    private Turn shown(String key, Rota.Turn turn, String when) {
        return new Turn(key, turn.staff(), name(turn), when, hours(turn));
    }

    private static String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.SIMPLIFIED_CHINESE);
    }

    Typed typed(Visit visit) {
        var chosen = visit.form("staff");
        return new Typed(
                people.stream()
                        .map(each -> new Choice(
                                each.id(),
                                (each.name() + " " + each.duty()).strip(),
                                each.id().equals(chosen)))
                        .toList(),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Choice(
                                day.name(),
                                weekday(day),
                                visit.form("days." + day.name()).equals("yes")))
                        .toList(),
                visit.form("day"),
                visit.form("from").isBlank() ? "08:30" : visit.form("from"),
                visit.form("to").isBlank() ? "12:00" : visit.form("to"));
    }
}
