package cn.dangqun.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.kiosk.shell.KioskCore;
import com.google.protobuf.ByteString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A ledger carried over in steps, its projections moved, is the same as one that is read again fact by fact.
class ChangeoverEqualTest {
    private static final int SEEDS = 24;
    private static final Epoch NEXT = new Epoch("12".repeat(16));
    /// In the order in which they were written; of all others the order says nothing.
    private static final List<String> ORDERED = List.of("attendance", "session_note");
    private static final List<String> ALL = List.of(
            "attendance",
            "attendance_note",
            "attendance_withdrawn",
            "roll_freezing",
            "head_count",
            "paper_sheet",
            "guest_name",
            "begun",
            "session_note",
            "ticket",
            "ticket_run",
            "ticket_fact",
            "ticket_fetched",
            "appointment",
            "request",
            "request_step",
            "request_rating",
            "quarantined",
            "ack",
            "backup",
            "carrying");

    @TempDir
    Path directory;

    private final SteppedClock clock = new SteppedClock(LedgerOnDisk.START);

    private record Whole(List<ByteString> records, LedgerPosition position, Map<String, List<String>> tables) {}

    @Test
    void isTheSameAsReadingEveryFactAgain() throws Exception {
        int rows = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            var kept = directory.resolve("kept-" + seed);
            try (var ledger = open(kept)) {
                fill(ledger, new Random(seed), seed % 3);
            }
            var again = copy(kept, directory.resolve("again-" + seed));
            var known = "seed " + seed;
            try (var moved = open(kept);
                    var read = open(again)) {
                var ended = epoch(moved);
                LedgerOnDisk.done(read.write(transaction -> transaction.restartAtOnce(ended, "decision-9", NEXT)));
                LedgerOnDisk.done(moved.restart(ended, "decision-9"));

                var whole = whole(moved);
                assertEquals(whole(read).records(), whole.records(), known);
                same(whole(read), whole, known);
                LedgerOnDisk.done(moved.rebuild());
                var rebuilt = whole(moved);
                same(loosely(whole), loosely(rebuilt), known);
                LedgerOnDisk.done(read.rebuild());
                same(whole(read), rebuilt, known);
                rows += whole.tables().values().stream().mapToInt(List::size).sum();
                assertTrue(
                        whole.tables().values().stream().filter(List::isEmpty).count() < 8, known);
            }
        }
        assertTrue(rows > SEEDS * 100);
    }

    /// Without the order, and without the words of sessions: those read again name their origin.
    private static Whole loosely(Whole whole) {
        var tables = new TreeMap<String, List<String>>();
        whole.tables()
                .forEach((table, rows) -> tables.put(
                        table,
                        rows.stream()
                                .map(row -> row.replaceAll(" record=\\S+", ""))
                                .sorted()
                                .toList()));
        return new Whole(whole.records(), whole.position(), tables);
    }

    private static void same(Whole expected, Whole found, String known) {
        assertEquals(expected.position().lastSeq(), found.position().lastSeq(), known);
        assertEquals(expected.position().ackedSeq(), found.position().ackedSeq(), known);
        expected.tables()
                .forEach((table, rows) -> assertEquals(
                        String.join("\n", rows),
                        String.join("\n", found.tables().get(table)),
                        known + " " + table));
    }

    /// `kind` 1: carried over before; 2: the oldest facts were purged, what they left of the day was not.
    private void fill(Ledger ledger, Random random, int kind) throws Exception {
        var facts = new RandomFacts(random);
        append(ledger, facts, 60 + random.nextInt(200));
        if (kind == 1) {
            LedgerOnDisk.done(ledger.restart(epoch(ledger), "decision-1"));
        } else if (kind == 2) {
            LedgerOnDisk.done(ledger.append(facts.endDay()));
            long through = ledger.position().orElseThrow().lastSeq() - 1;
            LedgerOnDisk.done(ledger.acknowledge(epoch(ledger), through, Map.of(through, "样例")));
            LedgerOnDisk.done(ledger.backedUp(epoch(ledger), through));
            clock.pass(Ledger.KEPT_AFTER_ACK);
            ledger.heardStreet(clock.instant());
            assertTrue(LedgerOnDisk.<Integer>done(ledger.purge(LedgerOnDisk.START.plusSeconds(90))) > 0);
        }
        append(ledger, facts, 60 + random.nextInt(200));
    }

    private void append(Ledger ledger, RandomFacts facts, int number) {
        for (int each = 0; each < number; each++) {
            clock.pass(Duration.ofSeconds(1));
            var fact = facts.next(ledger.position().orElseThrow().lastSeq() + 1);
            LedgerOnDisk.done(ledger.append(fact));
        }
    }

    private static Epoch epoch(Ledger ledger) {
        return ledger.position().orElseThrow().epoch();
    }

    private Ledger open(Path at) throws Exception {
        var file = Files.createDirectories(at).resolve("ledger.db");
        var ledger = Ledger.open(file, clock, KeysOnDisk.beside(file), KioskCore.PROJECTIONS);
        LedgerOnDisk.done(ledger.adopt(LedgerOnDisk.KIOSK));
        return ledger;
    }

    private static Path copy(Path from, Path to) throws Exception {
        Files.createDirectories(to);
        Files.copy(from.resolve("ledger.db"), to.resolve("ledger.db"));
        return to;
    }

    private static Whole whole(Ledger ledger) throws Exception {
        var tables = new TreeMap<String, List<String>>();
        try (var reader = ledger.newReader()) {
            for (var table : ALL) {
                tables.put(
                        table,
                        reader.ask(db -> db.list(
                                "SELECT * FROM " + table + (ORDERED.contains(table) ? " ORDER BY rowid" : ""),
                                ChangeoverEqualTest::text)));
                if (!ORDERED.contains(table)) {
                    tables.get(table).sort(null);
                }
            }
            assertFalse(reader.ask(db ->
                            db.first("SELECT 1 FROM sqlite_schema WHERE name = 'next_fact'", row -> row.getInt(1)))
                    .isPresent());
            var position = ledger.position().orElseThrow();
            return new Whole(reader.batch(0, 10_000, Integer.MAX_VALUE).records(), position, tables);
        }
    }

    /// Of whoever was taken back it says only that, since every number there says no more.
    private static String text(ResultSet row) throws SQLException {
        var texts = new ArrayList<String>();
        var columns = row.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            var value = row.getObject(column);
            var name = columns.getColumnName(column);
            if (name.equals("n")) {
                continue; // a row id
            }
            texts.add(name + "="
                    + (value instanceof byte[] bytes
                            ? HexFormat.of().formatHex(bytes)
                            : name.equals("voided_by") && value != null ? "taken back" : String.valueOf(value)));
        }
        return String.join(" ", texts);
    }
}
