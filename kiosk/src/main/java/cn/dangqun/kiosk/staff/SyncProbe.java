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
record SyncProbe(SyncMonitor sync, Clock clock) implements Probe {
    private static final Duration IN_HOURS_FROM = Duration.ofHours(2);
    private static final Duration IN_DAYS_FROM = Duration.ofDays(2);

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
            case SyncStatus.Link.CertificateExpired _, SyncStatus.Link.Refused _ ->
                new ProbeResult.Failed(ProbeText.of("selftest.advice.sync_refused"));
            case SyncStatus.Link.NotEnrolled _ -> new ProbeResult.Failed(ProbeText.of("selftest.advice.sync_stranger"));
        };
    }

    private ProbeText silent(SyncStatus status) {
        var pending = Long.toString(status.pending());
        return status.lastContact()
                .map(last -> silentFor(Duration.between(last, clock.instant()), pending))
                .orElse(ProbeText.of("selftest.advice.sync_never", pending));
    }

    private static ProbeText silentFor(Duration silence, String pending) {
        if (silence.compareTo(IN_DAYS_FROM) >= 0) {
            return ProbeText.of("selftest.advice.sync_silent_days", Long.toString(silence.toDays()), pending);
        }
        return silence.compareTo(IN_HOURS_FROM) >= 0
                ? ProbeText.of("selftest.advice.sync_silent_hours", Long.toString(silence.toHours()), pending)
                : ProbeText.of("selftest.advice.sync_silent", Long.toString(silence.toMinutes()), pending);
    }
}
