package cn.dangqun.server.ledger;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.server.db.Database;
import cn.dangqun.store.OwnerFiles;
import cn.dangqun.store.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A copy of the database that was opened and followed from the first fact of every chain to its last. What stands
/// in it the kiosks need not keep (DESIGN §4, F-94). It lies beside the database until backups leave the machine:
/// it helps against a damaged or mistaken file, not against a lost disk. Blocks; one at a time.
public final class CheckedCopy {
    private static final Logger LOG = LoggerFactory.getLogger(CheckedCopy.class);

    private final Database database;
    private final Path directory;
    private final Clock clock;

    public CheckedCopy(Database database, Path directory, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.clock = clock;
    }

    /// What a copy that fails its check says.
    private static final class BrokenCopyException extends IOException {
        private static final long serialVersionUID = 1;

        BrokenCopyException(String what) {
            super(what);
        }
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
            var chains = check(fresh);
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

    private static Map<Long, Long> check(Path file) throws SQLException, IOException {
        try (var copy = new SqliteFile(file).openForReading()) {
            if (!SqliteFile.isSound(copy)) {
                throw new BrokenCopyException("its pages are not sound");
            }
            return follow(copy);
        }
    }

    private static Map<Long, Long> follow(Connection copy) throws SQLException, IOException {
        var chains = new HashMap<Long, Long>();
        try (var statement = copy.createStatement();
                var row = statement.executeQuery("SELECT number, kiosk, epoch, last_seq, last_hash FROM chain")) {
            while (row.next()) {
                long number = row.getLong(1);
                var genesis = FactChain.genesis(new KioskId(row.getString(2)), new Epoch(row.getString(3)));
                var end = follow(copy, number, genesis, row.getLong(4));
                if (row.getLong(4) > 0 && !Arrays.equals(end, row.getBytes(5))) {
                    throw new BrokenCopyException("chain " + number + " does not end as it says");
                }
                chains.put(number, row.getLong(4));
            }
        }
        return chains;
    }

    private static byte[] follow(Connection copy, long chain, byte[] genesis, long last)
            throws SQLException, IOException {
        var hash = genesis;
        long seq = 0;
        try (var statement = copy.prepareStatement(
                "SELECT seq, record, hash FROM fact WHERE street = 1 AND chain = ? ORDER BY seq")) {
            statement.setLong(1, chain);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    seq++;
                    hash = FactChain.next(hash, row.getBytes(2));
                    if (row.getLong(1) != seq || !Arrays.equals(hash, row.getBytes(3))) {
                        throw new BrokenCopyException("chain " + chain + " breaks at " + seq);
                    }
                }
            }
        }
        if (seq != last) {
            throw new BrokenCopyException("chain " + chain + " ends at " + seq + ", not at " + last);
        }
        return hash;
    }

    private void note(Map<Long, Long> chains) {
        var now = clock.millis();
        database.write((handle, changes) -> {
            handle.execute("DELETE FROM backup_chain");
            chains.forEach((chain, through) -> handle.execute(
                    "INSERT INTO backup_chain (street, chain, through, checked_at) VALUES (1, ?, ?, ?)",
                    chain,
                    through,
                    now));
            return chains.size();
        });
    }
}
