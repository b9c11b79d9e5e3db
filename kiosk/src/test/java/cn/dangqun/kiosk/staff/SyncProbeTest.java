package cn.dangqun.kiosk.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.devices.selftest.ProbeResult;
import cn.dangqun.devices.selftest.ProbeText;
import cn.dangqun.kiosk.shell.FakeServices;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.sync.SyncStatus;
import cn.dangqun.kiosk.ui.HandMovedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SyncProbeTest {
    private static final Optional<Instant> EARLIER = Optional.of(Samples.NOW.minus(Duration.ofMinutes(90)));

    private static ProbeResult of(SyncStatus.Link link, long pending, Optional<Instant> contact) {
        var services = new FakeServices();
        services.sync = new SyncStatus(link, pending, Optional.empty(), contact);
        var time = new HandMovedTime(Samples.NOW);
        return new SyncProbe(services.services(time).sync(), time).run();
    }

    @Test
    void passesWhenNothingWaits() {
        assertEquals(ProbeResult.passed(), of(new SyncStatus.Link.Connected(), 0, EARLIER));
    }

    @Test
    void saysHowMuchWaits() {
        var note = ProbeText.of("selftest.note.sync_pending", "3");

        assertEquals(new ProbeResult.Passed(Optional.of(note)), of(new SyncStatus.Link.Connected(), 3, EARLIER));
    }

    @Test
    void saysHowLongTheStreetIsSilent() {
        assertEquals(
                new ProbeResult.Failed(ProbeText.of("selftest.advice.sync_silent", "90", "3")),
                of(new SyncStatus.Link.Connecting(), 3, EARLIER));
        assertEquals(
                new ProbeResult.Failed(ProbeText.of("selftest.advice.sync_never", "0")),
                of(new SyncStatus.Link.Connecting(), 0, Optional.empty()));
    }

    @Test
    void saysALongSilenceInHoursAndDays() {
        assertEquals(
                new ProbeResult.Failed(ProbeText.of("selftest.advice.sync_silent_hours", "5", "3")),
                of(new SyncStatus.Link.Connecting(), 3, Optional.of(Samples.NOW.minus(Duration.ofMinutes(330)))));
        assertEquals(
                new ProbeResult.Failed(ProbeText.of("selftest.advice.sync_silent_days", "2", "3")),
                of(new SyncStatus.Link.Connecting(), 3, Optional.of(Samples.NOW.minus(Duration.ofHours(49)))));
    }
}
