package cn.dangqun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {
    @TempDir
    Path directory;

    @Test
    void nobodyAsksForTheNumberOfEveryRow() throws SQLException {
        var file = new SqliteFile(directory.resolve("rows.db"));
        try (var one = file.open();
                var other = file.source().getConnection()) {
            try (var create = one.createStatement()) {
                create.executeUpdate("CREATE TABLE row (value INTEGER)");
            }
            insert(one);
            insert(other);
        }
    }

    private static void insert(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO row VALUES (1)")) {
            assertEquals(1, insert.executeUpdate());
            try (var keys = insert.getGeneratedKeys()) {
                assertFalse(keys.next());
            }
        }
    }
}
