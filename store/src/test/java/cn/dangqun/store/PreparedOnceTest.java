package cn.dangqun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedOnceTest {
    private static final String SELECT = "SELECT ?";

    @TempDir
    private Path directory;

    private Connection connection;
    private PreparedOnce statements;

    @BeforeEach
    void open() throws SQLException {
        connection = new SqliteFile(directory.resolve("a.db")).open();
        statements = new PreparedOnce(connection);
    }

    @AfterEach
    void close() throws SQLException {
        statements.close();
        connection.close();
    }

    @Test
    void preparesOnceAndForgetsWhatWasBound() throws SQLException {
        var first = statements.take(SELECT);
        first.setString(1, "李四");
        statements.giveBack(SELECT, first);

        var second = statements.take(SELECT);

        assertSame(first, second);
        try (var result = second.executeQuery()) {
            assertTrue(result.next());
            assertEquals(null, result.getString(1));
        }
    }

    @Test
    void doesNotShareWhatIsInUse() throws SQLException {
        var outer = statements.take(SELECT);
        var inner = statements.take(SELECT);

        assertNotSame(outer, inner);
    }

    @Test
    void closesWhatWasNotUsedForLongest() throws SQLException {
        var first = statements.take(SELECT);
        statements.giveBack(SELECT, first);
        for (int i = 0; i < PreparedOnce.MOST; i++) {
            statements.giveBack("SELECT " + i, statements.take("SELECT " + i));
        }

        assertTrue(first.isClosed());
        assertNotSame(first, statements.take(SELECT));
    }

    @Test
    void goesOnAfterTheTablesChanged() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (a)");
            var all = statements.take("SELECT * FROM t");
            all.executeQuery().close();
            statements.giveBack("SELECT * FROM t", all);
            statement.execute("ALTER TABLE t ADD COLUMN b");
            statement.execute("INSERT INTO t VALUES (1, 2)");
        }

        var again = statements.take("SELECT * FROM t");

        try (var result = again.executeQuery()) {
            assertTrue(result.next());
            assertEquals(2, result.getInt(2));
            assertFalse(result.next());
        }
    }
}
