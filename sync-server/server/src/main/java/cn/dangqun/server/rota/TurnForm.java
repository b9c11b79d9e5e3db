package cn.dangqun.server.rota;

import cn.dangqun.domain.staff.Rota;
import cn.dangqun.server.rota.RotaReader.Person;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.Visit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// One turn in a form: of every week on the days that are ticked, or of one day.
record TurnForm(Texts texts, LocalDate today) {
    private static final Pattern KEY = Pattern.compile("([wd])(\\d{1,3})");
    private static final int YEARS_AHEAD = 1;

    /// What it makes of a rota; empty when something is wrong, which the form then says.
    Optional<UnaryOperator<Rota>> read(Visit visit, Form form, List<Person> people) {
        var staff = people.stream()
                .map(Person::id)
                .filter(visit.form("staff")::equals)
                .findFirst();
        if (staff.isEmpty()) {
            form.refuse(texts.get("rota.refused.staff"));
        }
        var days = form.ticked("days", DayOfWeek.class);
        var day = form.day("day");
        var from = form.requiredTime("from");
        var to = form.requiredTime("to");
        if (form.isGood() && days.isEmpty() == day.isEmpty()) {
            form.refuse(texts.get("rota.refused.when"));
        }
        if (form.isGood() && !from.orElseThrow().isBefore(to.orElseThrow())) {
            form.refuse(texts.get("rota.refused.hours"));
        }
        if (day.filter(each -> each.isBefore(today) || each.isAfter(today.plusYears(YEARS_AHEAD)))
                .isPresent()) {
            form.refuse(texts.get("rota.refused.day"));
        }
        if (!form.isGood()) {
            return Optional.empty();
        }
        var turn = new Rota.Turn(staff.orElseThrow(), from.orElseThrow(), to.orElseThrow());
        return Optional.of(rota -> with(rota, days, day, turn));
    }

    private static Rota with(Rota rota, Set<DayOfWeek> days, Optional<LocalDate> day, Rota.Turn turn) {
        var weekly = new ArrayList<>(rota.weekly());
        var dated = new ArrayList<>(rota.dated());
        day.ifPresentOrElse(on -> dated.add(new Rota.Dated(on, turn)), () -> weekly.add(new Rota.Weekly(days, turn)));
        return new Rota(weekly, dated, rota.calendar());
    }

    /// `key` is where it stood when somebody looked, `staff` whose it was then.
    static Rota without(Rota rota, String key, String staff) {
        var where = KEY.matcher(key);
        if (!where.matches()) {
            return rota;
        }
        int at = Integer.parseInt(where.group(2));
        var weekly = new ArrayList<>(rota.weekly());
        var dated = new ArrayList<>(rota.dated());
        boolean isWeekly = where.group(1).equals(RotaPage.WEEKLY);
        if (isWeekly && at < weekly.size() && weekly.get(at).turn().staff().equals(staff)) {
            weekly.remove(at);
        }
        if (!isWeekly && at < dated.size() && dated.get(at).turn().staff().equals(staff)) {
            dated.remove(at);
        }
        return new Rota(weekly, dated, rota.calendar());
    }

    static Rota since(Rota rota, LocalDate today) {
        return new Rota(
                rota.weekly(),
                rota.dated().stream()
                        .filter(each -> !each.day().isBefore(today))
                        .toList(),
                rota.calendar());
    }
}
