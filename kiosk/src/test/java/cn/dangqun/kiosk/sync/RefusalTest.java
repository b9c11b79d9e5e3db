package cn.dangqun.kiosk.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.kiosk.reference.Sealing;
import cn.dangqun.kiosk.sync.SyncStatus.Link;
import cn.dangqun.kiosk.sync.SyncStatus.RefusalReason;
import cn.dangqun.protocol.wire.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class RefusalTest extends KioskAndStreet {
    @Test
    void sealsItselfWhenRevokedAndOpensWhenTheStreetWelcomesItAgain() throws Exception {
        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();
        street.refuseNext(Refusal.Reason.REVOKED, 2);
        street.cutAll();

        await("refused", () -> sync.status().link().equals(new Link.Refused(RefusalReason.REVOKED)));
        await("sealed", () -> reference.sealing().equals(Optional.of(Sealing.REVOKED)));

        awaitConnected();
        await("opened", () -> reference.sealing().isEmpty());
    }

    @Test
    void comesBackWhenABusyStreetAsksForALaterReturn() throws Exception {
        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();
        street.refuseNext(Refusal.Reason.BUSY, 3);
        var cut = System.nanoTime();
        street.cutAll();
        await("refused", () -> sync.status().link() instanceof Link.Connecting);

        awaitConnected();

        assertTrue(System.nanoTime() - cut >= Duration.ofSeconds(3).toNanos(), "came back too early");
    }

    @Test
    void doesNotComeBackWhenToldNotTo() throws Exception {
        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();
        street.refuseNext(Refusal.Reason.PROTOCOL_TOO_OLD, 0);
        long before = hellos();
        street.cutAll();
        await("refused", () -> sync.status().link().equals(new Link.Refused(RefusalReason.SOFTWARE_TOO_OLD)));

        // Nothing can be waited for: a kiosk that came back by its own back-off would do so within a second
        LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());

        assertEquals(before + 1, hellos());
    }

    @Test
    void reportsAConflictOfLedgersAndPushesNothing() throws Exception {
        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();
        street.refuseNext(Refusal.Reason.CHAIN_FORKED, 300);
        street.cutAll();

        await("refused", () -> sync.status().link().equals(new Link.Refused(RefusalReason.LEDGER_CONFLICT)));
    }
}
