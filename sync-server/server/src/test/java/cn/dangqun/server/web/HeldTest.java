package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.server.db.Changes;
import cn.dangqun.server.db.Topic;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeldTest {
    private static final ActivityId ONE = new ActivityId("a-1");
    private static final ActivityId OTHER = new ActivityId("a-2");
    private static final int MOST = 8;

    private final SharedViews shared = new SharedViews();
    private final Held<ActivityId, String> held = shared.held(MOST, Topic.Activity::new);

    private void commit(Topic topic) {
        shared.committed(new Changes(Set.of(topic)));
    }

    private void readBoth(String value) {
        var look = held.look();
        look.keep(ONE, value);
        look.keep(OTHER, value);
    }

    private Optional<String> find(ActivityId id) {
        return held.look().find(id);
    }

    @Test
    void onlyWhatACommitTouchedIsReadAgain() {
        readBoth("before");
        commit(new Topic.Activity(ONE));

        assertEquals(Optional.empty(), find(ONE));
        assertEquals(Optional.of("before"), find(OTHER));
    }

    @Test
    void whatTheStreetPublishesMakesAllOld() {
        readBoth("before");
        commit(Topic.Street.REFERENCE);

        assertEquals(Optional.empty(), find(ONE));
        assertEquals(Optional.empty(), find(OTHER));
    }

    /// The reading transaction may have begun before the commit, whenever its value is kept.
    @Test
    void whatIsCommittedWhileItIsReadMakesItOld() {
        var look = held.look();
        commit(new Topic.Activity(ONE));
        look.keep(ONE, "as it was, perhaps");

        assertEquals(Optional.empty(), find(ONE));
        held.look().keep(ONE, "as it is");
        assertEquals(Optional.of("as it is"), find(ONE));
    }

    /// Of so many commits that one of them is forgotten.
    @Test
    void aForgottenCommitStillMakesOldWhatItTouched() {
        readBoth("before");
        commit(new Topic.Activity(ONE));
        for (int each = 0; each < MOST; each++) {
            commit(new Topic.Activity(new ActivityId("later-" + each)));
        }

        assertEquals(Optional.empty(), find(ONE));
    }

    @Test
    void theOldestIsReadAgainWhenThereAreTooMany() {
        var look = held.look();
        for (int each = 0; each <= MOST; each++) {
            look.keep(new ActivityId("a-" + each), "value " + each);
        }

        assertEquals(Optional.empty(), find(new ActivityId("a-0")));
        assertEquals(Optional.of("value 1"), find(ONE));
    }
}
