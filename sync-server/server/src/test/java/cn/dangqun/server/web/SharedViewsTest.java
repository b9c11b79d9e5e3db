package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.server.db.Changes;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.web.LiveView.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedViewsTest {
    private static final Topic SHOWN = new Topic.Activity(new ActivityId("a-1"));

    private final SharedViews shared = new SharedViews();
    private final AtomicInteger looks = new AtomicInteger();

    private Optional<Snapshot> look() {
        return Optional.of(Snapshot.of("part", "look " + looks.incrementAndGet(), Set.of(SHOWN)));
    }

    @Test
    void twentyViewersOfOneScopeCostOneLook() {
        var seen = IntStream.range(0, 20)
                .mapToObj(viewer -> shared.of(List.of("/activities", "whole street"), this::look))
                .distinct()
                .toList();

        assertEquals(1, looks.get());
        assertEquals(1, seen.size());
    }

    /// Most events carry parts only.
    @Test
    void theWholeIsMadeWhenTheFirstNeedsItAndOnceForAll() {
        var whole = new AtomicInteger();
        var seen = shared.of(
                        List.of("/activities"),
                        () -> Optional.of(new Snapshot(
                                () -> "whole " + whole.incrementAndGet(), new LinkedHashMap<>(), Set.of(SHOWN))))
                .orElseThrow();

        assertEquals(0, whole.get());
        assertEquals("whole 1", seen.whole().get());
        assertEquals("whole 1", seen.whole().get());
    }

    @Test
    void anotherScopeOrQuestionIsAnotherView() {
        var _ = shared.of(List.of("/activities", "whole street"), this::look);
        var _ = shared.of(List.of("/activities", "a community"), this::look);
        var _ = shared.of(List.of("/queue", "whole street"), this::look);

        assertEquals(3, looks.get());
    }

    @Test
    void aCommitMakesEachViewAnewOnce() {
        var _ = shared.of(List.of("/activities"), this::look);
        shared.committed(new Changes(Set.of(SHOWN, Topic.Street.KIOSKS)));
        var _ = shared.of(List.of("/activities"), this::look);
        var _ = shared.of(List.of("/activities"), this::look);

        assertEquals(2, looks.get());
    }

    @Test
    void aCommitThatTouchedNothingOfItLeavesItAsItIs() {
        var _ = shared.of(List.of("/activities"), this::look);
        shared.committed(new Changes(Set.of(new Topic.Activity(new ActivityId("a-2")), Topic.Street.KIOSKS)));
        var _ = shared.of(List.of("/activities"), this::look);

        assertEquals(1, looks.get());
    }

    /// What it will be made of is not known yet, and may have been read before the commit.
    @Test
    void aCommitWhileItIsBeingMadeMakesItAnew() {
        var _ = shared.of(List.of("/activities"), () -> {
            shared.committed(new Changes(Set.of(SHOWN)));
            return look();
        });
        var _ = shared.of(List.of("/activities"), this::look);

        assertEquals(2, looks.get());
    }
}
