package cn.dangqun.kiosk.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.CheckInOutcome;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.checkin.LedgerCheckInDesk;
import cn.dangqun.kiosk.device.KioskDevices;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.reference.Sealing;
import cn.dangqun.kiosk.sync.EnrolmentDesk.Enrolment;
import cn.dangqun.kiosk.sync.SyncStatus.Link;
import cn.dangqun.kiosk.sync.SyncStatus.RefusalReason;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.Refusal;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The kiosk's end of the protocol against real sockets and real TLS.
class KioskSyncTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private final Clock clock = Clock.systemUTC();
    private final List<KioskIdentity> enrolled = new ArrayList<>();
    private PeerAuthority authority;
    private PeerStreet street;
    private int port;
    private Ledger ledger;
    private ReferenceStore reference;
    private KioskSync sync;

    @BeforeEach
    void listen() throws Exception {
        authority = new PeerAuthority();
        street = new PeerStreet(authority, 0);
        port = street.port();
    }

    @AfterEach
    void close() {
        stopKiosk();
        street.close();
    }

    private void startKiosk(Optional<String> code) throws Exception {
        startKiosk(code, authority.fingerprint());
    }

    private void startKiosk(Optional<String> code, String fingerprint) throws Exception {
        var kioskClock = new SteppedClock(clock.instant());
        ledger = Ledger.open(directory.resolve("ledger.db"), kioskClock);
        reference = ReferenceStore.open(directory.resolve("reference.db"), Optional.empty(), clock);
        var health = new HealthReport("test", directory, ledger, new KioskDevices(List.of(), clock.instant()));
        sync = new KioskSync(
                new KioskSettings.Server("127.0.0.1", port, fingerprint),
                directory,
                ledger,
                reference,
                health,
                clock,
                new KioskSync.Events() {
                    @Override
                    public void enrolled(KioskIdentity identity) {
                        enrolled.add(identity);
                    }

                    @Override
                    public void referenceCurrent() {}
                });
        sync.start(code);
    }

    private void stopKiosk() {
        if (sync != null) {
            sync.close();
            ledger.close();
            reference.close();
            sync = null;
        }
    }

    private void restartKiosk() throws Exception {
        stopKiosk();
        startKiosk(Optional.empty());
    }

    private void restartStreet(int keep) throws Exception {
        var former = street;
        former.close();
        street = new PeerStreet(authority, port);
        street.restore(former, keep);
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "in vain: " + what);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private void awaitConnected() {
        await("connected", () -> sync.status().link() instanceof Link.Connected);
    }

    private void awaitAllAcknowledged() {
        await("all acknowledged", () -> sync.status().pending() == 0);
    }

    private void append(int from, int to) {
        var appended = new ArrayList<CompletableFuture<? extends Commit<?>>>();
        for (int i = from; i <= to; i++) {
            appended.add(ledger.append(new Fact.CheckedIn(
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

    @Test
    void enrolsWithACodeAndConnects() throws Exception {
        startKiosk(Optional.empty());
        assertEquals(new Link.NotEnrolled(), sync.status().link());

        var result = sync.enrol("  " + PeerStreet.CODE + "\n").join();

        assertEquals(new Enrolment.Enrolled(PeerStreet.KIOSK), result);
        awaitConnected();
        assertEquals(new KioskId(PeerStreet.KIOSK), enrolled.getFirst().kiosk());
        assertTrue(sync.status().lastContact().isPresent());
    }

    @Test
    void keepsItsIdentityWhereNobodyElseReadsIt() throws Exception {
        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();

        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(directory.resolve("identity.p12")));
    }

    @Test
    void connectsAgainAfterARestartWithoutACode() throws Exception {
        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();

        restartKiosk();

        awaitConnected();
        assertEquals(1, street.granted());
    }

    @Test
    void saysWhyACodeIsRefused() throws Exception {
        startKiosk(Optional.empty());

        assertEquals(
                new Enrolment.Refused(EnrolmentDesk.Reason.CODE_UNKNOWN),
                sync.enrol("WRONG").join());
        sync.enrol(PeerStreet.CODE).join();
        assertEquals(
                new Enrolment.Refused(EnrolmentDesk.Reason.CODE_USED),
                sync.enrol(PeerStreet.CODE).join());
    }

    @Test
    void refusesAServerThatDoesNotShowThePinnedAuthority() throws Exception {
        startKiosk(Optional.empty(), new PeerAuthority().fingerprint());

        assertEquals(
                new Enrolment.Refused(EnrolmentDesk.Reason.WRONG_SERVER),
                sync.enrol(PeerStreet.CODE).join());
        assertTrue(street.received.isEmpty(), "the code must not reach a wrong server");
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        try (var closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        startKiosk(Optional.empty());

        assertEquals(new Enrolment.Unreachable(), sync.enrol(PeerStreet.CODE).join());
    }

    @Test
    void enrolsByItselfAsSoonAsTheStreetAnswers() throws Exception {
        street.close();
        startKiosk(Optional.of(PeerStreet.CODE));

        street = new PeerStreet(authority, port);

        awaitConnected();
    }

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
        reference.apply(MadeUpStreet.page(0, true, people)).join();
        var nine = MadeUpStreet.DAY.atTime(9, 0).atZone(MadeUpStreet.ZONE).toInstant();
        var desk = new LedgerCheckInDesk(ledger, reference, new SteppedClock(nine), MadeUpStreet.ZONE);
        street.close();

        for (int i = 1; i <= 500; i++) {
            var tap = new Credential.Card(MadeUpStreet.card("P-" + i), CardKind.CONTACTLESS_UID);
            assertInstanceOf(CheckInOutcome.CheckedIn.class, desk.present(tap).join());
        }

        assertEquals(500, sync.status().pending());
        var former = street;
        street = new PeerStreet(authority, port);
        street.restore(former, 0);
        assertStreetHasAll(500);
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

    private List<Long> applied() {
        return street.received.stream()
                .filter(Frame::hasReferenceApplied)
                .map(frame -> frame.getReferenceApplied().getThrough())
                .toList();
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

    private long hellos() {
        return street.received.stream().filter(Frame::hasHello).count();
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
    void renewsACertificateThatEndsSoonAndUsesTheNewOne() throws Exception {
        street.grantNextFor(Renewal.AHEAD.minusDays(1));

        startKiosk(Optional.of(PeerStreet.CODE));

        await("asked for a new one", () -> street.granted() == 2);
        await("reconnected", () -> hellos() >= 2);
        awaitConnected();
        var kept = new IdentityFile(directory.resolve("identity.p12")).load().orElseThrow();
        assertTrue(kept.expires().isAfter(clock.instant().plus(Duration.ofDays(300))));
        assertEquals(2, street.granted());
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
}
