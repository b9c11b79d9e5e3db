package cn.dangqun.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.Origin;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.attendance.Present;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.store.Halt;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People tap, and power is cut, while a ledger that the street has ended is carried over.
class ChangeoverTest {
    private static final int FACTS = 430;

    @TempDir
    Path directory;

    private final SteppedClock clock = new SteppedClock(LedgerOnDisk.START);
    private final Turns turns = new Turns();
    private final Set<MemberId> present = new HashSet<>();
    private Ledger ledger;
    private Epoch ended;
    private int copies;

    @BeforeEach
    void aDay() {
        ledger = open(file(), KeysOnDisk.beside(file()), turns);
        turns.done(ledger.adopt(LedgerOnDisk.KIOSK));
        ended = epoch(ledger);
        for (int each = 1; each <= FACTS; each++) {
            turns.done(tap("M-" + each));
        }
    }

    @AfterEach
    void close() {
        turns.go();
        ledger.close();
    }

    @Test
    void countsOnceWhoeverTapsOrTakesBackBetweenTheSteps() throws Exception {
        var over = ledger.restart(ended, "decision-1");
        var waiting = new ArrayList<CompletableFuture<Commit<RecordedFact>>>();
        int steps = 0;
        for (; !over.isDone(); steps++) {
            waiting.add(tap("X-" + steps));
            if (epoch(ledger).equals(ended)) {
                waiting.add(takeBack(1 + steps * 90L));
            }
            assertTrue(turns.turn());
        }
        turns.go();
        waiting.forEach(LedgerOnDisk::done);

        assertTrue(steps >= FACTS / Changeover.AT_ONCE, "in " + steps + " steps");
        assertEquals(present, present(ledger));
        var facts = facts(ledger);
        assertEquals(FACTS + waiting.size(), facts.size());
        var carried = facts.stream().flatMap(fact -> fact.carried().stream()).toList();
        assertEquals(
                LongStream.rangeClosed(1, carried.size()).boxed().toList(),
                carried.stream().map(origin -> origin.id().seq()).toList(),
                "all of the ledger that ended, in order");
        assertEquals(
                Set.of(ended),
                carried.stream().map(origin -> origin.id().epoch()).collect(Collectors.toSet()));
        var undone = facts.stream()
                .filter(fact -> fact.fact() instanceof AttendanceFact.CheckInVoided
                        && fact.carried().isPresent())
                .map(fact -> ((AttendanceFact.CheckInVoided) fact.fact()).voided())
                .toList();
        assertTrue(
                undone.size() >= 3 && undone.stream().allMatch(Optional::isPresent), "each names what it takes back");
        LedgerOnDisk.done(ledger.rebuild());
        assertEquals(present, present(ledger));
        assertEquals(List.of("fact"), tables(ledger));
    }

    @Test
    void goesOnWhereverItIsKilled() throws Exception {
        var random = new Random(16);
        var over = ledger.restart(ended, "decision-1");
        var next = new HashSet<Epoch>();
        for (int step = 0; !over.isDone() || tables(ledger).size() > 1; step++) {
            long before = Files.size(log(file()));
            if (!over.isDone()) {
                var _ = tap("X-" + step);
            }
            var expected = Set.copyOf(present);
            assertTrue(turns.turn());
            long after = Files.size(log(file()));
            next.add(goesOn(copy(), expected));
            for (int cut = 0; cut < 3 && after > before; cut++) {
                var torn = copy();
                try (var log = new RandomAccessFile(log(torn).toFile(), "rw")) {
                    log.setLength(before + random.nextLong(after - before));
                }
                goesOn(torn, null);
            }
        }
        assertEquals(1, next.size(), "always as the epoch that was begun: " + next);
        assertTrue(next.contains(epoch(ledger)));
    }

    /// As after a power cut. `expected` is null where the last tap may not have been on the disk.
    private Epoch goesOn(Path file, Set<MemberId> expected) throws Exception {
        try (var reopened = open(file, KeysOnDisk.beside(file), Executors.newSingleThreadExecutor())) {
            LedgerOnDisk.done(reopened.adopt(LedgerOnDisk.KIOSK));
            assertFalse(reopened.health().damagedFileKept());
            LedgerOnDisk.done(reopened.restart(ended, "decision-1"));
            var there = present(reopened);
            assertTrue(there.size() >= FACTS && present.containsAll(there));
            if (expected != null) {
                assertEquals(expected, there);
            }
            var origins = facts(reopened).stream()
                    .flatMap(fact -> fact.carried().stream())
                    .map(origin -> origin.id().seq())
                    .toList();
            assertEquals(LongStream.rangeClosed(1, origins.size()).boxed().toList(), origins);
            LedgerOnDisk.done(reopened.rebuild());
            assertEquals(there, present(reopened));
            reopened.answers().join();
            assertNotEquals(ended, epoch(reopened));
            return epoch(reopened);
        }
    }

    @Test
    void joinsWhatIsUnderWayAndLeavesItToWhoeverWasFirst() throws Exception {
        var first = ledger.restart(ended, "decision-1");
        turns.turn();

        assertSame(first, ledger.restart(ended, "decision-1"));
        var other = ledger.restart(ended, "decision-2");

        assertEquals(turns.done(first), turns.done(other));
        assertEquals(
                Optional.of("decision-1"), ledger.newReader().introduction().restart());
    }

    @Test
    void beginsAnewByAnotherDecision() throws Exception {
        var _ = ledger.restart(ended, "decision-1");
        turns.turn();
        turns.turn();
        var copy = copy();
        var first = prepared(copy);

        try (var reopened = open(copy, KeysOnDisk.beside(copy), Executors.newSingleThreadExecutor())) {
            LedgerOnDisk.done(reopened.adopt(LedgerOnDisk.KIOSK));
            LedgerOnDisk.done(reopened.restart(ended, "decision-2"));

            assertNotEquals(first, epoch(reopened));
            assertEquals(
                    Optional.of("decision-2"),
                    reopened.newReader().introduction().restart());
            assertEquals(FACTS, facts(reopened).size());
            assertEquals(present, present(reopened));
        }
    }

    @Test
    void purgesNothingMeanwhileAndGivesUpWhatWasBrokenOff() throws Exception {
        turns.done(ledger.acknowledge(ended, 300, Map.of()));
        turns.done(ledger.backedUp(ended, 300));
        clock.pass(Ledger.KEPT_AFTER_ACK);
        ledger.heardStreet(clock.instant());
        var over = ledger.restart(ended, "decision-1");
        turns.turn();
        var none = ledger.purge(clock.instant());
        turns.turn();
        assertEquals(0, LedgerOnDisk.<Integer>done(none));
        var copy = copy();

        try (var reopened = open(copy, KeysOnDisk.beside(copy), Executors.newSingleThreadExecutor())) {
            LedgerOnDisk.done(reopened.adopt(LedgerOnDisk.KIOSK));
            reopened.heardStreet(clock.instant());
            assertEquals(300, LedgerOnDisk.<Integer>done(reopened.purge(clock.instant())));
            assertEquals(
                    FACTS - 300,
                    LedgerOnDisk.done(reopened.restart(ended, "decision-1")).lastSeq());
            assertEquals(FACTS - 300, facts(reopened).size());
        }
        assertEquals(FACTS, turns.done(over).lastSeq());
    }

    @Test
    void isSealedMeanwhile() throws Exception {
        var open = directory.resolve("open/ledger.db");
        Files.createDirectory(directory.resolve("open"));
        var keys = LedgerKeys.open(open.resolveSibling("ledger.keys"), Optional.empty());
        var slow = new Turns();
        try (var unsealed = open(open, keys, slow)) {
            slow.done(unsealed.adopt(LedgerOnDisk.KIOSK));
            for (int each = 0; each < FACTS; each++) {
                slow.done(unsealed.append(LedgerOnDisk.checkIn("M-SECRET-" + each)));
            }
            var over = unsealed.restart(epoch(unsealed), "decision-1");
            slow.turn();
            slow.turn();
            assertTrue(keys.keep(LedgerOnDisk.KIOSK, List.of(KeysOnDisk.of(LedgerOnDisk.KIOSK))));
            slow.done(unsealed.adopt(LedgerOnDisk.KIOSK));

            assertEquals(FACTS, slow.done(over).lastSeq());
            assertEquals(FACTS, facts(unsealed).size());
            assertEquals(FACTS, present(unsealed).size());
            slow.go();
        }
        assertFalse(Files.readString(open, java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains("M-SECRET"));
    }

    @Test
    void salvagesEachFactOnceFromAFileThatWasBeingPrepared() throws Exception {
        var over = ledger.restart(ended, "decision-1");
        for (boolean going = true; going; ) {
            going = !over.isDone();
            turns.turn();
            var wreck = WreckReader.read(copy(), LedgerOnDisk.KIOSK, ledger.keys());

            var origins = new ArrayList<Origin>();
            for (var fact : wreck.facts()) {
                origins.add(fact.origin());
            }
            assertEquals(
                    LongStream.rangeClosed(1, FACTS).boxed().toList(),
                    origins.stream().map(origin -> origin.id().seq()).toList());
            assertEquals(0, wreck.unreadable());
            assertFalse(wreck.mayMiss());
        }
    }

    @Test
    void leavesBehindWhatNobodyCanNameAndCarriesAllOthers() throws Exception {
        turns.done(ledger.write(transaction -> {
            var head = transaction.head();
            var record = ByteString.copyFrom(FactCodec.encode(new RecordedFact(
                    new FactId(LedgerOnDisk.KIOSK, ended, 7), clock.read(), LedgerOnDisk.checkIn("M-7"))));
            var hash = ByteString.copyFrom(FactChain.next(head.lastHash().toByteArray(), record.toByteArray()));
            Facts.append(
                    transaction.db(),
                    new Facts.Written(
                            new FactId(LedgerOnDisk.KIOSK, ended, FACTS + 1),
                            new FactForm(ended, head.lastHash(), record, hash),
                            0,
                            false));
            return 0;
        }));
        var copy = copy();

        try (var reopened = open(copy, KeysOnDisk.beside(copy), Executors.newSingleThreadExecutor())) {
            LedgerOnDisk.done(reopened.adopt(LedgerOnDisk.KIOSK));
            LedgerOnDisk.done(reopened.append(LedgerOnDisk.checkIn("M-LAST")));
            LedgerOnDisk.done(reopened.restart(ended, "decision-1"));

            assertEquals(FACTS + 1, facts(reopened).size());
            assertEquals(FACTS + 1, present(reopened).size());
        }
    }

    private Path file() {
        return directory.resolve("kiosk/ledger.db");
    }

    private static Path log(Path file) {
        return file.resolveSibling("ledger.db-wal");
    }

    private Ledger open(Path file, LedgerKeys keys, ExecutorService writing) {
        return Ledger.open(
                file,
                clock,
                keys,
                KioskCore.PROJECTIONS,
                new Ledger.Threads(writing, Executors.newSingleThreadExecutor(), Salvage.thread(), Halt.PROCESS));
    }

    private CompletableFuture<Commit<RecordedFact>> tap(String member) {
        present.add(new MemberId(member));
        return ledger.append(LedgerOnDisk.checkIn(member));
    }

    private CompletableFuture<Commit<RecordedFact>> takeBack(long seq) {
        present.remove(new MemberId("M-" + seq));
        Fact fact = new AttendanceFact.CheckInVoided(LedgerOnDisk.ACTIVITY, seq, AttendanceFact.VoidReason.SELF_UNDO);
        return ledger.append(fact);
    }

    /// The disk as it is at this moment.
    private Path copy() throws IOException {
        var to = Files.createDirectories(directory.resolve("copy-" + copies++)).resolve("ledger.db");
        Files.copy(file(), to);
        Files.copy(log(file()), log(to));
        return to;
    }

    private static Epoch epoch(Ledger ledger) {
        return ledger.position().orElseThrow().epoch();
    }

    private Epoch prepared(Path file) throws Exception {
        try (var db = SqliteConnection.open(file)) {
            ledger.keys().unlock(db);
            return NextLedger.read(db).orElseThrow().next();
        }
    }

    private static Set<MemberId> present(Ledger ledger) throws Exception {
        return Present.in(ledger, LedgerOnDisk.ACTIVITY).members();
    }

    private static List<String> tables(Ledger ledger) throws Exception {
        try (var reader = ledger.newReader()) {
            return reader.ask(db -> db.list(
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE '%fact' AND name NOT LIKE 'ticket%'"
                            + " ORDER BY name",
                    row -> row.getString(1)));
        }
    }

    private static List<RecordedFact> facts(Ledger ledger) throws Exception {
        try (var reader = ledger.newReader()) {
            var batch = reader.batch(0, 10_000, Integer.MAX_VALUE);
            var facts = new ArrayList<RecordedFact>();
            for (var record : batch.records()) {
                facts.add(FactCodec.decode(LedgerOnDisk.KIOSK, batch.epoch(), record.toByteArray()));
            }
            return facts;
        }
    }
}
