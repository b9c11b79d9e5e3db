package cn.dangqun.server.db;

import cn.dangqun.store.GroupCommit;
import cn.dangqun.store.Halt;
import cn.dangqun.store.SqliteFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;

/// The street's database: one SQLite file, many readers, one writer (DESIGN §6). Safe for use from several threads;
/// reading and writing block, so never on a network thread.
public final class Database implements AutoCloseable {
    private static final int BATCH = 128;
    private static final int QUEUED = 1024;

    /// Where a statement's parameters stand is found out once, not once for readers, once for the writer and
    /// again for each database that is opened: reading a statement costs more than most statements do.
    private static final SqlParser PARSER = new ColonPrefixSqlParser();

    private final DataSource source;
    private final DataSource pool;
    final Jdbi readers;
    private final DatabaseWriter writer;
    private final ExecutorService thread;
    private final Damage damage;

    private Database(DataSource source, DataSource pool, DatabaseWriter writer, ExecutorService thread, Damage damage) {
        this.damage = damage;
        this.source = source;
        this.pool = pool;
        this.readers = discreet(Jdbi.create(pool));
        this.writer = writer;
        this.thread = thread;
    }

    /// Creates or migrates the file at `path`, whose directory exists. Close it to let queued writes finish.
    public static Database open(Path path) {
        return open(path, new GroupCommit.Limits(BATCH, QUEUED), Halt.PROCESS);
    }

    static Database open(Path path, GroupCommit.Limits limits, Halt halt) {
        return open(path, limits, DatabaseGround.own(halt));
    }

    /// The same where somebody else says what runs when.
    public static Database open(Path path, DatabaseGround ground) {
        return open(path, new GroupCommit.Limits(BATCH, QUEUED), ground);
    }

    private static Database open(Path path, GroupCommit.Limits limits, DatabaseGround ground) {
        var source = new SqliteFile(path).source();
        if (!ground.isCurrent()) {
            migrations(source).migrate();
            Jdbi.create(source).useHandle(SqliteStatistics::tell);
        }
        var damage = new Damage();
        var handle = discreet(Jdbi.create(source)).open();
        Dialect.WRITERS_OWN.forEach(handle::execute);
        var writer = new DatabaseWriter(handle, limits, ground.writing(), ground.halt(), damage);
        return new Database(source, ground.readers().apply(source), writer, ground.writing(), damage);
    }

    private static Flyway migrations(DataSource source) {
        return Flyway.configure(Database.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                // features number their files apart: a street that has V50 already still gets V5
                .outOfOrder(true)
                // a table kept in the order of its key, where the engine must be told
                .placeholders(Map.of("clustered", "WITHOUT ROWID"))
                .load();
    }

    /// Whether a newer program than this one has worked with the file.
    public static boolean isOfNewerProgram(SqliteFile file) {
        return Arrays.stream(migrations(file.source()).info().all())
                .anyMatch(each -> each.getState() == MigrationState.FUTURE_SUCCESS);
    }

    /// A failing statement is logged without what was bound to it: that may be a name.
    private static Jdbi discreet(Jdbi jdbi) {
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        jdbi.getConfig(SqlStatements.class).setSqlParser(PARSER);
        return jdbi;
    }

    /// Writes a copy of this moment into a file that is not there yet, beside everything that goes on. Blocks.
    public void copyTo(Path file) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, file.toString());
            statement.executeUpdate();
        }
    }

    private static void close(Closeable pool) {
        try {
            pool.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs `callback` in one read transaction, so that its queries see one state.
    public <T extends @Nullable Object, X extends Exception> T read(HandleCallback<T, X> callback) throws X {
        try {
            return readers.inTransaction(callback);
        } catch (RuntimeException e) {
            damage.look(e);
            throw e;
        }
    }

    /// Lets a benchmark hear what is read with. Not while anybody else uses the database.
    public void hear(SqlLogger logger) {
        readers.getConfig(SqlStatements.class).setSqlLogger(logger);
    }

    /// What those who read and write have met.
    public Damage damage() {
        return damage;
    }

    /// Applies `write`, waits until it is durable, and returns its result.
    public <T extends @Nullable Object> T write(Write<T> write) {
        return writer.write(write);
    }

    public DatabaseWriter writer() {
        return writer;
    }

    @Override
    public void close() {
        writer.close();
        thread.close();
        if (pool instanceof Closeable open) {
            close(open);
        }
    }
}
