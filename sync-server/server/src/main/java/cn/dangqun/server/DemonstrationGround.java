package cn.dangqun.server;

import cn.dangqun.server.db.Database;
import cn.dangqun.store.SqliteFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a demonstration may stand: its passwords are public, so only where nothing is, or in what a demonstration
/// began, whatever was tried in it since.
final class DemonstrationGround {
    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationGround.class);

    /// What people and kiosks leave.
    private static final List<String> TRACES = List.of(
            "SELECT count(*) FROM account WHERE street = 1",
            "SELECT count(*) FROM enrolment_code WHERE street = 1",
            "SELECT count(*) FROM kiosk WHERE street = 1",
            "SELECT count(*) FROM reference_change WHERE street = 1",
            "SELECT count(*) FROM chain WHERE street = 1");

    private DemonstrationGround() {}

    /// Looks without a trace, before anything opens the file to write or brings it to a newer form. What cannot be
    /// read, or is older than the mark, is somebody's.
    static boolean isTaken(Path database) {
        var file = new SqliteFile(database);
        if (!file.exists()) {
            return false;
        }
        try (var connection = file.openForReading()) {
            return count(connection, "SELECT count(*) FROM demonstration WHERE street = 1") == 0 && isUsed(connection);
        } catch (SQLException e) {
            LOG.warn("{} is no demonstration's: {}", database, e.getMessage());
            return true;
        }
    }

    /// From now on a demonstration's.
    static void take(Database database, Instant now) {
        database.write((handle, changes) -> handle.execute(
                "INSERT INTO demonstration (street, began_at) VALUES (1, ?) ON CONFLICT (street) DO NOTHING",
                now.toEpochMilli()));
    }

    private static boolean isUsed(Connection connection) throws SQLException {
        for (var each : TRACES) {
            if (count(connection, each) > 0) {
                return true;
            }
        }
        return false;
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }
}
