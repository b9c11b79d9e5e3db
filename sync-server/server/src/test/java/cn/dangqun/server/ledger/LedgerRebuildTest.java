package cn.dangqun.server.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketNumber;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.wire.Push;
import cn.dangqun.server.TestClock;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.attendance.AttendanceProjection;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.MigratedFile;
import cn.dangqun.server.kiosks.UnlockProjection;
import cn.dangqun.server.queue.QueueProjection;
import cn.dangqun.server.services.AppointmentProjection;
import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What is derived can be derived again: from the same facts comes the same state, in whatever order kiosks reported.
@Timeout(60)
class LedgerRebuildTest {
    private static final List<String> DERIVED =
            List.of("attendance", "guest", "staff_unlock", "ticket", "fact_quarantine");
    private static final Instant NINE = Instant.parse("2026-07-10T01:00:00Z");

    @TempDir
    Path directory;

    private Database database;
    private Ledger ledger;

    @BeforeEach
    void openDatabase() {
        database = MigratedFile.open(directory.resolve("street.db"));
        ledger = new Ledger(
                database,
                new TestClock(),
                List.of(
                        new AttendanceProjection((_, _, card) -> card.hex()),
                        new QueueProjection(),
                        new AppointmentProjection(),
                        new UnlockProjection()));
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void rebuildsTheSameStateFromTheFacts() {
        for (int kiosk = 1; kiosk <= 3; kiosk++) {
            append(kiosk("kiosk-" + kiosk), day("kiosk-" + kiosk, kiosk).pushAll());
        }
        var before = derived();
        assertFalse(before.get("attendance").isEmpty());
        assertFalse(before.get("guest").isEmpty());
        assertFalse(before.get("staff_unlock").isEmpty());
        assertFalse(before.get("ticket").isEmpty());
        assertFalse(before.get("fact_quarantine").isEmpty());
        spoil();

        ledger.rebuild();

        assertEquals(before, derived());
    }

    @Test
    void reachesTheSameStateInWhateverOrderTheKiosksReport() {
        var one = day("kiosk-1", 1);
        var two = day("kiosk-2", 2);
        append(kiosk("kiosk-1"), one.push(1, 20));
        append(kiosk("kiosk-2"), two.pushAll());
        append(kiosk("kiosk-1"), one.push(21, one.size()));
        var interleaved = derived();

        database.write((handle, changes) -> {
            DERIVED.forEach(table -> handle.execute("DELETE FROM " + table));
            handle.execute("DELETE FROM fact");
            return handle.execute("DELETE FROM chain");
        });
        append(kiosk("kiosk-2"), two.push(1, 5));
        append(kiosk("kiosk-2"), two.push(6, two.size()));
        append(kiosk("kiosk-1"), one.pushAll());

        assertEquals(interleaved, derived());
    }

    @Test
    void countsTheEarliestCheckInOfSeveralKiosksAndKeepsTheOtherBesideIt() {
        append(
                kiosk("kiosk-1"),
                new TestLedger(kiosk("kiosk-1"))
                        .checkIn("M-1", NINE.plusSeconds(60))
                        .pushAll());
        append(
                kiosk("kiosk-2"),
                new TestLedger(kiosk("kiosk-2")).checkIn("M-1", NINE).pushAll());

        assertEquals(List.of("kiosk-2"), counted());
        assertEquals(2, derived().get("attendance").size());
    }

    /// The doubtful one says a day earlier, and comes first or last.
    @Test
    void countsTheBetterKnownTimeHoweverEarlyADoubtfulOneSaysItWas() {
        var doubtful = decided("kiosk-1", NINE.minusSeconds(86_400), ClockQuality.DOUBTFUL);
        append(kiosk("kiosk-1"), doubtful.pushAll());
        assertEquals(List.of("kiosk-1"), counted());

        append(kiosk("kiosk-2"), decided("kiosk-2", NINE, ClockQuality.STREET).pushAll());
        assertEquals(List.of("kiosk-2"), counted());
        ledger.rebuild();
        assertEquals(List.of("kiosk-2"), counted());
    }

    private static TestLedger decided(String kiosk, Instant at, ClockQuality quality) {
        var clock = new ClockReading(at, "boot", Duration.ZERO, Optional.empty(), Optional.empty())
                .decided(new ClockReading.Decided(at, quality));
        var fact = new AttendanceFact.CheckedIn(
                TestLedger.ACTIVITY, new MemberId("M-1"), AttendanceRole.MEMBER, CheckInMethod.CARD, false);
        var recorded = new RecordedFact(new FactId(kiosk(kiosk), TestLedger.EPOCH, 1), clock, fact);
        return new TestLedger(kiosk(kiosk)).addBytes(ByteString.copyFrom(FactCodec.encode(recorded)));
    }

    @Test
    void countsTheNextCheckInWhenTheEarliestIsVoided() {
        append(
                kiosk("kiosk-1"),
                new TestLedger(kiosk("kiosk-1"))
                        .checkIn("M-1", NINE.plusSeconds(60))
                        .pushAll());
        var two = new TestLedger(kiosk("kiosk-2")).checkIn("M-1", NINE);
        append(kiosk("kiosk-2"), two.pushAll());

        append(kiosk("kiosk-2"), two.voiding(1).push(2, 2));

        assertEquals(List.of("kiosk-1"), counted());
    }

    @Test
    void countsNobodyWhoseOnlyCheckInIsVoided() {
        var own = new TestLedger(kiosk("kiosk-1")).checkIn("M-1").voiding(1).voiding(1);
        append(kiosk("kiosk-1"), own.pushAll());

        assertEquals(List.of(), counted());
        assertEquals(List.of(), derived().get("fact_quarantine"), "voiding twice is no contradiction");
    }

    @Test
    void liftsTheQuarantineOfARecordItCanReadByThen() {
        var own = new TestLedger(kiosk("kiosk-1")).checkIn("M-1");
        append(kiosk("kiosk-1"), own.pushAll());
        database.write((handle, changes) -> handle.execute(
                "INSERT INTO fact_quarantine (chain, seq, reason)" + " SELECT chain, seq, 'UNKNOWN_KIND' FROM fact"));

        ledger.rebuild();

        assertEquals(List.of(), derived().get("fact_quarantine"));
        assertEquals(List.of("kiosk-1"), counted());
    }

    @Test
    void aRenewedServerReadsWhatAnOlderOneDidNotKnow() {
        var own = new TestLedger(kiosk("kiosk-1"))
                .add(
                        new QueueFact.TicketTaken(
                                ticket(1, 1),
                                new TicketNumber(OptionalInt.empty(), 'A', 1),
                                new ServiceId("care"),
                                LocalDate.of(2026, 7, 10),
                                false),
                        NINE)
                .add(new QueueFact.TicketHandled(ticket(1, 1), new TicketAct.Call(1), "s"), NINE.plusSeconds(60));
        append(kiosk("kiosk-1"), own.pushAll());
        var read = derived();
        database.write((handle, changes) -> {
            handle.execute("DELETE FROM ticket"); // as an older server left it
            return handle.execute("INSERT INTO fact_quarantine (chain, seq, reason)"
                    + " SELECT chain, seq, 'UNKNOWN_KIND' FROM fact");
        });

        ledger.bringUpToDate();

        assertEquals(1, read.get("ticket").size());
        assertEquals(read, derived());
    }

    @Test
    void aRenewedServerReadsAgainWhatAnOlderOneFoundMalformed() {
        parkOnly("UNREADABLE");

        ledger.bringUpToDate();

        assertEquals(List.of("kiosk-1"), counted());
        assertEquals(List.of(), derived().get("fact_quarantine"));
    }

    @Test
    void aRenewedServerTakesWhatAnOlderOneFailedOver() {
        parkOnly("FAILED");

        ledger.bringUpToDate();

        assertEquals(List.of("kiosk-1"), counted());
        assertEquals(List.of(), derived().get("fact_quarantine"));
    }

    @Test
    void aServerThatStillFailsOverARecordLeavesEverythingAsItIs() {
        var clumsy = new Ledger(
                database, new TestClock(), List.of(new AttendanceProjection((_, _, card) -> card.hex()), new Clumsy()));
        clumsy.bringUpToDate();
        var own = new TestLedger(kiosk("kiosk-1")).checkIn("M-1").checkIn("M-2");
        clumsy.append(kiosk("kiosk-1"), TestLedger.EPOCH, own.pushAll())
                .orElseThrow()
                .join();
        spoil("UPDATE attendance SET late = 7");

        clumsy.bringUpToDate();

        assertEquals(1, derived().get("fact_quarantine").size());
        assertEquals(1, derived().get("attendance").size(), "the failed one left nothing behind");
        assertEquals(7, derived().get("attendance").getFirst().get("late"), "nothing was derived anew");
    }

    @Test
    void aFailingDiskIsNoFaultOfTheRecord() {
        var full = new Ledger(database, new TestClock(), List.of(new FullDisk()));
        var own = new TestLedger(kiosk("kiosk-1")).checkIn("M-1");

        var push =
                full.append(kiosk("kiosk-1"), TestLedger.EPOCH, own.pushAll()).orElseThrow();

        assertThrows(CompletionException.class, push::join);
        assertEquals(List.of(), derived().get("fact_quarantine"));
    }

    /// As an older server left one good check-in.
    private void parkOnly(String reason) {
        append(kiosk("kiosk-1"), new TestLedger(kiosk("kiosk-1")).checkIn("M-1").pushAll());
        ledger.bringUpToDate();
        spoil("DELETE FROM attendance");
        spoil("INSERT INTO fact_quarantine (chain, seq, reason) SELECT chain, seq, '" + reason + "' FROM fact");
    }

    private void spoil(String sql) {
        database.write((handle, changes) -> handle.execute(sql));
    }

    /// Fails over M-1.
    private static final class Clumsy implements Projection {
        @Override
        public String name() {
            return "clumsy";
        }

        @Override
        public int form() {
            return 1;
        }

        @Override
        public boolean apply(Handle handle, Place place, RecordedFact fact, ChangeLog changes) {
            if (fact.id().seq() == 1) {
                throw new ArithmeticException("long overflow");
            }
            return true;
        }

        @Override
        public void clear(Handle handle) {
            // it keeps nothing
        }
    }

    private static final class FullDisk implements Projection {
        @Override
        public String name() {
            return "full-disk";
        }

        @Override
        public int form() {
            return 1;
        }

        @Override
        public boolean apply(Handle handle, Place place, RecordedFact fact, ChangeLog changes) {
            throw new UnableToExecuteStatementException(
                    new SQLiteException("database or disk is full", SQLiteErrorCode.SQLITE_FULL), null);
        }

        @Override
        public void clear(Handle handle) {
            // it keeps nothing
        }
    }

    /// Sixty facts of one kiosk: shared and own members, guests, undone check-ins, unlocks, numbers taken and
    /// called, and a few impossible ones.
    private static TestLedger day(String kiosk, long seed) {
        var random = new Random(seed);
        var own = new TestLedger(kiosk(kiosk));
        for (int i = 0; i < 60; i++) {
            var at = NINE.plusMillis(random.nextInt(100_000));
            switch (random.nextInt(8)) {
                case 0 -> own.voiding(1 + random.nextInt(i + 2));
                case 1 ->
                    own.add(
                            new AttendanceFact.GuestCheckedIn(
                                    TestLedger.ACTIVITY,
                                    GuestKind.RESIDENT,
                                    random.nextBoolean()
                                            ? Optional.of(new CardKey("0a".repeat(32)))
                                            : Optional.empty()),
                            at);
                case 2 -> own.add(new StaffFact.StaffUnlocked("staff-1"), at);
                case 3 -> own.addBytes(ByteString.copyFrom(new byte[] {1}));
                case 4 ->
                    own.add(
                            new QueueFact.TicketTaken(
                                    ticket(seed, i),
                                    new TicketNumber(OptionalInt.empty(), 'A', i + 1),
                                    new ServiceId("care"),
                                    LocalDate.of(2026, 7, 10),
                                    random.nextBoolean()),
                            at);
                case 5 ->
                    own.add(new QueueFact.TicketHandled(ticket(seed, random.nextInt(i + 1)), act(random), "s"), at);
                default -> own.checkIn("M-" + random.nextInt(20), at);
            }
        }
        return own;
    }

    private static TicketId ticket(long seed, int taken) {
        return new TicketId("%08x%08x".formatted(seed, taken));
    }

    private static TicketAct act(Random random) {
        return random.nextBoolean() ? new TicketAct.Call(1) : new TicketAct.Serve();
    }

    private void spoil() {
        database.write((handle, changes) -> {
            handle.execute("UPDATE attendance SET counted = NULL");
            handle.execute("DELETE FROM guest");
            handle.execute("UPDATE ticket SET state = 'HELD'");
            handle.execute("UPDATE staff_unlock SET staff = 'nobody'");
            return handle.execute("UPDATE fact_quarantine SET reason = 'IMPOSSIBLE'");
        });
    }

    private void append(KioskId kiosk, Push push) {
        var result = ledger.append(kiosk, TestLedger.EPOCH, push).orElseThrow().join();
        assertEquals(AppendResult.Taken.class, result.getClass(), result::toString);
    }

    private static KioskId kiosk(String id) {
        return new KioskId(id);
    }

    private List<String> counted() {
        return database.read(handle -> handle.createQuery(
                        "SELECT kiosk FROM attendance JOIN chain ON number = chain" + " WHERE counted = 1")
                .mapTo(String.class)
                .list());
    }

    private Map<String, List<Map<String, Object>>> derived() {
        return database.read(handle -> DERIVED.stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> handle.createQuery(
                                        table.equals("ticket")
                                                ? "SELECT * FROM ticket ORDER BY ticket"
                                                : "SELECT c.kiosk AS of_kiosk, c.epoch, t.* FROM " + table
                                                        + " t JOIN chain c ON c.number = t.chain"
                                                        + " ORDER BY c.kiosk, c.epoch, t.seq")
                                .mapToMap()
                                .map(LedgerRebuildTest::withoutNumber)
                                .list())));
    }

    /// Chains are numbered as they come; nothing may depend on it.
    private static Map<String, Object> withoutNumber(Map<String, Object> row) {
        row.remove("chain");
        return row;
    }
}
