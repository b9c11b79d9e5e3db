package cn.dangqun.kiosk.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows of every size are found in the bytes of a file, and a chain of pages that leads astray leads nowhere.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RawRowsTest {
    private static final byte[] NO_LOG = new byte[0];
    private static final int PAGE = 4096;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 4096, 65_536})
    void findsRowsOfEverySizeAroundTheEdgesOfAPage(int pageSize) throws Exception {
        var sizes = new TreeSet<Integer>();
        for (int pages = 0; pages < 4; pages++) {
            for (int around = -70; around <= 70; around++) {
                sizes.add(Math.max(0, pages * (pageSize - 4) + around));
                sizes.add(Math.max(0, pages * (pageSize - 4) + (pageSize - 12) * 32 / 255 - 23 + around));
            }
        }

        var file = file(pageSize, List.copyOf(sizes));

        assertEquals(List.copyOf(sizes), found(file));
    }

    @Test
    void findsThemInTheLogAlone() throws Exception {
        var path = directory.resolve("rows.db");
        try (var db = SqliteConnection.open(path)) {
            fill(db, List.of(10, 10_000, 50_000));
            var log = Files.readAllBytes(directory.resolve("rows.db-wal"));

            assertEquals(List.of(10, 10_000, 50_000), found(NO_LOG, log));
        }
    }

    @Test
    void findsThemWhereTheHeaderThatTellsTheSizeOfAPageIsLost() throws Exception {
        var file = file(PAGE, List.of(10, 10_000, 50_000));

        Arrays.fill(file, 0, 100, (byte) 0x5A);

        assertEquals(List.of(10, 10_000, 50_000), found(file));
    }

    @Test
    void takesAPageFromTheLogWhereThatOfTheFileIsLost() throws Exception {
        var path = directory.resolve("rows.db");
        byte[] log;
        try (var db = SqliteConnection.open(path)) {
            fill(db, List.of(50_000));
            log = Files.readAllBytes(directory.resolve("rows.db-wal"));
        }
        var file = Files.readAllBytes(path);
        for (int at = PAGE; at < file.length; at += 2 * PAGE) {
            Arrays.fill(file, at, at + PAGE, (byte) 0);
        }
        int frame = 24 + PAGE;
        for (int i = 0; 32 + (i + 1) * frame <= log.length; i++) {
            int number = ByteBuffer.wrap(log).getInt(32 + i * frame);
            if (number % 2 == 1) {
                Arrays.fill(log, 32 + i * frame + 24, 32 + (i + 1) * frame, (byte) 0x5A);
            }
        }

        assertEquals(List.of(50_000), found(file, log));
    }

    @Test
    void doesNotFollowAChainInCircles() throws Exception {
        var file = file(PAGE, List.of(50_000));

        overflowPages(file).forEach(page -> ByteBuffer.wrap(file).putInt((page - 1) * PAGE, page));

        assertEquals(List.of(), found(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 10_000})
    void doesNotFollowAChainOutOfTheFile(int next) throws Exception {
        var file = file(PAGE, List.of(50_000));

        ByteBuffer.wrap(file).putInt((overflowPages(file).get(3) - 1) * PAGE, next);

        assertEquals(List.of(), found(file));
    }

    @Test
    void leavesNoiseAlone() {
        var random = new Random(20_261_128);
        var noise = new byte[2 << 20];
        random.nextBytes(noise);
        System.arraycopy("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII), 0, noise, 0, 16);

        for (int reserved : List.of(0, 32, 255)) {
            noise[16] = 2;
            noise[17] = 0;
            noise[20] = (byte) reserved;
            RawRows.find(noise, noise.clone(), row -> assertTrue(row.size() > 0));
        }
    }

    @Test
    void readsNothingBehindTheEndOfAFileThatWasCut() throws Exception {
        var file = file(PAGE, List.of(10, 5_000, 9_000));

        for (int length = 0; length < file.length; length += 101) {
            var left = found(Arrays.copyOf(file, length));
            assertTrue(List.of(10, 5_000, 9_000).containsAll(left), () -> "found " + left);
        }
    }

    private byte[] file(int pageSize, List<Integer> sizes) throws Exception {
        var path = directory.resolve("rows-" + pageSize + ".db");
        try (var db = SqliteConnection.open(path)) {
            db.script("PRAGMA synchronous = OFF; PRAGMA journal_mode = DELETE; PRAGMA page_size = " + pageSize
                    + "; VACUUM");
            fill(db, sizes);
        }
        return Files.readAllBytes(path);
    }

    private static void fill(SqliteConnection db, List<Integer> sizes) throws Exception {
        db.script("CREATE TABLE part (id INTEGER PRIMARY KEY, number INTEGER, content BLOB)");
        for (int size : sizes) {
            db.update("INSERT INTO part (number, content) VALUES (?, ?)", 1_000_000 + size, content(size));
        }
    }

    private static byte[] content(int size) {
        var content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private static List<Integer> found(byte[] file) {
        return found(file, NO_LOG);
    }

    /// The sizes of the rows whose content is what was written, each once.
    private static List<Integer> found(byte[] file, byte[] log) {
        var sizes = new TreeSet<Integer>();
        RawRows.find(file, log, row -> {
            if (row.size() == 3 && row.integer(1).isPresent() && row.blob(2).isPresent()) {
                int size = (int) row.integer(1).getAsLong() - 1_000_000;
                if (Arrays.equals(content(Math.max(0, size)), row.blob(2).get())) {
                    sizes.add(size);
                }
            }
        });
        return new ArrayList<>(sizes);
    }

    /// Of the only table, all but its own pages: those do not begin with the kind of a page.
    private static List<Integer> overflowPages(byte[] file) {
        return IntStream.rangeClosed(3, file.length / PAGE)
                .filter(page -> file[(page - 1) * PAGE] == 0)
                .boxed()
                .toList();
    }
}
