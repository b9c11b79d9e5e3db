package cn.dangqun.server.db;

import cn.dangqun.store.Halt;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.sql.DataSource;

/// What a database stands on: the one thread that writes, what ends the process when writing breaks, how
/// connections for reading are kept (closed with the database where they can be), and whether the file is known
/// to be of this very program, so that nothing is migrated.
public record DatabaseGround(
        ExecutorService writing, Halt halt, Function<DataSource, DataSource> readers, boolean isCurrent) {
    private static final int READERS = 8;

    /// Threads of its own, and a file of whatever age.
    public static DatabaseGround own(Halt halt) {
        return new DatabaseGround(
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("database-writer").factory()),
                halt,
                DatabaseGround::pool,
                false);
    }

    private static DataSource pool(DataSource source) {
        var config = new HikariConfig();
        config.setPoolName("readers");
        config.setDataSource(source);
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(1);
        config.setConnectionInitSql(Dialect.ONLY_READS);
        return new HikariDataSource(config);
    }
}
