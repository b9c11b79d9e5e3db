package cn.dangqun.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.attendance.Present;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.FactCodec;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LedgerTest extends LedgerOnDisk {
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
        assertEquals(
                clock.read().decided(new ClockReading.Decided(clock.instant(), ClockQuality.UNCHECKED)),
                recorded.clock());
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
        append(new AttendanceFact.CheckedIn(
                ACTIVITY, new MemberId("M-2"), AttendanceRole.OBSERVER, CheckInMethod.QR, false));
        append(new AttendanceFact.GuestCheckedIn(ACTIVITY, GuestKind.RESIDENT, Optional.empty()));
        append(new AttendanceFact.GuestCheckedIn(ACTIVITY, GuestKind.RESIDENT, Optional.empty()));

        assertEquals(new Present(Set.of(new MemberId("M-1")), 3), Present.in(ledger, ACTIVITY));
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
        append(new AttendanceFact.CheckInVoided(ACTIVITY, first.id().seq(), AttendanceFact.VoidReason.SELF_UNDO));
        assertEquals(Present.NOBODY, Present.in(ledger, ACTIVITY));

        append(checkIn("M-1"));

        assertEquals(Set.of(new MemberId("M-1")), Present.in(ledger, ACTIVITY).members());
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
                Present.in(ledger, ACTIVITY).members());
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
        try (var fresh = Ledger.open(
                directory.resolve("fresh.db"),
                clock,
                KeysOnDisk.beside(directory.resolve("fresh.db")),
                KioskCore.PROJECTIONS)) {
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
    void rebuildsTheSameProjectionFromTheFacts() throws Exception {
        var first = append(checkIn("M-1"));
        append(checkIn("M-2"));
        append(new AttendanceFact.CheckInVoided(ACTIVITY, first.id().seq(), AttendanceFact.VoidReason.SELF_UNDO));
        append(checkIn("M-1"));
        append(new AttendanceFact.GuestCheckedIn(ACTIVITY, GuestKind.FLOATING, Optional.empty()));
        append(new StaffFact.StaffUnlocked("S-1"));
        var before = projection();

        done(ledger.write(transaction -> {
            transaction.rebuild();
            return true;
        }));

        assertEquals(before, projection());
        assertEquals(4, before.size());
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

    private List<String> projection() throws Exception {
        try (var db = SqliteConnection.openForReading(file())) {
            return db.list(
                    "SELECT seq || ' ' || activity || ' ' || attendee || ' ' || role || ' ' || at_millis || ' '"
                            + " || coalesce(voided_by, '-') FROM attendance ORDER BY seq",
                    row -> row.getString(1));
        }
    }
}
