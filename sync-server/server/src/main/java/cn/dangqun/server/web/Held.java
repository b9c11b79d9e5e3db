package cn.dangqun.server.web;

import cn.dangqun.server.db.Changes;
import cn.dangqun.server.db.CommitListener;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.db.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What live views were made of, by key: known until a commit touches the key's topic or the street publishes
/// something, and for [#FRESH] at most. So of a page on which one row changed, one row is counted. For any thread
/// (decision 0050).
@OneProcess("What this process read: what another one changes is read when it is no longer fresh.")
public final class Held<K, V> implements CommitListener {
    /// As long as a shared view is shown without being made again.
    static final Duration FRESH = SharedViews.FRESH;

    private final Function<K, Topic> topic;
    private final Map<Topic, Long> changed;
    private final Map<K, Known<V>> known;
    private long commits;
    /// Whatever was read before it is forgotten.
    private long floor;

    /// Keeps `most` values. `topic`: what a commit that changes a key's value says it touched.
    Held(int most, Function<K, Topic> topic) {
        this.topic = topic;
        this.known = new Latest<>(most);
        // of a commit that is no longer known everything may be
        this.changed = new Latest<>(most, commit -> floor = Math.max(floor, commit));
    }

    private record Known<V>(long read, long nanos, V value) {}

    @Override
    public synchronized void committed(Changes changes) {
        commits++;
        if (changes.topics().contains(Topic.Street.REFERENCE)) {
            floor = commits;
        }
        changes.topics().forEach(each -> changed.put(each, commits));
    }

    /// To be begun before the transaction that reads: what is committed from now on makes old what it reads.
    public Look look() {
        return new Look(begun());
    }

    private synchronized long begun() {
        return commits;
    }

    private synchronized Optional<V> find(K key, long now) {
        return Optional.ofNullable(known.get(key))
                .filter(each -> each.read >= Math.max(floor, changed.getOrDefault(topic.apply(key), 0L))
                        && now - each.nanos < FRESH.toNanos())
                .map(Known::value);
    }

    private synchronized void keep(K key, Known<V> value) {
        known.put(key, value);
    }

    /// One reading of one transaction.
    public final class Look {
        private final long begun;
        private final long nanos = System.nanoTime();

        private Look(long begun) {
            this.begun = begun;
        }

        /// What need not be read again.
        public Optional<V> find(K key) {
            return Held.this.find(key, nanos);
        }

        /// What the transaction read.
        public void keep(K key, V value) {
            Held.this.keep(key, new Known<>(begun, nanos, value));
        }
    }
}
