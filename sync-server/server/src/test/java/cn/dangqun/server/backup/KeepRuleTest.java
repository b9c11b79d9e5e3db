package cn.dangqun.server.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeepRuleTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final KeepRule RULE = new KeepRule(30, 24, CHINA);

    private static List<Instant> daily(int days) {
        var all = new ArrayList<Instant>();
        for (int day = 0; day < days; day++) {
            all.add(FIRST.plus(Duration.ofDays(day)));
        }
        return all;
    }

    @Test
    void keepsThirtyDaysAndTheNewestOfEachMonth() {
        var kept = RULE.kept(daily(365));

        // 30 days of December, and the last of each month before
        assertEquals(30 + 11, kept.size());
        assertTrue(kept.contains(Instant.parse("2025-02-28T00:00:00Z")));
        assertTrue(kept.contains(Instant.parse("2025-12-02T00:00:00Z")));
    }

    @Test
    void keepsTheNewestOfADayInTheZoneOfTheStreet() {
        var evening = Instant.parse("2025-05-04T15:59:59Z");
        var night = Instant.parse("2025-05-04T16:00:00Z");
        var morning = Instant.parse("2025-05-05T01:00:00Z");

        assertEquals(Set.of(evening, morning), RULE.kept(List.of(evening, night, morning)));
    }

    @Test
    void losesNoGoodOnesToAClockThatIsYearsOff() {
        var all = daily(10);
        all.add(Instant.parse("2042-01-01T00:00:00Z"));
        all.add(Instant.parse("1970-01-01T00:00:00Z"));

        assertEquals(Set.copyOf(all), RULE.kept(all));
    }

    @Test
    void keepsTheNewestWhateverTheRule() {
        assertEquals(Set.of(FIRST), new KeepRule(0, 0, CHINA).kept(List.of(FIRST)));
        assertEquals(Set.of(), RULE.kept(List.of()));
    }
}
