package cn.dangqun.server.web;

import cn.dangqun.server.db.Changes;
import cn.dangqun.server.db.CommitListener;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.web.LiveView.Snapshot;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Live views that look the same to several people are made once for all of them: again after a commit, and when some
/// seconds have passed, since pages show how time goes on. Listen to commits before anybody who wakes viewers does, or
/// they find what was. For any thread.
@OneProcess("What browsers of this process see; another process makes its own.")
public final class SharedViews implements CommitListener {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int MOST = 32;

    private final AtomicLong commits = new AtomicLong();
    private final Map<Object, Slot> slots = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Slot> eldest) {
            return size() > MOST;
        }
    };

    private record Made(long commit, long nanos, Optional<Snapshot> snapshot) {}

    private static final class Slot {
        private Optional<Made> made = Optional.empty();
    }

    @Override
    public void committed(Changes changes) {
        commits.incrementAndGet();
    }

    /// `key` says everything that what is seen depends on besides the street: whose scope, what was asked, which names.
    public Optional<Snapshot> of(Object key, Supplier<Optional<Snapshot>> look) {
        var slot = slot(key);
        synchronized (slot) {
            long commit = commits.get();
            var known =
                    slot.made.filter(each -> each.commit == commit && System.nanoTime() - each.nanos < FRESH.toNanos());
            var now = known.orElseGet(() -> new Made(commit, System.nanoTime(), look.get()));
            slot.made = Optional.of(now);
            return now.snapshot;
        }
    }

    private Slot slot(Object key) {
        synchronized (slots) {
            return slots.computeIfAbsent(key, fresh -> new Slot());
        }
    }
}
