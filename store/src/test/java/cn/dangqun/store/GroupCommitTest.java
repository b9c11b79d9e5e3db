package cn.dangqun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.store.RefusedException.Why;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The writer driven step by step on the test's own thread.
class GroupCommitTest {
    private static final int TOGETHER = 3;
    private static final int WAITING = 5;

    @TempDir
    Path directory;

    private final List<Runnable> later = new ArrayList<>();
    private final List<Throwable> halted = new ArrayList<>();
    private final List<String> happened = new ArrayList<>();
    private final Table table = new Table();
    private GroupCommit<Connection> writer;

    @BeforeEach
    void open() throws SQLException {
        try (var db = new SqliteFile(file()).open();
                var statement = db.createStatement()) {
            statement.execute("CREATE TABLE word (text TEXT PRIMARY KEY) STRICT");
        }
        writer = new GroupCommit<>(
                table, new GroupCommit.Limits(TOGETHER, WAITING), later::add, (what, broken) -> halted.add(broken));
    }

    @AfterEach
    void close() {
        var closed = writer.close();
        run();
        assertTrue(closed.isDone());
    }

    @Test
    void completesWhatWaitedTogetherInOrderAfterOneCommit() {
        for (var word : List.of("a", "b", "c", "d")) {
            var _ = write(word).thenRun(() -> happened.add(word));
        }

        run();

        assertEquals(List.of("committed", "a", "b", "c", "committed", "d"), happened);
    }

    @Test
    void saysNothingBeforeTheStep() {
        var word = write("a");

        assertFalse(word.isDone());
    }

    @Test
    void writesAGroupAnewWhenAnotherProcessWasFirst() throws SQLException {
        var tries = new ArrayList<String>();
        var before = write("a");
        var behind = writer.offer(db -> {
            tries.add("tried");
            insert(db, "b");
            if (tries.size() < 3) {
                throw new IllegalStateException("wrapped", new SQLException("serialization failure", "40001"));
            }
            return "b";
        });

        run();

        assertEquals(3, tries.size());
        assertEquals(List.of("a", "b"), words());
        assertTrue(before.isDone() && !before.isCompletedExceptionally());
        assertEquals("b", behind.join());
        assertEquals(List.of("committed"), happened);
    }

    @Test
    void givesUpAGroupThatNeverComesFirst() throws SQLException {
        var tries = new ArrayList<String>();
        var deadlocked = writer.offer(db -> {
            tries.add("tried");
            throw new SQLException("deadlock detected", "40P01");
        });

        run();

        assertEquals(5, tries.size());
        assertTrue(deadlocked.isCompletedExceptionally());
        assertEquals(List.of(), words());
        assertEquals(List.of("failed"), happened);
        assertEquals(List.of(), halted);
    }

    @Test
    void undoesAloneWhatThrows() throws SQLException {
        var _ = write("a");
        var bad = writer.offer(db -> {
            insert(db, "b");
            throw new IllegalStateException("changed its mind");
        });
        var _ = write("c");

        run();

        assertEquals(List.of("a", "c"), words());
        assertInstanceOf(IllegalStateException.class, bad.exceptionNow());
        assertEquals(List.of(), halted);
    }

    @Test
    void undoesAloneWhatBreaksARuleOfTheTables() throws SQLException {
        var _ = write("a");
        var twice = write("a");
        var _ = write("c");

        run();

        assertTrue(twice.isCompletedExceptionally());
        assertEquals(List.of("a", "c"), words());
    }

    @Test
    void failsTheGroupWhenAWorkFindsTheFileFailing() throws SQLException {
        var before = write("a");
        var finder = writer.offer(_ -> {
            throw new SQLException("the chain does not hold");
        });

        run();

        assertTrue(before.isCompletedExceptionally());
        assertTrue(finder.isCompletedExceptionally());
        assertEquals(List.of("failed"), happened);
        assertEquals(List.of(), words());
    }

    @Test
    void goesOnAfterAFailure() throws SQLException {
        var _ = writer.offer(_ -> {
            throw new SQLException("the disk is gone");
        });
        run();

        var _ = write("a");
        run();

        assertEquals(List.of("a"), words());
    }

    @Test
    void endsTheProcessWhenAWorkBreaks() throws SQLException {
        var before = write("a");
        var broken = writer.offer(_ -> {
            throw new AssertionError("cannot be");
        });
        var after = write("b");

        run();

        assertEquals(
                List.of("cannot be"), halted.stream().map(Throwable::getMessage).toList());
        for (var each : List.of(before, broken, after)) {
            assertEquals(Why.BROKEN, refused(each));
        }
        assertEquals(List.of(), words());
    }

    @Test
    void endsTheProcessWhenStoredWordsContradictThemselves() {
        var _ = writer.offer(_ -> {
            throw new BrokenInvariantException("two heads");
        });

        run();

        assertEquals(1, halted.size());
    }

    @Test
    void completesWhatIsOnTheDiskAlthoughTheNoteOfItBreaks() throws SQLException {
        table.breaksWhenCommitted = true;
        var saved = write("a");

        run();

        assertFalse(saved.isCompletedExceptionally());
        assertEquals(List.of("a"), words());
        assertEquals(1, halted.size());
    }

    @Test
    void takesNothingAfterItBroke() {
        var _ = writer.offer(_ -> {
            throw new StackOverflowError();
        });
        run();

        assertEquals(Why.BROKEN, refused(write("a")));
    }

    @Test
    void refusesWhatDoesNotFitTheQueue() {
        for (int i = 0; i < WAITING; i++) {
            var _ = write("word " + i);
        }

        assertEquals(Why.FULL, refused(write("one more")));
    }

    @Test
    void commitsWhatWaitsWhenItCloses() throws SQLException {
        var _ = write("a");

        var closed = writer.close();
        run();

        assertTrue(closed.isDone());
        assertEquals(List.of("a"), words());
        assertEquals(Why.CLOSED, refused(write("b")));
    }

    @Test
    void letsNoWorkWaitForAnother() {
        var waiting = writer.offer(db -> writer.put(other -> insert(other, "b")).join());

        run();

        assertThrows(CompletionException.class, waiting::join);
    }

    private CompletableFuture<Integer> write(String word) {
        return writer.offer(db -> insert(db, word));
    }

    private static int insert(Connection db, String word) throws SQLException {
        try (var statement = db.prepareStatement("INSERT INTO word VALUES (?)")) {
            statement.setString(1, word);
            return statement.executeUpdate();
        }
    }

    private static Why refused(CompletableFuture<?> work) {
        return assertInstanceOf(RefusedException.class, work.exceptionNow()).why();
    }

    private void run() {
        while (!later.isEmpty()) {
            later.removeFirst().run();
        }
    }

    private Path file() {
        return directory.resolve("words.db");
    }

    private List<String> words() throws SQLException {
        try (var db = new SqliteFile(file()).openForReading();
                var statement = db.createStatement();
                var result = statement.executeQuery("SELECT text FROM word ORDER BY text")) {
            var words = new ArrayList<String>();
            while (result.next()) {
                words.add(result.getString(1));
            }
            return words;
        }
    }

    private final class Table implements Ground<Connection> {
        private Connection opened;
        private boolean breaksWhenCommitted;

        @Override
        public Connection connection() throws SQLException {
            if (opened == null) {
                opened = new SqliteFile(file()).open();
            }
            return opened;
        }

        @Override
        public Connection begin() {
            return opened;
        }

        @Override
        public void committed(Connection handle) {
            happened.add("committed");
            if (breaksWhenCommitted) {
                throw new AssertionError("cannot be");
            }
        }

        @Override
        public void failed(SQLException why) {
            happened.add("failed");
            close();
        }

        @Override
        public void close() {
            try {
                if (opened != null) {
                    opened.close();
                }
                opened = null;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
