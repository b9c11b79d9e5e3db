package cn.dangqun.domain.queue;

import java.util.List;
import java.util.Optional;

/// The windows of one site and the rules of its queue.
public record QueuePlan(String site, List<Window> windows, QueueRules rules) {
    public QueuePlan {
        windows = List.copyOf(windows);
        if (windows.stream().map(Window::number).distinct().count() != windows.size()) {
            throw new IllegalArgumentException("two windows of a site with one number");
        }
    }

    public Optional<Window> window(int number) {
        return windows.stream().filter(window -> window.number() == number).findFirst();
    }
}
