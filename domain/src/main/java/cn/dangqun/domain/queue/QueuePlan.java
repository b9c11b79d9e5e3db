package cn.dangqun.domain.queue;

import cn.dangqun.domain.calendar.OpeningCalendar;
import java.util.List;
import java.util.Optional;

/// The windows of one site, the rules of its queue, and the days on which it works otherwise.
public record QueuePlan(String site, List<Window> windows, QueueRules rules, OpeningCalendar calendar) {
    public QueuePlan {
        windows = List.copyOf(windows);
        if (windows.stream().map(Window::number).distinct().count() != windows.size()) {
            throw new IllegalArgumentException("two windows of a site with one number");
        }
    }

    /// Of a site that works every week alike.
    public QueuePlan(String site, List<Window> windows, QueueRules rules) {
        this(site, windows, rules, OpeningCalendar.NONE);
    }

    public QueuePlan on(OpeningCalendar other) {
        return new QueuePlan(site, windows, rules, other);
    }

    public Optional<Window> window(int number) {
        return windows.stream().filter(window -> window.number() == number).findFirst();
    }
}
