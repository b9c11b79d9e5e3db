package cn.dangqun.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.kiosk.ui.HandMovedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private final List<String> told = new ArrayList<>();
    private final HandMovedTime time = new HandMovedTime(Instant.parse("2026-11-10T01:00:00Z"));

    @Test
    void saysThatTheScreensAreThereAndThenThreeTimesInEveryPatience() {
        Heartbeat.begin(new Systemd(told::add, Optional.of(Duration.ofSeconds(60))), time);
        time.pass(Duration.ofSeconds(59));

        assertEquals(List.of("READY=1", "WATCHDOG=1", "WATCHDOG=1", "WATCHDOG=1"), told);
    }

    @Test
    void saysOnlyThatTheScreensAreThereWhenNobodyWatches() {
        Heartbeat.begin(new Systemd(told::add, Optional.empty()), time);
        time.pass(Duration.ofHours(1));

        assertEquals(List.of("READY=1"), told);
    }

    @Test
    void takesThePatienceOfTheUnit() {
        var watching = Systemd.of(Map.of("NOTIFY_SOCKET", "/run/systemd/notify", "WATCHDOG_USEC", "45000000"));
        var waiting = Systemd.of(Map.of("NOTIFY_SOCKET", "/run/systemd/notify", "WATCHDOG_USEC", "0"));

        assertEquals(Optional.of(Duration.ofSeconds(45)), watching.flatMap(Systemd::patience));
        assertTrue(waiting.orElseThrow().patience().isEmpty());
        assertEquals(Optional.empty(), Systemd.of(Map.of()));
    }
}
