package cn.dangqun.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.Origin;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.kiosk.attendance.Present;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.protocol.FactCodec;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Pages of the ledger are overwritten: whatever is still there goes on, and what is not is counted.
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LedgerSalvageTest extends LedgerOnDisk {
    private static final List<String> FILES = List.of("ledger.db", "ledger.db-wal");
    private static final int PAGE = 4096;
    private static final int LOG_HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int FACTS = 400;
    private static final long ACKED = 120;

    @Test
    void carriesOverEveryFactThatCanBeReadAndCountsTheOthers() throws Exception {
        var epoch = day();
        var inLog = copy("in-log");
        ledger.close();
        var settled = copy("settled");
        var inBoth = Map.of(inLog, rows(inLog), settled, rows(settled));
        int set = 0;
        for (int seed = 0; seed < 40; seed++) {
            var from = seed % 2 == 0 ? inLog : settled;
            set += damageAndOpen(from, inBoth.get(from), epoch, new Random(seed), "seed " + seed) ? 1 : 0;
        }
        assertTrue(set > 25, "most of the damage must be noticed, " + set);
        ledger = Ledger.open(file(), clock, KeysOnDisk.beside(file()), KioskCore.PROJECTIONS);
    }

    @Test
    void salvagesAFileOnceAndOnlyOnce() throws Exception {
        day();
        ledger.close();
        destroyBeginning();

        open();
        awaitSalvage();
        var once = ledger.position().orElseThrow();
        reopen();
        awaitSalvage();

        assertEquals(FACTS, ledger.health().salvaged().carried());
        assertEquals(once, ledger.position().orElseThrow());
    }

    @Test
    void knowsWhoIsSignedInAfterwards() throws Exception {
        day();
        var before = Present.in(ledger, ACTIVITY);
        ledger.close();
        destroyBeginning();

        open();
        awaitSalvage();

        assertEquals(before, Present.in(ledger, ACTIVITY));
        append(checkIn("M-1")); // told again that it counts, because nobody knew yet
        assertEquals(before, Present.in(ledger, ACTIVITY), "counted once all the same");
        done(ledger.rebuild());
        assertEquals(before, Present.in(ledger, ACTIVITY));
    }

    @Test
    void countsNothingAsLostOfAnEpochThatHadGoneOnInTheSameFile() throws Exception {
        var old = day();
        done(ledger.restart(old, "decision-1"));
        append(checkIn("M-LAST"));
        ledger.close();
        destroyBeginning();

        open();
        awaitSalvage();

        assertEquals(
                new LedgerMonitor.Salvaged(FACTS + 1, 0, false), ledger.health().salvaged());
        assertEquals(LongStream.rangeClosed(1, FACTS).boxed().toList(), origins(ledger, old), "as first written");
    }

    @Test
    void leavesALogAloneThatAPowerCutLeftUnfinished() throws Exception {
        append(checkIn("M-1"));
        append(checkIn("M-2"));
        var copy = copy("cut");
        var log = copy.resolve("ledger.db-wal");
        var bytes = Files.readAllBytes(log);
        Files.write(log, Arrays.copyOf(bytes, bytes.length - PAGE / 2));

        try (var cut = Ledger.open(
                copy.resolve("ledger.db"),
                clock,
                KeysOnDisk.beside(copy.resolve("ledger.db")),
                KioskCore.PROJECTIONS)) {
            done(cut.adopt(KIOSK));
            assertFalse(cut.health().damagedFileKept());
            assertEquals(1, cut.position().orElseThrow().lastSeq());
        }
    }

    @Test
    void carriesAnotherKiosksLedgerIntoItsOwnWhenItIsEnrolledAnew() throws Exception {
        var written = append(checkIn("M-1"));

        done(ledger.adopt(new KioskId("kiosk-2")));
        awaitSalvage();

        var batch = all();
        var carried = FactCodec.decode(
                new KioskId("kiosk-2"),
                batch.epoch(),
                batch.records().getFirst().toByteArray());
        assertEquals(written.id(), carried.carried().map(Origin::id).orElseThrow());
        assertEquals(written.fact(), carried.fact());
    }

    /// Members, guests with a card and without, undone check-ins, unlocks.
    private Epoch day() throws Exception {
        var random = new Random(1);
        for (int i = 1; i <= FACTS; i++) {
            append(
                    switch (i % 10) {
                        case 3 -> new AttendanceFact.GuestCheckedIn(ACTIVITY, GuestKind.RESIDENT, Optional.empty());
                        case 5 ->
                            new AttendanceFact.GuestCheckedIn(ACTIVITY, GuestKind.FLOATING, Optional.of(card(random)));
                        case 7 ->
                            new AttendanceFact.CheckInVoided(ACTIVITY, i - 1, AttendanceFact.VoidReason.SELF_UNDO);
                        case 9 -> new StaffFact.StaffUnlocked("staff-1");
                        default -> checkIn("M-" + i);
                    });
        }
        var epoch = ledger.position().orElseThrow().epoch();
        done(ledger.acknowledge(epoch, ACKED, Map.of()));
        return epoch;
    }

    private static CardKey card(Random random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return CardKey.of(bytes);
    }

    private Path copy(String name) throws Exception {
        var target = Files.createDirectories(directory.resolve(name));
        for (var each : List.of("ledger.db", "ledger.db-wal")) {
            if (Files.exists(directory.resolve(each))) {
                Files.copy(directory.resolve(each), target.resolve(each));
            }
        }
        return target;
    }

    /// Of the file, and of its log if a reader has left one.
    private void destroyBeginning() throws Exception {
        for (var each : List.of(file(), directory.resolve("ledger.db-wal"))) {
            if (Files.exists(each)) {
                var bytes = Files.readAllBytes(each);
                Arrays.fill(bytes, 0, Math.min(PAGE, bytes.length), (byte) 0x5A);
                Files.write(each, bytes);
            }
        }
    }

    /// Whether the file was set aside.
    private boolean damageAndOpen(Path from, List<Row> rows, Epoch epoch, Random random, String which)
            throws Exception {
        var place = Files.createDirectories(from.resolveSibling(from.getFileName() + "-" + which));
        var file = place.resolve("ledger.db");
        var readable = new TreeSet<Long>();
        for (var name : FILES) {
            if (Files.exists(from.resolve(name))) {
                var bytes = overwritten(Files.readAllBytes(from.resolve(name)), name.endsWith("wal"), random);
                Files.write(place.resolve(name), bytes);
                // a row is in one page: intact or overwritten as a whole
                rows.stream().filter(each -> each.standsIn(name, bytes)).forEach(each -> readable.add(each.seq()));
            }
        }
        try (var survivor = Ledger.open(file, clock, KeysOnDisk.beside(file), KioskCore.PROJECTIONS)) {
            done(survivor.adopt(KIOSK));
            if (!survivor.health().damagedFileKept()) {
                assertEquals(FACTS, survivor.position().orElseThrow().lastSeq(), which);
                return false;
            }
            awaitSalvage(survivor, file);
            assertEquals(List.copyOf(readable), origins(survivor, epoch), which);
            assertIsHonest(readable, survivor.health().salvaged(), from.endsWith("settled"), which);
            return true;
        }
    }

    /// Nobody is told that less is lost than is. More only where the newest word on what the street has is lost as
    /// well.
    private static void assertIsHonest(
            NavigableSet<Long> readable, LedgerMonitor.Salvaged salvaged, boolean closed, String which) {
        long lost = FACTS - ACKED - readable.tailSet(ACKED + 1, true).size();
        if (closed && !salvaged.mayMiss()) {
            assertEquals(lost, salvaged.unreadable(), which);
        }
        assertTrue(salvaged.mayMiss() || salvaged.unreadable() >= lost, which);
        assertTrue(salvaged.unreadable() <= FACTS - readable.size(), which);
    }

    /// A row as it stands in a page, and where it stood in each of the files before anything was damaged.
    private record Row(long seq, String cell, Map<String, List<Integer>> places) {
        boolean standsIn(String name, byte[] bytes) {
            return places.getOrDefault(name, List.of()).stream()
                    .anyMatch(at -> cell.equals(text(Arrays.copyOfRange(bytes, at, at + cell.length()))));
        }
    }

    private static List<Row> rows(Path from) throws Exception {
        var rows = new ArrayList<Row>();
        var held = new HashMap<String, String>();
        for (var name : FILES) {
            if (Files.exists(from.resolve(name))) {
                held.put(name, text(Files.readAllBytes(from.resolve(name))));
            }
        }
        cells(from.resolve("ledger.db")).forEach((seq, cell) -> {
            var places = new HashMap<String, List<Integer>>();
            held.forEach((name, text) -> places.put(name, places(text, cell)));
            rows.add(new Row(seq, cell, places));
        });
        return rows;
    }

    private static List<Integer> places(String text, String cell) {
        return IntStream.iterate(text.indexOf(cell), at -> at >= 0, at -> text.indexOf(cell, at + 1))
                .boxed()
                .toList();
    }

    /// Every row as it stands in a page, by its seq.
    private static Map<Long, String> cells(Path file) throws Exception {
        var copy = Files.createTempDirectory(file.getParent(), "look");
        Files.copy(file, copy.resolve("ledger.db"));
        var log = file.resolveSibling("ledger.db-wal");
        if (Files.exists(log)) {
            Files.copy(log, copy.resolve("ledger.db-wal"));
        }
        var found = new HashMap<Long, String>();
        try (var db = SqliteConnection.open(copy.resolve("ledger.db"))) {
            db.list("SELECT seq, record, hash, wall_millis, epoch, previous FROM fact", row -> {
                var cell = new ByteArrayOutputStream();
                var types = new ByteArrayOutputStream();
                types.write(0);
                varint(types, 12 + 2 * row.getBytes(2).length);
                varint(types, 12 + 2 * row.getBytes(3).length);
                types.write(5);
                varint(types, 13 + 2 * row.getString(5).length());
                varint(types, 12 + 2 * row.getBytes(6).length);
                types.write(8);
                int body = row.getBytes(2).length + row.getBytes(3).length + 6 + row.getBytes(6).length;
                varint(cell, 1 + types.size() + body + row.getString(5).length());
                varint(cell, row.getInt(1));
                cell.write(1 + types.size());
                cell.writeBytes(types.toByteArray());
                cell.writeBytes(row.getBytes(2));
                cell.writeBytes(row.getBytes(3));
                cell.writeBytes(Arrays.copyOfRange(
                        ByteBuffer.allocate(8).putLong(row.getLong(4)).array(), 2, 8));
                cell.writeBytes(row.getString(5).getBytes(StandardCharsets.US_ASCII));
                cell.writeBytes(row.getBytes(6));
                return found.put(row.getLong(1), text(cell.toByteArray()));
            });
        }
        return found;
    }

    /// One character a byte: searching text is fast.
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static void varint(ByteArrayOutputStream out, int value) {
        if (value > 127) {
            out.write(128 | (value >> 7));
        }
        out.write(value & 127);
    }

    /// Whole pages, of the file or in frames of the log, become noise or nothing.
    private static byte[] overwritten(byte[] bytes, boolean isLog, Random random) {
        int stride = isLog ? FRAME_HEADER + PAGE : PAGE;
        int start = isLog ? LOG_HEADER + FRAME_HEADER : 0;
        int pages = (bytes.length - (isLog ? LOG_HEADER : 0)) / stride;
        int most = 1 + random.nextInt(Math.max(1, pages));
        for (int i = random.nextInt(most); i >= 0 && pages > 0; i--) {
            int at = start + random.nextInt(pages) * stride;
            var noise = new byte[PAGE];
            if (random.nextBoolean()) {
                random.nextBytes(noise);
            }
            System.arraycopy(noise, 0, bytes, at, PAGE);
        }
        return bytes;
    }

    private void awaitSalvage() throws Exception {
        awaitSalvage(ledger, file());
    }

    private static void awaitSalvage(Ledger ledger, Path file) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        for (var aside : new LedgerFile(
                        file,
                        new SteppedClock(START),
                        LedgerKeys.none(),
                        new Projections(KioskCore.PROJECTIONS),
                        new HighWater(file, Runnable::run))
                .wrecks()) {
            var name = String.valueOf(aside.getFileName());
            while (!done(ledger.write(transaction -> transaction.isSalvaged(name)))) {
                assertTrue(System.nanoTime() < end, "nothing was salvaged");
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    /// Seqs of the ledger `epoch` that go on in this one, in order, each once.
    private static List<Long> origins(Ledger ledger, Epoch epoch) throws Exception {
        var batch = ledger.newReader().batch(0, 10_000, Integer.MAX_VALUE);
        var origins = new ArrayList<Long>();
        for (var record : batch.records()) {
            var fact = FactCodec.decode(KIOSK, batch.epoch(), record.toByteArray());
            fact.carried()
                    .filter(origin -> origin.id().epoch().equals(epoch))
                    .ifPresent(origin -> origins.add(origin.id().seq()));
        }
        return origins;
    }
}
