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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private final List<String> told = new ArrayList<>();
    private CompletableFuture<Boolean> picture = CompletableFuture.completedFuture(true);
    private CompletableFuture<Boolean> store = CompletableFuture.completedFuture(true);
    private final HandMovedTime time = new HandMovedTime(Instant.parse("2026-11-10T01:00:00Z"));

    @Test
    void saysThatTheScreensAreThereAndThenThreeTimesInEveryPatience() {
        begin();
        time.pass(Duration.ofSeconds(59));

        assertEquals(List.of("READY=1", "WATCHDOG=1", "WATCHDOG=1", "WATCHDOG=1"), told);
    }

    @Test
    void saysOnlyThatTheScreensAreThereWhenNobodyWatches() {
        Heartbeat.begin(new Systemd(told::add, Optional.empty()), time, List.of(() -> picture, () -> store));
        time.pass(Duration.ofHours(1));

        assertEquals(List.of("READY=1"), told);
    }

    @Test
    void saysNothingWhileTheStoreDoesNotAnswer() {
        begin();
        told.clear();

        store = new CompletableFuture<>();
        time.pass(Duration.ofMinutes(2));

        assertEquals(List.of(), told);
    }

    @Test
    void saysNothingWhileNoFrameIsDrawn() {
        begin();
        told.clear();

        picture = new CompletableFuture<>();
        time.pass(Duration.ofMinutes(2));

        assertEquals(List.of(), told);
    }

    @Test
    void saysNothingWhileThereIsNothingToSee() {
        begin();
        told.clear();

        picture = CompletableFuture.completedFuture(false);
        time.pass(Duration.ofMinutes(2));

        assertEquals(List.of(), told);
    }

    @Test
    void livesAgainWhenTheStoreAnswersAfterAll() {
        store = new CompletableFuture<>();
        begin();
        time.pass(Duration.ofSeconds(50));
        told.clear();

        store.complete(true);

        assertEquals(List.of("WATCHDOG=1"), told);
    }

    @Test
    void asksNobodyAgainWhoHasNotAnswered() {
        var asked = new ArrayList<String>();
        store = new CompletableFuture<>();
        Heartbeat.begin(
                new Systemd(told::add, Optional.of(Duration.ofSeconds(60))), time, List.of(() -> picture, () -> {
                    asked.add("store");
                    return store;
                }));

        time.pass(Duration.ofMinutes(5));

        assertEquals(List.of("store"), asked);
    }

    private void begin() {
        Heartbeat.begin(
                new Systemd(told::add, Optional.of(Duration.ofSeconds(60))), time, List.of(() -> picture, () -> store));
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
