package cn.dangqun.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/// How every SQLite file of ours is opened: in WAL mode, and a commit that returned is on the disk (`synchronous=FULL`,
/// F-75).
public record SqliteFile(Path path) {
    /// How long to wait for another process that writes.
    private static final Duration BUSY = Duration.ofSeconds(10);

    private static final String URL = "jdbc:sqlite:";

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(Math.toIntExact(BUSY.toMillis()));
        config.setTransactionMode(TransactionMode.DEFERRED);
        // otherwise the driver asks after every insert, with a statement of its own, which number the row got
        config.setGetGeneratedKeys(false);
        // what is deleted is overwritten: a destroyed key must not lie in a free page
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        return config;
    }

    /// Whether there is such a file, sound or not.
    public boolean exists() {
        return Files.exists(path);
    }

    /// For reading and writing; creates the file when there is none.
    public Connection open() throws SQLException {
        return config().createConnection(URL + path);
    }

    /// An existing file; every attempt to write fails.
    public Connection openForReading() throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(Math.toIntExact(BUSY.toMillis()));
        return config.createConnection(URL + path);
    }

    /// Whether every page and index is as it should be; reads the whole file.
    public static boolean isSound(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA integrity_check(1)")) {
            return row.next() && "ok".equals(row.getString(1));
        }
    }

    /// Connections as [#open()] gives them.
    public DataSource source() {
        var source = new SQLiteDataSource(config());
        source.setUrl(URL + path);
        return source;
    }
}
