package cn.dangqun.server.accounts;

import cn.dangqun.server.db.Changes;
import cn.dangqun.server.db.CommitListener;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.web.Latest;
import cn.dangqun.server.web.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Who stands behind each page that is open, as read last: read again after a commit that touched accounts or sessions,
/// and when [#FRESH] has passed, since sessions end by age and another process may change accounts, too. Listens to
/// commits before anybody who wakes pages does. For any thread (decision 0050).
@OneProcess("What this process read: what another one changes is read when it is no longer fresh.")
final class HeldViewers implements CommitListener {
    /// As often as a page looks again when nothing happens.
    static final Duration FRESH = Duration.ofSeconds(10);

    private static final int MOST = 512;

    private final AtomicLong changes = new AtomicLong();
    private final Map<Object, Held> held = new Latest<>(MOST);

    private record Held(long change, Instant read, Optional<Viewer> viewer) {
        boolean isGood(long current, Instant now) {
            return change == current && !now.isBefore(read) && now.isBefore(read.plus(FRESH));
        }
    }

    @Override
    public void committed(Changes committed) {
        if (committed.topics().contains(Topic.Street.ACCOUNTS)) {
            changes.incrementAndGet();
        }
    }

    /// `key`: of which session, and for what kind of page.
    Optional<Viewer> of(Object key, Instant now, Supplier<Optional<Viewer>> reading) {
        // taken before reading: what is committed meanwhile makes it old
        long change = changes.get();
        var known = known(key);
        if (known.filter(each -> each.isGood(change, now)).isPresent()) {
            return known.get().viewer();
        }
        var viewer = reading.get();
        synchronized (held) {
            held.put(key, new Held(change, now, viewer));
        }
        return viewer;
    }

    private Optional<Held> known(Object key) {
        synchronized (held) {
            return Optional.ofNullable(held.get(key));
        }
    }
}
