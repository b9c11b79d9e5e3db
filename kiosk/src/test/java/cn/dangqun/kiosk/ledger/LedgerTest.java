package cn.dangqun.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.FactCodec;
import com.google.protobuf.ByteString;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    private static final KioskId KIOSK = new KioskId("kiosk-1");
    private static final ActivityId ACTIVITY = new ActivityId("activity-1");
    private static final Instant START = Instant.parse("2026-11-10T01:00:00Z");

    @TempDir
    Path directory;

    private final SteppedClock clock = new SteppedClock(START);
    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = Ledger.open(file(), clock);
        done(ledger.adopt(KIOSK));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void reopen() {
        ledger.close();
        open();
    }

    private Path file() {
        return directory.resolve("ledger.db");
    }

    private static <T> T done(CompletableFuture<Commit<T>> commit) {
        return switch (commit.join()) {
            case Commit.Done<T>(var value) -> value;
            case Commit.NotSaved<T>(var reason) -> throw new AssertionError("not saved: " + reason);
        };
    }

    private static Fact checkIn(String member) {
        return new Fact.CheckedIn(ACTIVITY, new MemberId(member), AttendanceRole.MEMBER, CheckInMethod.CARD, false);
    }

    private RecordedFact append(Fact fact) {
        return done(ledger.append(fact));
    }

    private FactBatch all() throws Exception {
        return ledger.newReader().batch(0, 10_000, Integer.MAX_VALUE);
    }

    @Test
    void numbersFactsFromOneWithoutGapsAcrossRestarts() {
        assertEquals(1, append(checkIn("M-1")).id().seq());
        assertEquals(2, append(checkIn("M-2")).id().seq());

        reopen();

        assertEquals(3, append(checkIn("M-3")).id().seq());
    }

    @Test
    void keepsItsEpochAcrossRestarts() {
        var before = append(checkIn("M-1")).id().epoch();

        reopen();

        assertEquals(before, append(checkIn("M-2")).id().epoch());
    }

    @Test
    void chainsEveryFactToTheOneBefore() throws Exception {
        var epoch = append(checkIn("M-1")).id().epoch();
        append(checkIn("M-2"));

        var batch = all();

        assertEquals(ByteString.copyFrom(FactChain.genesis(KIOSK, epoch)), batch.previousHash());
        var first = FactChain.next(
                batch.previousHash().toByteArray(), batch.records().get(0).toByteArray());
        assertEquals(
                ByteString.copyFrom(first),
                ledger.newReader().batch(1, 10, 10_000).previousHash());
    }

    @Test
    void returnsWhatWasRecorded() throws Exception {
        var recorded = append(checkIn("M-1"));

        var bytes = all().records().getFirst().toByteArray();

        assertEquals(recorded, FactCodec.decode(KIOSK, recorded.id().epoch(), bytes));
        assertEquals(clock.read(), recorded.clock());
    }

    @Test
    void boundsABatchByRecordsAndByBytesButGivesAtLeastOne() throws Exception {
        for (int i = 1; i <= 5; i++) {
            append(checkIn("M-" + i));
        }
        var reader = ledger.newReader();

        assertEquals(2, reader.batch(0, 2, 10_000).records().size());
        assertEquals(1, reader.batch(2, 5, 1).records().size());
        assertTrue(reader.batch(5, 5, 10_000).isEmpty());
    }

    @Test
    void countsMembersAndGuestsApart() throws Exception {
        append(checkIn("M-1"));
        append(new Fact.CheckedIn(ACTIVITY, new MemberId("M-2"), AttendanceRole.OBSERVER, CheckInMethod.QR, false));
        append(new Fact.GuestCheckedIn(ACTIVITY, GuestKind.RESIDENT, Optional.empty()));
        append(new Fact.GuestCheckedIn(ACTIVITY, GuestKind.RESIDENT, Optional.empty()));

        assertEquals(
                new Presence(Set.of(new MemberId("M-1")), 3), ledger.newReader().presence(ACTIVITY));
    }

    @Test
    void neverLetsAMemberStandTwiceInOneActivity() throws Exception {
        append(checkIn("M-1"));

        var second = ledger.append(checkIn("M-1")).join();

        assertEquals(new Commit.NotSaved<>(Commit.Reason.FAILED), second);
        assertEquals(1, all().records().size());
    }

    @Test
    void letsAMemberInAgainAfterTheCheckInWasVoided() throws Exception {
        var first = append(checkIn("M-1"));
        append(new Fact.CheckInVoided(ACTIVITY, first.id().seq(), Fact.VoidReason.SELF_UNDO));
        assertEquals(Presence.NOBODY, ledger.newReader().presence(ACTIVITY));

        append(checkIn("M-1"));

        assertEquals(
                Set.of(new MemberId("M-1")),
                ledger.newReader().presence(ACTIVITY).members());
    }

    @Test
    void savesNothingOfWorkThatBreaksHalfWay() throws Exception {
        append(checkIn("M-1"));

        var broken = ledger.write(transaction -> {
            transaction.append(checkIn("M-2"), clock.read());
            throw new IllegalStateException("made up");
        });

        assertEquals(new Commit.NotSaved<>(Commit.Reason.FAILED), broken.join());
        assertEquals(2, append(checkIn("M-3")).id().seq());
        assertEquals(
                Set.of(new MemberId("M-1"), new MemberId("M-3")),
                ledger.newReader().presence(ACTIVITY).members());
    }

    @Test
    void savesTheNeighboursOfBrokenWorkInTheSameTransaction() throws Exception {
        var release = holdTheStoreThread();
        var before = ledger.append(checkIn("M-1"));
        var broken = ledger.write(_ -> {
            throw new IllegalStateException("made up");
        });
        var after = ledger.append(checkIn("M-2"));

        release.countDown();

        assertInstanceOf(Commit.NotSaved.class, broken.join());
        assertEquals(1, LedgerTest.<RecordedFact>done(before).id().seq());
        assertEquals(2, LedgerTest.<RecordedFact>done(after).id().seq());
        assertEquals(2, all().records().size());
    }

    private CountDownLatch holdTheStoreThread() throws InterruptedException {
        var held = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var _ = ledger.write(_ -> {
            held.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        });
        held.await();
        return release;
    }

    @Test
    void refusesAtOnceWhatADiskThatHangsCannotTake() throws Exception {
        var release = holdTheStoreThread();
        var queued = new ArrayList<CompletableFuture<Commit<RecordedFact>>>();
        for (int i = 1; i <= StoreThread.MOST_WAITING; i++) {
            queued.add(ledger.append(checkIn("M-" + i)));
        }

        var oneTooMany = ledger.append(checkIn("M-0"));

        assertEquals(new Commit.NotSaved<>(Commit.Reason.BUSY), oneTooMany.join());
        release.countDown();
        queued.forEach(LedgerTest::done);
        assertEquals(StoreThread.MOST_WAITING, all().records().size());
    }

    @Test
    void numbersNothingBeforeEnrolment() {
        try (var fresh = Ledger.open(directory.resolve("fresh.db"), clock)) {
            var commit = fresh.append(checkIn("M-1")).join();

            assertEquals(new Commit.NotSaved<>(Commit.Reason.NOT_ENROLLED), commit);
        }
    }

    @Test
    void saysSoAfterClosing() {
        ledger.close();

        assertEquals(
                new Commit.NotSaved<>(Commit.Reason.CLOSED),
                ledger.append(checkIn("M-1")).join());
    }

    @Test
    void setsTheLedgerOfAnotherKioskAsideAndBeginsANewEpoch() throws Exception {
        var before = append(checkIn("M-1")).id();

        done(ledger.adopt(new KioskId("kiosk-2")));

        var after = append(checkIn("M-1")).id();
        assertEquals(new KioskId("kiosk-2"), after.kiosk());
        assertEquals(1, after.seq());
        assertNotEquals(before.epoch(), after.epoch());
        assertTrue(Files.exists(directory.resolve("ledger.db.replaced-20261110T010000Z")));
    }

    @Test
    void readersFollowToTheNewFile() throws Exception {
        var reader = ledger.newReader();
        append(checkIn("M-1"));
        reader.batch(0, 10, 10_000);

        done(ledger.adopt(new KioskId("kiosk-2")));

        assertTrue(reader.batch(0, 10, 10_000).isEmpty());
    }

    @Test
    void tellsHowMuchTheStreetHasNotAcknowledged() {
        append(checkIn("M-1"));
        clock.pass(Duration.ofMinutes(1));
        append(checkIn("M-2"));
        var epoch = append(checkIn("M-3")).id().epoch();

        done(ledger.acknowledge(epoch, 1, Map.of()));

        var position = ledger.position().orElseThrow();
        assertEquals(2, position.pending());
        assertEquals(Optional.of(START.plusSeconds(60)), position.oldestPending());
    }

    @Test
    void keepsTheAcknowledgedPositionAcrossRestarts() {
        var epoch = append(checkIn("M-1")).id().epoch();
        done(ledger.acknowledge(epoch, 1, Map.of(1L, "IMPOSSIBLE")));

        reopen();

        assertEquals(0, ledger.position().orElseThrow().pending());
    }

    @Test
    void ignoresAnAcknowledgementOfAnotherEpoch() {
        append(checkIn("M-1"));

        done(ledger.acknowledge(new Epoch("0".repeat(32)), 1, Map.of()));

        assertEquals(1, ledger.position().orElseThrow().pending());
    }

    @Test
    void goesBackToWhatARestoredStreetHas() {
        append(checkIn("M-1"));
        var epoch = append(checkIn("M-2")).id().epoch();
        done(ledger.acknowledge(epoch, 2, Map.of()));

        done(ledger.settle(epoch, 1));

        assertEquals(1, ledger.position().orElseThrow().pending());
    }

    @Test
    void purgesFactsThatTheStreetHasHadForNinetyDays() throws Exception {
        append(checkIn("M-1"));
        var epoch = append(checkIn("M-2")).id().epoch();
        done(ledger.acknowledge(epoch, 2, Map.of()));
        append(checkIn("M-3"));
        clock.pass(Ledger.KEPT_AFTER_ACK.minusSeconds(1));
        assertEquals(0, LedgerTest.<Integer>done(ledger.purge(clock.instant())));

        clock.pass(Duration.ofSeconds(1));

        assertEquals(2, LedgerTest.<Integer>done(ledger.purge(clock.instant())));
        assertThrows(LedgerDamagedException.class, () -> ledger.newReader().batch(0, 10, 10_000));
        assertEquals(1, ledger.newReader().batch(2, 10, 10_000).records().size());
    }

    @Test
    void continuesTheChainAfterAPurgeAndARestart() throws Exception {
        var epoch = append(checkIn("M-1")).id().epoch();
        append(checkIn("M-2"));
        done(ledger.acknowledge(epoch, 2, Map.of()));
        clock.pass(Ledger.KEPT_AFTER_ACK);

        done(ledger.purge(clock.instant()));
        reopen();
        append(checkIn("M-3"));

        var batch = ledger.newReader().batch(1, 10, 10_000);
        assertEquals(2, batch.records().size());
        assertFalse(ledger.health().damagedFileKept());
    }

    @Test
    void purgesNothingThatARestoredStreetLacksAgain() throws Exception {
        append(checkIn("M-1"));
        var epoch = append(checkIn("M-2")).id().epoch();
        done(ledger.acknowledge(epoch, 2, Map.of()));
        done(ledger.settle(epoch, 0));
        clock.pass(Ledger.KEPT_AFTER_ACK);

        assertEquals(0, LedgerTest.<Integer>done(ledger.purge(clock.instant())));
        assertEquals(2, all().records().size());
    }

    @Test
    void keepsTodaysAttendanceOfPurgedFacts() throws Exception {
        append(checkIn("M-1"));
        var epoch = append(checkIn("M-2")).id().epoch();
        done(ledger.acknowledge(epoch, 1, Map.of()));
        clock.pass(Ledger.KEPT_AFTER_ACK);

        assertEquals(1, LedgerTest.<Integer>done(ledger.purge(START)));

        assertEquals(2, ledger.newReader().presence(ACTIVITY).members().size());
        done(ledger.purge(START.plusSeconds(1)));
        assertEquals(
                Set.of(new MemberId("M-2")),
                ledger.newReader().presence(ACTIVITY).members());
    }

    @Test
    void rebuildsTheSameProjectionFromTheFacts() throws Exception {
        var first = append(checkIn("M-1"));
        append(checkIn("M-2"));
        append(new Fact.CheckInVoided(ACTIVITY, first.id().seq(), Fact.VoidReason.SELF_UNDO));
        append(checkIn("M-1"));
        append(new Fact.GuestCheckedIn(ACTIVITY, GuestKind.FLOATING, Optional.empty()));
        append(new Fact.StaffUnlocked("S-1"));
        var before = projection();

        done(ledger.write(transaction -> {
            transaction.rebuild();
            return true;
        }));

        assertEquals(before, projection());
        assertEquals(4, before.size());
    }

    private List<String> projection() throws Exception {
        try (var db = SqliteConnection.openForReading(file())) {
            return db.list(
                    "SELECT seq || ' ' || activity || ' ' || attendee || ' ' || role || ' ' || at_millis || ' '"
                            + " || coalesce(voided_by, '-') FROM attendance ORDER BY seq",
                    row -> row.getString(1));
        }
    }

    @Test
    void setsADamagedFileAsideAndGoesOnWithANewEpoch() throws Exception {
        var before = append(checkIn("M-1")).id().epoch();
        ledger.close();
        overwritePages();

        open();

        assertNotEquals(before, append(checkIn("M-1")).id().epoch());
        assertTrue(ledger.health().damagedFileKept());
        assertTrue(Files.exists(directory.resolve("ledger.db.damaged-20261110T010000Z")));
    }

    private void overwritePages() throws Exception {
        try (var raw = new RandomAccessFile(file().toFile(), "rw")) {
            raw.seek(4096);
            raw.write(new byte[(int) raw.length() - 4096]);
        }
    }

    @Test
    void setsAFileThatIsNoDatabaseAside() throws Exception {
        ledger.close();
        Files.writeString(
                file(), "this is no database, whatever its name says; long enough to look like one. ".repeat(99));

        open();

        assertEquals(1, append(checkIn("M-1")).id().seq());
        assertTrue(ledger.health().damagedFileKept());
    }

    @Test
    void setsALedgerAsideWhoseWordsWereChanged() throws Exception {
        append(checkIn("M-1"));
        append(checkIn("M-2"));
        ledger.close();
        try (var db = SqliteConnection.open(file())) {
            db.update("UPDATE fact SET record = zeroblob(length(record)) WHERE seq = 1");
        }

        open();

        assertTrue(ledger.health().damagedFileKept());
    }

    @Test
    void setsALedgerAsideThatLostItsNewestFact() throws Exception {
        append(checkIn("M-1"));
        append(checkIn("M-2"));
        ledger.close();
        try (var db = SqliteConnection.open(file())) {
            db.update("DELETE FROM fact WHERE seq = 2");
        }

        open();

        assertTrue(ledger.health().damagedFileKept());
    }

    @Test
    void leavesALedgerOfNewerSoftwareAloneAndSavesNothing() throws Exception {
        ledger.close();
        try (var db = SqliteConnection.open(file())) {
            db.script("PRAGMA user_version = 99");
        }

        ledger = Ledger.open(file(), clock);

        assertEquals(
                new Commit.NotSaved<>(Commit.Reason.FAILED),
                ledger.append(checkIn("M-1")).join());
        assertTrue(Files.exists(file()));
        assertFalse(ledger.health().damagedFileKept());
    }

    @Test
    void warnsWhenTheClockStandsBeforeTheLastFact() {
        append(checkIn("M-1"));
        clock.boot("boot-2", START.minus(Duration.ofDays(40)));

        reopen();

        assertTrue(ledger.health().clockBehind().isPresent());
        assertEquals(START.plusSeconds(60), ledger.now());
    }
}
