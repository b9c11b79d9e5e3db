package cn.dangqun.kiosk.place;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.kiosk.device.KioskDevices;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.reference.ReferenceSite;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.reference.SiteBoard;
import cn.dangqun.kiosk.sync.KioskSync;
import java.time.Clock;
import java.util.function.LongSupplier;

/// What features are opened over. `printJobs` waits for the disk. Owned by the kiosk: a feature closes none of it.
public record KioskParts(
        KioskSettings settings,
        String version,
        Clock clock,
        KioskClock ledgerClock,
        Ledger ledger,
        ReferenceStore reference,
        KioskDevices devices,
        KioskSync sync,
        LongSupplier printJobs) {

    public SiteBoard site() {
        return new ReferenceSite(reference, settings.siteName());
    }
}
