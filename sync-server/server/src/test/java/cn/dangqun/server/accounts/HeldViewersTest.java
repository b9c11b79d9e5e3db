package cn.dangqun.server.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.server.db.Changes;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Viewer;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeldViewersTest {
    private static final Instant NOON = Instant.parse("2026-05-04T04:00:00Z");

    private final HeldViewers held = new HeldViewers();
    private Optional<Viewer> known = viewer("甲");
    private int reads;

    private static Optional<Viewer> viewer(String name) {
        return Optional.of(new Viewer("a", name, "审核员", Scope.wholeStreet(), Set.of(), false));
    }

    private Optional<Viewer> of(Object key, Instant now) {
        return held.of(key, now, () -> {
            reads++;
            return known;
        });
    }

    @Test
    void readsOnceForManyLooks() {
        for (int look = 0; look < 50; look++) {
            assertEquals(known, of("page", NOON.plusMillis(60L * look)));
        }
        held.committed(new Changes(Set.of(Topic.Street.KIOSKS, Topic.Street.REFERENCE)));
        assertEquals(known, of("page", NOON.plusSeconds(4)));

        assertEquals(1, reads);
    }

    @Test
    void readsAgainAfterAccountsChanged() {
        of("page", NOON);
        known = Optional.empty();
        held.committed(new Changes(Set.of(Topic.Street.ACCOUNTS)));

        assertEquals(Optional.empty(), of("page", NOON));
    }

    @Test
    void readsAgainWhenItIsNoLongerFresh() {
        of("page", NOON);
        known = Optional.empty();

        assertEquals(viewer("甲"), of("page", NOON.plus(HeldViewers.FRESH).minusMillis(1)));
        assertEquals(Optional.empty(), of("page", NOON.plus(HeldViewers.FRESH)));
        assertEquals(Optional.empty(), of("page", NOON.minusSeconds(1)), "nor when the clock was put back");
    }

    /// What was read before the commit may be old, however late it is put down.
    @Test
    void doesNotKeepWhatACommitOvertook() {
        var late = held.of("page", NOON, () -> {
            held.committed(new Changes(Set.of(Topic.Street.ACCOUNTS)));
            return viewer("甲");
        });
        assertEquals(viewer("甲"), late);
        known = Optional.empty();

        assertEquals(Optional.empty(), of("page", NOON));
    }

    @Test
    void tellsOnePageFromAnother() {
        of("page", NOON);
        known = viewer("乙");

        assertEquals(viewer("乙"), of("other", NOON));
        assertEquals(viewer("甲"), of("page", NOON));
    }
}
