package cn.dangqun.kiosk.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A UI thread and a clock that only move when the test moves them. Tasks run at once on the caller's thread.
public final class HandMovedTime extends Clock implements UiThread {
    private final ZoneId zone = ZoneId.of("Asia/Shanghai");
    private final List<Waiting> waiting = new ArrayList<>();
    private Instant now;

    public HandMovedTime(Instant now) {
        this.now = now;
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public Pending after(Duration delay, Runnable task) {
        var one = new Waiting(now.plus(delay), task);
        waiting.add(one);
        return () -> waiting.remove(one);
    }

    /// Moves on, running what falls due on the way, in order.
    public void pass(Duration time) {
        var end = now.plus(time);
        for (var next = next(end); next != null; next = next(end)) {
            waiting.remove(next);
            now = next.due;
            next.task.run();
        }
        now = end;
    }

    private Waiting next(Instant end) {
        return waiting.stream()
                .filter(one -> !one.due.isAfter(end))
                .min(Comparator.comparing(one -> one.due))
                .orElse(null);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        throw new UnsupportedOperationException();
    }

    private static final class Waiting {
        private final Instant due;
        private final Runnable task;

        Waiting(Instant due, Runnable task) {
            this.due = due;
            this.task = task;
        }
    }
}
