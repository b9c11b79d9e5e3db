package cn.dangqun.kiosk.sync;

import cn.dangqun.kiosk.content.ContentFiles;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerReader;
import cn.dangqun.kiosk.reference.ReferenceStore;
import java.time.Clock;
import java.util.concurrent.Executor;

/// What a connection needs of the kiosk. `workers`: where disk and cryptography may be waited for.
record SyncResources(
        Ledger ledger,
        LedgerReader reader,
        ReferenceStore reference,
        ContentFiles content,
        HealthReport health,
        IdentityFile identityFile,
        RenewalPace renewalPace,
        WindowCertificate window,
        Clock clock,
        StreetClock streetClock,
        Executor workers) {}
