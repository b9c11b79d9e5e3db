package cn.dangqun.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.wire.FactRecord;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
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
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Facts from one byte to sixty kilobytes, and pages of them lost: what is left is found, and nothing else.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WreckReaderTest {
    private static final KioskId KIOSK = new KioskId("kiosk-1");
    private static final Epoch EPOCH = new Epoch("0123456789abcdef0123456789abcdef");
    private static final long WALL = 1_794_272_400_000L;
    private static final int LARGEST = 60 * 1024;
    private static final int FACTS = 60;
    private static final int PAGE = 4096;
    private static final int LOG_HEADER = 32;
    private static final int FRAME_HEADER = 24;

    @TempDir
    Path directory;

    private final Map<Long, Row> written = new TreeMap<>();
    private byte[] previous = new byte[0];

    private record Row(ByteString record, ByteString stored) {}

    @Test
    void findsEveryFactThatIsIntactAndInventsNone() throws Exception {
        int found = 0;
        int lost = 0;
        for (int seed = 0; seed < 60; seed++) {
            var which = "seed " + seed;
            var wreck = wreck(new Random(seed), Files.createDirectories(directory.resolve(which)));
            var left = new Remains(Files.readAllBytes(wreck), bytes(wreck.resolveSibling("ledger.db-wal")));
            var facts = new TreeMap<Long, ByteString>();
            WreckReader.read(wreck, KIOSK, LedgerKeys.none())
                    .facts()
                    .forEach(fact -> facts.put(fact.id().seq(), fact.record()));

            facts.forEach((seq, record) -> assertEquals(written.get(seq).record(), record, which + ", fact " + seq));
            for (var row : written.entrySet()) {
                boolean isFound = facts.containsKey(row.getKey());
                assertEquals(left.hold(row.getKey(), row.getValue()), isFound, which + ", fact " + row.getKey());
                found += isFound ? 1 : 0;
                lost += isFound ? 0 : 1;
            }
        }
        assertTrue(found > 500 && lost > 500, "both must happen: " + found + " found, " + lost + " lost");
    }

    /// A ledger's table, its file settled or still in the log, its oldest facts purged or not, damaged in every way a
    /// disk has.
    private Path wreck(Random random, Path place) throws Exception {
        written.clear();
        previous = FactChain.genesis(KIOSK, EPOCH);
        var file = place.resolve("ledger.db");
        var wreck = Files.createDirectories(place.resolve("wreck")).resolve("ledger.db");
        try (var db = SqliteConnection.open(file)) {
            db.script("PRAGMA synchronous = OFF");
            db.script("""
                    CREATE TABLE fact (
                      seq INTEGER PRIMARY KEY,
                      record BLOB NOT NULL,
                      hash BLOB NOT NULL,
                      wall_millis INTEGER NOT NULL,
                      epoch TEXT NOT NULL,
                      previous BLOB NOT NULL,
                      carried INTEGER NOT NULL
                    ) STRICT""");
            long purged = random.nextInt(3) == 0 ? FACTS / 3 : 0;
            for (long seq = 1; seq <= FACTS; seq++) {
                write(db, seq, random);
                if (seq == 2 * purged) {
                    db.update("DELETE FROM fact WHERE seq <= ?", purged); // its pages are used again
                }
            }
            if (random.nextBoolean()) {
                db.script("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            damage(file, wreck, PAGE, 0, random);
            damage(
                    file.resolveSibling("ledger.db-wal"),
                    wreck.resolveSibling("ledger.db-wal"),
                    FRAME_HEADER + PAGE,
                    LOG_HEADER + FRAME_HEADER,
                    random);
        }
        return wreck;
    }

    private void write(SqliteConnection db, long seq, Random random) throws Exception {
        var words = new byte[(int) Math.exp(random.nextDouble() * Math.log(LARGEST))];
        random.nextBytes(words);
        var unknown = UnknownFieldSet.Field.newBuilder()
                .addLengthDelimited(ByteString.copyFrom(words))
                .build();
        var record = FactRecord.newBuilder()
                .setSeq(seq)
                .setUnknownFields(
                        UnknownFieldSet.newBuilder().addField(10_000, unknown).build())
                .build()
                .toByteArray();
        var hash = FactChain.next(previous, record);
        db.update("INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, 0)", seq, record, hash, WALL, EPOCH.hex(), previous);
        written.put(seq, new Row(ByteString.copyFrom(record), ByteString.copyFrom(stored(record, hash, previous))));
        previous = hash;
    }

    /// As SQLite stores it: <https://www.sqlite.org/fileformat2.html#record_format>.
    private static byte[] stored(byte[] record, byte[] hash, byte[] before) {
        var types = new ByteArrayOutputStream();
        types.write(0);
        types.writeBytes(varint(12 + 2L * record.length));
        types.writeBytes(new byte[] {76, 5, 77, 76, 8});
        var row = new ByteArrayOutputStream();
        row.write(1 + types.size());
        row.writeBytes(types.toByteArray());
        row.writeBytes(record);
        row.writeBytes(hash);
        row.write(ByteBuffer.allocate(8).putLong(WALL).array(), 2, 6);
        row.writeBytes(EPOCH.hex().getBytes(StandardCharsets.US_ASCII));
        row.writeBytes(before);
        return row.toByteArray();
    }

    private static byte[] varint(long value) {
        var bytes = new ArrayList<Byte>();
        for (long rest = value; rest > 0 || bytes.isEmpty(); rest >>= 7) {
            bytes.addFirst((byte) ((rest & 127) | (bytes.isEmpty() ? 0 : 128)));
        }
        var varint = new byte[bytes.size()];
        for (int i = 0; i < varint.length; i++) {
            varint[i] = bytes.get(i);
        }
        return varint;
    }

    /// Some pages become noise or nothing; some files end early.
    private static void damage(Path from, Path to, int stride, int start, Random random) throws Exception {
        var bytes = bytes(from);
        int pages = Math.max(0, bytes.length - start) / stride;
        for (int i = pages == 0 ? 0 : random.nextInt(1 + pages / 4); i > 0; i--) {
            var noise = new byte[PAGE];
            if (random.nextBoolean()) {
                random.nextBytes(noise);
            }
            int at = start + random.nextInt(pages) * stride;
            System.arraycopy(noise, 0, bytes, at, Math.min(PAGE, bytes.length - at));
        }
        if (Files.exists(from)) {
            boolean isCut = bytes.length > 0 && random.nextInt(5) == 0;
            Files.write(to, isCut ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
        }
    }

    private static byte[] bytes(Path file) throws Exception {
        return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    }

    /// Knows what was written, and looks whether it can still be reached.
    private static final class Remains {
        private static final int LEAST = (PAGE - 12) * 32 / 255 - 23;

        private final List<byte[]> sources;
        private final List<String> texts;
        private final Map<Integer, List<ByteBuffer>> pages = new HashMap<>();

        Remains(byte[] file, byte[] log) {
            sources = List.of(file, log);
            texts = sources.stream()
                    .map(each -> new String(each, StandardCharsets.ISO_8859_1))
                    .toList();
            for (int at = 0; at + PAGE <= file.length; at += PAGE) {
                add(at / PAGE + 1, ByteBuffer.wrap(file, at, PAGE));
            }
            for (int at = LOG_HEADER; at + FRAME_HEADER + PAGE <= log.length; at += FRAME_HEADER + PAGE) {
                add(ByteBuffer.wrap(log).getInt(at), ByteBuffer.wrap(log, at + FRAME_HEADER, PAGE));
            }
        }

        private void add(int number, ByteBuffer page) {
            pages.computeIfAbsent(number, _ -> new ArrayList<>()).add(page.slice());
        }

        boolean hold(long seq, Row row) {
            int size = row.stored().size();
            int evenly = LEAST + (size - LEAST) % (PAGE - 4);
            int local = size <= PAGE - 35 ? size : evenly <= PAGE - 35 ? evenly : LEAST;
            var cell = new ByteArrayOutputStream();
            cell.writeBytes(varint(size));
            cell.writeBytes(varint(seq));
            cell.writeBytes(row.stored().substring(0, local).toByteArray());
            var text = cell.toString(StandardCharsets.ISO_8859_1);
            for (int i = 0; i < sources.size(); i++) {
                for (int at = texts.get(i).indexOf(text);
                        at >= 0;
                        at = texts.get(i).indexOf(text, at + 1)) {
                    int end = at + cell.size();
                    if (local == size || goesOnAt(sources.get(i), end, row.stored(), local)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean goesOnAt(byte[] source, int at, ByteString stored, int from) {
            return at + 4 <= source.length && goesOn(ByteBuffer.wrap(source).getInt(at), stored, from);
        }

        private boolean goesOn(int number, ByteString stored, int from) {
            int length = Math.min(PAGE - 4, stored.size() - from);
            var part = stored.substring(from, from + length).asReadOnlyByteBuffer();
            return pages.getOrDefault(number, List.of()).stream()
                    .filter(page -> page.slice(4, length).equals(part))
                    .anyMatch(page -> from + length == stored.size()
                            ? page.getInt(0) == 0
                            : goesOn(page.getInt(0), stored, from + length));
        }
    }
}
