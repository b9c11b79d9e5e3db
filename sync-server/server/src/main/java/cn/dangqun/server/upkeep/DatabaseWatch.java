package cn.dangqun.server.upkeep;

import cn.dangqun.server.db.Damage;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.store.PageCheck;
import cn.dangqun.store.SqliteFile;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at every page of the database: shortly at the start, thoroughly each day, on a connection of its own. What it
/// finds stays until a look finds otherwise. Methods that look block.
@OneProcess("What this process found in the file; another looks for itself.")
public final class DatabaseWatch {
    /// A street's database is read in a part of it, a district's not (docs/decisions/0010).
    static final Duration AT_START = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    private final SqliteFile file;
    private final Damage damage;
    private final Clock clock;
    private volatile Optional<Found> found = Optional.empty();
    private volatile Optional<Instant> copyFailed = Optional.empty();
    private volatile boolean ended;

    public DatabaseWatch(SqliteFile file, Damage damage, Clock clock) {
        this.file = file;
        this.damage = damage;
        this.clock = clock;
    }

    /// Damage, where known, and when it was found.
    public record Found(List<String> where, Instant at) {
        public Found {
            where = List.copyOf(where);
        }
    }

    /// For a few seconds at most; what is not seen by then is seen by [#thoroughly].
    public void atStart() {
        long began = System.nanoTime();
        look(() -> PageCheck.quick(file, () -> !ended && System.nanoTime() - began < AT_START.toNanos()));
    }

    public void thoroughly() {
        look(() -> PageCheck.full(file, () -> !ended));
    }

    /// Whether a checked copy could be made.
    public void copied(boolean made) {
        copyFailed = made ? Optional.empty() : copyFailed.or(() -> Optional.of(clock.instant()));
    }

    /// Also what somebody met who only wanted to read.
    public Optional<Found> found() {
        if (found.isEmpty() && damage.isMet()) {
            found = Optional.of(new Found(List.of(), clock.instant()));
        }
        return found;
    }

    /// Since when no checked copy could be made.
    public Optional<Instant> copyFailed() {
        return copyFailed;
    }

    /// A look under way ends, and no other begins.
    public void end() {
        ended = true;
    }

    private interface Look {
        PageCheck look() throws SQLException;
    }

    private void look(Look look) {
        try {
            switch (look.look()) {
                case PageCheck.Sound() -> {
                    if (!damage.isMet()) {
                        found = Optional.empty();
                    }
                    LOG.info("Every page of the database is sound");
                }
                case PageCheck.Damaged(var where) -> {
                    found = Optional.of(new Found(where, clock.instant()));
                    LOG.error("The database is damaged in {}", where);
                }
                case PageCheck.Unfinished() -> LOG.info("The database was looked at in part, and is sound so far");
            }
        } catch (SQLException e) {
            LOG.error("The database could not be looked at: {}", e.getMessage());
        }
    }
}
