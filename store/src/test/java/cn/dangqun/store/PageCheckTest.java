package cn.dangqun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageCheckTest {
    private static final int PAGE = 4096;

    @TempDir
    Path directory;

    private SqliteFile file;
    private long rootOfB;
    private long rootOfIndex;

    @BeforeEach
    void fill() throws SQLException {
        file = new SqliteFile(directory.resolve("file.db"));
        try (var connection = file.open();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE a (n INTEGER PRIMARY KEY, word TEXT)");
            statement.execute("CREATE TABLE b (n INTEGER PRIMARY KEY, word TEXT) WITHOUT ROWID");
            statement.execute("CREATE INDEX a_word ON a (word)");
            for (var table : List.of("a", "b")) {
                statement.execute("WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5000)"
                        + " INSERT INTO " + table + " SELECT n, 'word' || n FROM t");
            }
            rootOfB = root(statement, "b");
            rootOfIndex = root(statement, "a_word");
        }
    }

    private static long root(Statement statement, String name) throws SQLException {
        try (var row = statement.executeQuery("SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'")) {
            return row.getLong(1);
        }
    }

    @Test
    void findsNothingInASoundFile() throws Exception {
        assertEquals(new PageCheck.Sound(), PageCheck.quick(file, () -> true));
        assertEquals(new PageCheck.Sound(), PageCheck.full(file, () -> true));
    }

    @Test
    void namesEveryTableThatLostAPage() throws Exception {
        destroy(rootOfB);
        assertEquals(new PageCheck.Damaged(List.of("b")), PageCheck.quick(file, () -> true));

        destroy(rootOfIndex);
        assertEquals(new PageCheck.Damaged(List.of("a", "b")), PageCheck.full(file, () -> true));
    }

    @Test
    void saysSoWhenTheFileGivesNothingAway() throws Exception {
        destroy(1);

        assertEquals(new PageCheck.Damaged(List.of(PageCheck.SCHEMA)), PageCheck.quick(file, () -> true));
    }

    @Test
    void endsWhenItIsTold() throws Exception {
        var asked = new AtomicInteger();

        assertEquals(new PageCheck.Unfinished(), PageCheck.full(file, () -> asked.incrementAndGet() < 3));
    }

    @Test
    void leavesNoDoubtAboutAFileThatIsNotThere() {
        var absent = new SqliteFile(directory.resolve("absent.db"));

        assertFalse(absent.exists());
        assertThrows(SQLException.class, () -> PageCheck.quick(absent, () -> true));
    }

    private void destroy(long page) throws Exception {
        try (var raw = new RandomAccessFile(file.path().toFile(), "rw")) {
            raw.seek((page - 1) * PAGE);
            var noise = new byte[PAGE];
            Arrays.fill(noise, (byte) 0xA5);
            raw.write(noise);
        }
    }
}
