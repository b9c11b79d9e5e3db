package cn.dangqun.server.ledger;

import cn.dangqun.server.db.Database;
import cn.dangqun.store.OwnerFiles;
import cn.dangqun.store.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A copy of the database that was opened and followed from the first fact of every chain to its last. What stands
/// in it the kiosks need not keep until backups leave the machine ([BackedUp]). It lies beside the database: it helps
/// against a damaged or mistaken file, not against a lost disk. Blocks; one at a time.
public final class CheckedCopy {
    private static final Logger LOG = LoggerFactory.getLogger(CheckedCopy.class);

    private final Database database;
    private final Path directory;
    private final GuestSeal guests;
    private final Clock clock;

    public CheckedCopy(Database database, Path directory, GuestSeal guests, Clock clock) {
        this.guests = guests;
        this.database = database;
        this.directory = directory;
        this.clock = clock;
    }

    /// Takes the place of the copy before. False when it could not be made or did not hold: then the one before
    /// stays, and so does what the kiosks keep.
    public boolean make() {
        var fresh = directory.resolve("street-copy.new");
        var kept = directory.resolve("street-copy.db");
        try {
            OwnerFiles.createDirectory(directory);
            Files.deleteIfExists(fresh);
            database.copyTo(fresh);
            var chains = ChainCheck.check(new SqliteFile(fresh), guests);
            Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            OwnerFiles.syncDirectoryOf(kept);
            note(chains);
            LOG.info("A checked copy of the database holds {} chains", chains.size());
            return true;
        } catch (IOException | SQLException e) {
            LOG.error("No checked copy of the database could be made; kiosks keep what they have: {}", e.toString());
            return false;
        }
    }

    private void note(List<ChainCheck.Chain> chains) {
        var now = clock.millis();
        database.write((handle, changes) -> {
            new BackedUp(handle).copied(chains, now);
            return chains.size();
        });
    }
}
