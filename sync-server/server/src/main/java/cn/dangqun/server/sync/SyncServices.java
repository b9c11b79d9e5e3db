package cn.dangqun.server.sync;

import cn.dangqun.server.attendance.StreetCountReader;
import cn.dangqun.server.cards.CardSecrets;
import cn.dangqun.server.content.ContentShelf;
import cn.dangqun.server.kiosks.Enrolment;
import cn.dangqun.server.kiosks.KioskRegistry;
import cn.dangqun.server.kiosks.LedgerKeys;
import cn.dangqun.server.kiosks.WindowCertificates;
import cn.dangqun.server.ledger.Ledger;
import cn.dangqun.server.reference.ReferenceLedger;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/// What the endpoint needs of the server. `workers` runs what blocks, away from the network threads; by `chance` kiosks
/// that are sent away come back apart.
public record SyncServices(
        Ledger ledger,
        ReferenceLedger reference,
        StreetCountReader streetCounts,
        KioskRegistry kiosks,
        Enrolment enrolment,
        CardSecrets cards,
        LedgerKeys ledgerKeys,
        WindowCertificates windows,
        ContentShelf content,
        Clock clock,
        Executor workers,
        RandomGenerator chance) {}
