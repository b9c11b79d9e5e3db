package cn.dangqun.kiosk.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.checkin.LedgerCheckInDesk;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.sync.SyncStatus.Link;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.wire.Frame;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The kiosk's end of the protocol against real sockets and real TLS.
@Tag("real-time")
class KioskSyncTest extends KioskAndStreet {
    @Test
    void pushesNewFactsAtOnceAndMovesItsPosition() throws Exception {
        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();

        append(1, 3);

        assertStreetHasAll(3);
        assertEquals(Optional.empty(), sync.status().oldestPending());
    }

    @Test
    void checksFiveHundredInWithoutAServerAndPushesAllInOrderOnce() throws Exception {
        var nine = MadeUpStreet.DAY.atTime(9, 0).atZone(MadeUpStreet.ZONE).toInstant();
        street.setClockOff(Duration.between(clock.instant(), nine));
        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();
        var people = new ArrayList<ReferenceItem>(MadeUpStreet.items());
        var activity = MadeUpStreet.activity("busy", MadeUpStreet.FIRST_BRANCH, "09:00", "11:00");
        people.add(new ReferenceItem.ActivityItem(activity));
        for (int i = 1; i <= 500; i++) {
            var member = MadeUpStreet.member("P-" + i, MadeUpStreet.FIRST_BRANCH, RelationKind.HOME, MemberStatus.FULL);
            people.add(new ReferenceItem.MemberItem(member));
            people.add(new ReferenceItem.CardBinding(MadeUpStreet.card(member), member.id()));
        }
        reference.apply(MadeUpStreet.page(0, true, people), "").join();
        var desk = new LedgerCheckInDesk(ledger, reference, new SteppedClock(nine), MadeUpStreet.ZONE);
        street.close();

        for (int i = 1; i <= 500; i++) {
            var tap = new Credential.Card(MadeUpStreet.card("P-" + i), CardKind.CONTACTLESS_UID);
            assertInstanceOf(CheckInOutcome.CheckedIn.class, desk.present(tap).join());
        }

        assertEquals(501, sync.status().pending(), "and the roll that the first of them froze");
        var former = street;
        street = new PeerStreet(authority, port);
        street.restore(former, 0);
        assertStreetHasAll(501);
    }

    @Test
    void pushesAgainWhatWasStoredButNotAcknowledgedAndTheStreetHasItOnce() throws Exception {
        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();
        street.cutAfterPushes(1);

        append(1, 300);

        assertStreetHasAll(300);
    }

    @Test
    void goesOnAfterTheConnectionIsCutAgainAndAgain() throws Exception {
        startKiosk(Optional.of(PeerStreet.CODE));
        for (int i = 0; i < 3; i++) {
            awaitConnected();
            append(i * 50 + 1, i * 50 + 50);
            street.cutAll();
            await(
                    "the cut noticed",
                    () -> !(sync.status().link() instanceof Link.Connected)
                            || sync.status().pending() == 0);
        }

        assertStreetHasAll(150);
    }

    @Test
    void healsAStreetThatWasRestoredFromAnOlderBackup() throws Exception {
        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();
        append(1, 40);
        awaitAllAcknowledged();

        restartStreet(10);

        await("healed", () -> street.facts().size() == 40);
        assertStreetHasAll(40);
    }

    @Test
    void pushesWhatWasAppendedBeforeARestart() throws Exception {
        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();
        street.close();
        append(1, 5);
        stopKiosk();
        var former = street;
        street = new PeerStreet(authority, port);
        street.restore(former, 0);

        startKiosk(Optional.empty());

        assertStreetHasAll(5);
    }

    @Test
    void appliesReferencePagesInOrderAndReportsEach() throws Exception {
        var first = MadeUpStreet.page(0, true, MadeUpStreet.items());
        var second = MadeUpStreet.page(
                first.getThrough(),
                false,
                List.of(new ReferenceItem.ActivityItem(
                        MadeUpStreet.activity("new", MadeUpStreet.FIRST_BRANCH, "09:00", "11:00"))));
        street.publish(first);
        street.publish(second);

        startKiosk(Optional.of(PeerStreet.CODE));

        await("both pages", () -> reference.applied() == second.getThrough());
        assertEquals(MadeUpStreet.MEMBERS.size(), reference.index().memberCount());
        await("both reported", () -> applied().equals(List.of(first.getThrough(), second.getThrough())));
    }

    @Test
    void greetsWithItsPositionAndHealth() throws Exception {
        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();
        append(1, 2);
        awaitAllAcknowledged();

        restartKiosk();
        awaitConnected();

        var hello = street.received.stream()
                .filter(Frame::hasHello)
                .map(Frame::getHello)
                .toList()
                .getLast();
        assertEquals(2, hello.getLastSeq());
        assertEquals("test", hello.getHealth().getSoftware());
        assertTrue(hello.getHealth().getFreeDiskBytes() > 0);
        assertFalse(hello.getHealth().getLedgerDamaged());
    }

    @Test
    void acceptsTapsWhileTheNetworkDoesNothing() throws Exception {
        try (var silent = new ServerSocket(0)) {
            startKiosk(Optional.of(PeerStreet.CODE));
            awaitConnected();
            stopKiosk();
            port = silent.getLocalPort();
            startKiosk(Optional.empty());
            await(
                    "adopted",
                    () -> ledger.position()
                            .filter(position -> position.kiosk().isPresent())
                            .isPresent());

            append(1, 10);

            assertEquals(10, sync.status().pending());
        }
    }

    @Test
    void keepsFactsReadableForWhoeverEnrolled() throws Exception {
        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();
        append(1, 1);
        awaitAllAcknowledged();

        var epoch = ledger.position().orElseThrow().epoch();
        var recorded = FactCodec.decode(
                new KioskId(PeerStreet.KIOSK), epoch, street.facts().getFirst().toByteArray());

        assertEquals(1, recorded.id().seq());
        assertTrue(recorded.clock().wall().isBefore(Instant.MAX));
    }

    private void restartStreet(int keep) throws Exception {
        var former = street;
        former.close();
        street = new PeerStreet(authority, port);
        street.restore(former, keep);
    }

    private void append(int from, int to) {
        var appended = new ArrayList<CompletableFuture<? extends Commit<?>>>();
        for (int i = from; i <= to; i++) {
            appended.add(ledger.append(new AttendanceFact.CheckedIn(
                    new ActivityId("activity-1"),
                    new MemberId("M-" + i),
                    AttendanceRole.MEMBER,
                    CheckInMethod.CARD,
                    false)));
            if (i % 100 == 0) {
                appended.forEach(each -> assertInstanceOf(Commit.Done.class, each.join()));
            }
        }
        appended.forEach(each -> assertInstanceOf(Commit.Done.class, each.join()));
    }

    /// What the street holds is exactly what lies on this disk, in order.
    private void assertStreetHasAll(int count) throws Exception {
        awaitAllAcknowledged();
        assertEquals(count, street.facts().size());
        assertEquals(
                ledger.newReader()
                        .batch(0, Integer.MAX_VALUE, Integer.MAX_VALUE)
                        .records(),
                street.facts());
    }

    private List<Long> applied() {
        return street.received.stream()
                .filter(Frame::hasReferenceApplied)
                .map(frame -> frame.getReferenceApplied().getThrough())
                .toList();
    }
}
