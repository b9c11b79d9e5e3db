package cn.dangqun.server.backup;

import cn.dangqun.server.backup.RefusedBackupException.Reason;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.ChainCheck;
import cn.dangqun.server.ledger.GuestSeal;
import cn.dangqun.server.vault.SessionTokens.Living;
import cn.dangqun.server.vault.Vault;
import cn.dangqun.store.DirectoryLock;
import cn.dangqun.store.OwnerFiles;
import cn.dangqun.store.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

/// Puts a backup into an empty data directory. Until everything is there and proved it lies in a directory of its own,
/// and no server starts beside that. Blocks.
public final class RestoreDesk {
    private static final String UNFINISHED = "restoring";
    private static final String LOCK = "in-use.lock";

    private static final Instant END_OF_TIME = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final Path data;
    private final Clock clock;

    public RestoreDesk(Path data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /// What stands there now. `ca`: SHA-256 of the street's certificate, which the kiosks know.
    public record Restored(Instant madeAt, String program, String ca, int chains, long facts) {}

    /// Whether a restoration was begun here and not finished: what lies here is no street.
    public static boolean isUnfinished(Path data) {
        return Files.exists(data.resolve(UNFINISHED));
    }

    /// @throws RefusedBackupException when something lies in the directory already, or the backup is not what was
    /// written; nothing is left in the directory then
    public Restored restore(Path backup, Passphrase passphrase)
            throws IOException, SQLException, RefusedBackupException {
        OwnerFiles.createDirectory(data);
        if (!isUnfinished(data) && !isEmpty()) {
            throw new RefusedBackupException(Reason.NOT_EMPTY, data);
        }
        try (var _ = DirectoryLock.take(data)) {
            clear();
            return restoreAlone(new BackupFile(backup), passphrase);
        }
    }

    private boolean isEmpty() throws IOException {
        return Trees.inside(data).stream()
                .allMatch(each -> each.getFileName().toString().equals(LOCK));
    }

    /// What a restoration left that was cut off: it had begun in an empty directory, too.
    private void clear() throws IOException {
        for (var each : Trees.inside(data)) {
            if (!each.getFileName().toString().equals(LOCK)
                    && !each.getFileName().toString().equals(UNFINISHED)) {
                Files.delete(each);
            }
        }
        Trees.delete(unfinished());
    }

    private Path unfinished() {
        return data.resolve(UNFINISHED);
    }

    private Restored restoreAlone(BackupFile backup, Passphrase passphrase)
            throws IOException, SQLException, RefusedBackupException {
        var unfinished = unfinished();
        OwnerFiles.createDirectory(unfinished);
        OwnerFiles.syncDirectoryOf(unfinished);
        try {
            var manifest = backup.unpack(unfinished, passphrase);
            var restored = proved(backup, manifest);
            note(backup, manifest);
            return moved(restored);
        } catch (IOException | SQLException | RefusedBackupException e) {
            clear();
            throw e;
        }
    }

    private Restored proved(BackupFile backup, Manifest manifest)
            throws IOException, SQLException, RefusedBackupException {
        var database = new SqliteFile(unfinished().resolve(BackupFile.DATABASE));
        if (!database.exists()) {
            throw new RefusedBackupException(Reason.NOT_A_BACKUP, backup.path());
        }
        if (Database.isOfNewerProgram(database)) {
            throw new RefusedBackupException(Reason.NEWER_PROGRAM, backup.path());
        }
        try {
            var chains = ChainCheck.check(
                    database, GuestSeal.known(Vault.in(unfinished()).secrets()));
            if (!Manifest.ends(chains).equals(manifest.chains())) {
                throw new RefusedBackupException(Reason.HARMED, backup.path());
            }
            long facts = chains.stream().mapToLong(ChainCheck.Chain::through).sum();
            return new Restored(manifest.madeAt(), manifest.program(), manifest.ca(), chains.size(), facts);
        } catch (ChainCheck.BrokenCopyException e) {
            throw new RefusedBackupException(Reason.HARMED, backup.path());
        }
    }

    /// Whoever signed out since then stays signed out; and kiosks are healed from here on.
    private void note(BackupFile backup, Manifest manifest) throws IOException {
        var vault = Vault.in(unfinished());
        var now = clock.instant();
        try (var database = Database.open(unfinished().resolve(BackupFile.DATABASE))) {
            database.write((handle, changes) -> {
                vault.sessions().endAllBut(handle, new Living(END_OF_TIME, END_OF_TIME));
                return handle.execute(
                        "INSERT INTO restoration (street, restored_at, made_at, name) VALUES (1, ?, ?, ?)",
                        now.toEpochMilli(),
                        manifest.madeAt().toEpochMilli(),
                        backup.path().getFileName().toString());
            });
        }
    }

    /// The directory that says so goes last.
    private Restored moved(Restored restored) throws IOException {
        for (var each : Trees.inside(unfinished())) {
            Files.move(each, data.resolve(each.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
        OwnerFiles.syncDirectoryOf(unfinished());
        Files.delete(unfinished());
        OwnerFiles.syncDirectoryOf(unfinished());
        return restored;
    }
}
