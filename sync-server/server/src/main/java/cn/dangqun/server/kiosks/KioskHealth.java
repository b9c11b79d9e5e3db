package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.KioskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One kiosk as the street last heard of it (F-72). `rival`: when a second machine with the same identity was last
/// seen; `owed`: what it had where it left; `late`: it is revoked and may still deliver that.
record KioskHealth(
        KioskId id,
        String name,
        String site,
        String siteName,
        boolean revoked,
        Optional<Instant> lastContact,
        Optional<Report> report,
        LedgerState ledger,
        Optional<Instant> rival,
        Optional<KioskStands.Owed> owed,
        boolean late,
        List<Device> devices) {
    KioskHealth {
        devices = List.copyOf(devices);
    }

    /// Whether the ledger is the one the street holds (F-71).
    enum LedgerState {
        SOUND,
        IN_CONFLICT,
        /// A person lets it begin anew, and it has not come back yet
        RESTART_ALLOWED
    }

    /// What became of files set aside: facts that go on, facts nobody can read, and whether there may be more of these.
    record Salvage(long carried, long unreadable, boolean mayMiss) {}

    /// What the kiosk said of itself. `clockAhead` is negative when its clock is behind.
    record Report(
            String software,
            long unsent,
            Optional<Instant> oldestUnsent,
            long freeDiskBytes,
            boolean ledgerDamaged,
            Salvage salvage,
            Duration clockAhead) {}

    /// As reported: names of the kiosk's own enumerations.
    record Device(String kind, String state) {}
}
