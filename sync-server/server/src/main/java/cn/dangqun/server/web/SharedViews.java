package cn.dangqun.server.web;

import cn.dangqun.server.db.Changes;
import cn.dangqun.server.db.CommitListener;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.web.LiveView.Snapshot;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/// Live views that look the same to several people are made once for all of them: again after a commit that
/// touched what they were made of, and when some seconds have passed, since pages show how time goes on. Listen
/// to commits before anybody who wakes viewers does, or they find what was. For any thread.
@OneProcess("What browsers of this process see; another process makes its own.")
public final class SharedViews implements CommitListener {
    static final Duration FRESH = Duration.ofSeconds(5);
    private static final int MOST = 32;

    private final Map<Object, Slot> slots = new Latest<>(MOST);
    private final List<CommitListener> held = new CopyOnWriteArrayList<>();

    private record Made(long change, long nanos, Optional<Snapshot> snapshot) {}

    /// `made` is guarded by the slot, which is held while it is being made; the rest is read without.
    @OneProcess("One of the views above.")
    private static final class Slot {
        private final AtomicLong changes = new AtomicLong();
        private Optional<Made> made = Optional.empty();
        /// What it is made of; empty while nobody knows, when any change may matter.
        private volatile Optional<Set<Topic>> shows = Optional.empty();

        void changed(Set<Topic> topics) {
            if (shows.filter(shown -> Collections.disjoint(shown, topics)).isEmpty()) {
                changes.incrementAndGet();
            }
        }
    }

    /// What views are made of, each part known as long as a commit does not touch it; `most` of them.
    public <K, V> Held<K, V> held(int most, Function<K, Topic> topic) {
        var fresh = new Held<K, V>(most, topic);
        held.add(fresh);
        return fresh;
    }

    /// What views are made of is old before they are.
    @Override
    public void committed(Changes changes) {
        held.forEach(each -> each.committed(changes));
        synchronized (slots) {
            slots.values().forEach(each -> each.changed(changes.topics()));
        }
    }

    /// `key` says everything that what is seen depends on besides the street: whose scope, what was asked, which
    /// names.
    public Optional<Snapshot> of(Object key, Supplier<Optional<Snapshot>> look) {
        var slot = slot(key);
        synchronized (slot) {
            var known = slot.made.filter(
                    each -> each.change == slot.changes.get() && System.nanoTime() - each.nanos < FRESH.toNanos());
            if (known.isEmpty()) {
                slot.shows = Optional.empty();
                long change = slot.changes.get();
                var snapshot = look.get();
                slot.made = Optional.of(new Made(change, System.nanoTime(), snapshot));
                slot.shows = snapshot.map(Snapshot::shows);
                return snapshot;
            }
            return known.get().snapshot;
        }
    }

    private Slot slot(Object key) {
        synchronized (slots) {
            return slots.computeIfAbsent(key, fresh -> new Slot());
        }
    }
}
