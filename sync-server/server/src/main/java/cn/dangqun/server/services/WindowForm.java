package cn.dangqun.server.services;

import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.QueueRules;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.queue.Window;
import cn.dangqun.server.services.WindowsModel.Desk;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.Visit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The windows of one centre in a form. A line without number and name is no window.
record WindowForm(Texts texts, List<ServiceItem> services) {
    private static final int MOST = 12;
    private static final int LONGEST_NAME = 12;
    private static final int MOST_CALLS = 9;

    private static String field(int line, String name) {
        return "window" + line + "." + name;
    }

    /// What a centre begins with that gives out no numbers yet: nothing but lines to fill in.
    List<Desk> blank() {
        return List.of(desk(1, "", "", each -> false), desk(2, "", "", each -> false));
    }

    /// As they stand, and a blank line.
    List<Desk> of(QueuePlan plan) {
        var desks = new ArrayList<Desk>();
        for (var window : plan.windows()) {
            int line = desks.size() + 1;
            var served = window.services();
            desks.add(desk(line, Integer.toString(window.number()), window.name(), each -> served.contains(each.id())));
        }
        if (desks.size() < MOST) {
            desks.add(desk(desks.size() + 1, "", "", each -> false));
        }
        return desks;
    }

    /// As they were typed.
    List<Desk> typed(Visit visit) {
        int used = IntStream.rangeClosed(1, MOST)
                .filter(line -> !isBlank(visit, line))
                .max()
                .orElse(0);
        return IntStream.rangeClosed(1, Math.min(used + 1, MOST))
                .mapToObj(line -> desk(
                        line,
                        visit.form(field(line, "number")),
                        visit.form(field(line, "name")),
                        each -> isServed(visit, line, each)))
                .toList();
    }

    private Desk desk(int line, String number, String name, Predicate<ServiceItem> served) {
        return new Desk(
                line,
                number,
                name,
                services.stream()
                        .map(each -> new Choice(
                                field(line, each.id().value()), Samples.plain(each.name()), served.test(each)))
                        .toList());
    }

    private static boolean isBlank(Visit visit, int line) {
        return visit.form(field(line, "number")).isBlank()
                && visit.form(field(line, "name")).isBlank();
    }

    private static boolean isServed(Visit visit, int line, ServiceItem service) {
        return visit.form(field(line, service.id().value())).equals("yes");
    }

    /// Empty when something is wrong, which the form then says.
    Optional<QueuePlan> read(String site, Visit visit, Form form) {
        var windows = new ArrayList<Window>();
        var numbers = new HashSet<Integer>();
        for (int line = 1; line <= MOST; line++) {
            if (!isBlank(visit, line)) {
                window(visit, line)
                        .filter(each -> numbers.add(each.number()))
                        .ifPresentOrElse(
                                windows::add,
                                () -> form.refuse(
                                        texts.get("services.refused.window", Window.NUMBER_MAX, LONGEST_NAME)));
            }
        }
        if (windows.isEmpty() && form.isGood()) {
            form.refuse(texts.get("services.refused.noWindow"));
        }
        var calls = form.number("maxCalls", 1, MOST_CALLS);
        var back = form.number("reinsertAfter", 0, MOST_CALLS);
        var preferred = form.number("preferredInARow", 1, MOST_CALLS);
        return form.isGood()
                ? Optional.of(new QueuePlan(
                        site,
                        windows,
                        new QueueRules(
                                calls.orElse(QueueRules.STANDARD.maxCalls()),
                                back.orElse(QueueRules.STANDARD.reinsertAfter()),
                                preferred.orElse(QueueRules.STANDARD.preferredInARow()))))
                : Optional.empty();
    }

    private Optional<Window> window(Visit visit, int line) {
        var number = visit.form(field(line, "number")).strip();
        var name = visit.form(field(line, "name")).strip();
        boolean good = number.matches("[1-9]\\d?")
                && !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.chars().noneMatch(Character::isISOControl);
        Set<ServiceId> served = services.stream()
                .filter(each -> isServed(visit, line, each))
                .map(ServiceItem::id)
                .collect(Collectors.toUnmodifiableSet());
        return good ? Optional.of(new Window(Integer.parseInt(number), name, served)) : Optional.empty();
    }
}
