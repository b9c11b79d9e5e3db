package cn.dangqun.server.services;

import cn.dangqun.domain.queue.OpeningHours;
import cn.dangqun.server.services.ServicesModel.Shift;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.Visit;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The lines of opening hours in a form: weekdays that are ticked, and from when to when. Lines that are left blank are
/// no lines.
record ShiftFields(Texts texts) {
    private static final int MOST = 6;
    private static final int BLANK = 1;

    private static String field(int number, String name) {
        return "shift" + number + "." + name;
    }

    private static Set<DayOfWeek> ticked(Visit visit, int number) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (visit.form(field(number, day.name())).equals("yes")) {
                days.add(day);
            }
        }
        return days;
    }

    private static boolean isBlank(Visit visit, int number) {
        return ticked(visit, number).isEmpty()
                && visit.form(field(number, "from")).isBlank()
                && visit.form(field(number, "to")).isBlank();
    }

    /// Empty when something is wrong, which the form then says.
    Optional<OpeningHours> read(Visit visit, Form form) {
        var lines = IntStream.rangeClosed(1, MOST)
                .filter(number -> !isBlank(visit, number))
                .boxed()
                .toList();
        if (lines.isEmpty()) {
            form.refuse(texts.get("services.refused.neverOpen"));
            return Optional.empty();
        }
        var shifts = lines.stream().map(number -> shift(visit, number)).toList();
        if (shifts.stream().anyMatch(Optional::isEmpty)) {
            form.refuse(texts.get("services.refused.hours"));
            return Optional.empty();
        }
        return Optional.of(
                new OpeningHours(shifts.stream().flatMap(Optional::stream).toList()));
    }

    private static Optional<OpeningHours.Shift> shift(Visit visit, int number) {
        var days = ticked(visit, number);
        var from = time(visit.form(field(number, "from")));
        var to = time(visit.form(field(number, "to")));
        boolean good = !days.isEmpty()
                && from.isPresent()
                && to.isPresent()
                && from.get().isBefore(to.get());
        return good ? Optional.of(new OpeningHours.Shift(days, from.get(), to.get())) : Optional.empty();
    }

    private static Optional<LocalTime> time(String typed) {
        try {
            return Optional.of(LocalTime.parse(typed.strip()));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    /// As they were typed.
    List<Shift> typed(Visit visit) {
        int used = IntStream.rangeClosed(1, MOST)
                .filter(number -> !isBlank(visit, number))
                .max()
                .orElse(0);
        return IntStream.rangeClosed(1, Math.min(used + BLANK, MOST))
                .mapToObj(number -> shown(
                        number,
                        ticked(visit, number),
                        visit.form(field(number, "from")),
                        visit.form(field(number, "to"))))
                .toList();
    }

    /// As they stand, and a blank one.
    List<Shift> of(OpeningHours hours) {
        var shifts = hours.shifts();
        var known = IntStream.range(0, shifts.size())
                .mapToObj(i -> shown(
                        i + 1,
                        shifts.get(i).days(),
                        shifts.get(i).from().toString(),
                        shifts.get(i).to().toString()));
        var blank = shifts.size() < MOST
                ? Stream.of(shown(shifts.size() + 1, Set.<DayOfWeek>of(), "", ""))
                : Stream.<Shift>empty();
        return Stream.concat(known, blank).toList();
    }

    private Shift shown(int number, Set<DayOfWeek> days, String from, String to) {
        var words = new ServiceWords(texts);
        return new Shift(
                number,
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Choice(day.name(), words.day(day), days.contains(day)))
                        .toList(),
                from,
                to);
    }
}
