package cn.dangqun.kiosk.staff;

import cn.dangqun.devices.selftest.Probe;
import cn.dangqun.devices.selftest.ProbeResult;
import cn.dangqun.devices.selftest.ProbeText;
import cn.dangqun.kiosk.sync.SyncMonitor;
import cn.dangqun.kiosk.sync.SyncStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Whether the street is heard, what waits for it, and how long it has been silent (F-61).
public record SyncProbe(SyncMonitor sync, Clock clock) implements Probe {
    @Override
    public Subject subject() {
        return new Subject("sync", "");
    }

    @Override
    public ProbeResult run() {
        var status = sync.status();
        return switch (status.link()) {
            case SyncStatus.Link.Connected _ ->
                status.pending() == 0
                        ? ProbeResult.passed()
                        : new ProbeResult.Passed(Optional.of(
                                ProbeText.of("selftest.note.sync_pending", Long.toString(status.pending()))));
            case SyncStatus.Link.Connecting _ -> new ProbeResult.Failed(silent(status));
            case SyncStatus.Link.Refused _ -> new ProbeResult.Failed(ProbeText.of("selftest.advice.sync_refused"));
            case SyncStatus.Link.NotEnrolled _ -> new ProbeResult.Failed(ProbeText.of("selftest.advice.sync_stranger"));
        };
    }

    private ProbeText silent(SyncStatus status) {
        var pending = Long.toString(status.pending());
        return status.lastContact()
                .map(last -> ProbeText.of(
                        "selftest.advice.sync_silent",
                        Long.toString(Duration.between(last, clock.instant()).toMinutes()),
                        pending))
                .orElse(ProbeText.of("selftest.advice.sync_never", pending));
    }
}
