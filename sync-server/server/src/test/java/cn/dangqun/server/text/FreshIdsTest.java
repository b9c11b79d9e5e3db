package cn.dangqun.server.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.StillClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class FreshIdsTest {
    private final StillClock clock = new StillClock(Instant.parse("2026-11-29T01:00:00Z"));
    private final FreshIds ids = new FreshIds(new Times(clock, ZoneId.of("Asia/Shanghai"), new Texts()));

    @Test
    void growsWithEveryIdEvenWhenNoTimePassesOrItGoesBack() {
        var drawn = new ArrayList<String>();
        for (int i = 0; i < 1000; i++) {
            drawn.add(ids.draw("M-"));
        }
        clock.advance(Duration.ofDays(-3));
        drawn.add(ids.draw("M-"));
        clock.advance(Duration.ofDays(4000));
        drawn.add(ids.draw("M-"));

        assertEquals(drawn.stream().sorted().toList(), drawn);
        assertEquals(drawn.size(), new HashSet<>(drawn).size());
        assertTrue(drawn.stream().allMatch(each -> each.matches("M-[2-9A-HJKMNP-TV-Z]{10}")), drawn.getFirst());
    }
}
