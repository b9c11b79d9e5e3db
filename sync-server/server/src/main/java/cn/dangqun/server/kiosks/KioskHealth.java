package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.KioskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One kiosk as the street last heard of it (F-72).
record KioskHealth(
        KioskId id,
        String name,
        String siteName,
        boolean revoked,
        Optional<Instant> lastContact,
        Optional<Report> report,
        boolean ledgerInConflict,
        List<Device> devices) {
    KioskHealth {
        devices = List.copyOf(devices);
    }

    /// What the kiosk said of itself. `clockAhead` is negative when its clock is behind.
    record Report(
            String software,
            long unsent,
            Optional<Instant> oldestUnsent,
            long freeDiskBytes,
            boolean ledgerDamaged,
            Duration clockAhead) {}

    /// As reported: names of the kiosk's own enumerations.
    record Device(String kind, String state) {}
}
