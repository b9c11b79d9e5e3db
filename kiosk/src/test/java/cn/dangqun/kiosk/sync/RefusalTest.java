package cn.dangqun.kiosk.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.reference.Sealing;
import cn.dangqun.kiosk.sync.SyncStatus.Link;
import cn.dangqun.kiosk.sync.SyncStatus.RefusalReason;
import cn.dangqun.protocol.wire.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

    @Test
    void greetsAgainOnlyWhenTheNewLedgerIsReady() throws Exception {
        street.keep(new ContentId("ab".repeat(32)), new byte[1]); // a street that knows carried facts
        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();
        var tapped = ledger.append(
                        new AttendanceFact.GuestCheckedIn(new ActivityId("a-1"), GuestKind.RESIDENT, Optional.empty()))
                .join();
        assertInstanceOf(Commit.Done.class, tapped);
        awaitAllAcknowledged();
        var ended = ledger.position().orElseThrow().epoch();
        var ready = new CompletableFuture<Boolean>();
        var _ = ledger.write(_ -> ready.join());
        street.refuseNext(Refusal.Reason.EPOCH_CLOSED, 1);
        long before = hellos();
        street.cutAll();
        await("refused", () -> sync.status().link().equals(new Link.Refused(RefusalReason.LEDGER_CONFLICT)));

        // Nothing can be waited for: it is told to come back after a second
        LockSupport.parkNanos(Duration.ofMillis(2500).toNanos());

        assertEquals(before + 1, hellos());
        ready.complete(true);
        awaitConnected();
        assertEquals(before + 2, hellos());
        await("the new ledger", () -> street.facts().size() == 1);
        awaitAllAcknowledged();
        assertNotEquals(ended, ledger.position().orElseThrow().epoch());
    }
}
