package cn.dangqun.server.backup;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.server.backup.RefusedBackupException.Reason;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.kiosks.StreetCa;
import cn.dangqun.server.ledger.BackedUp;
import cn.dangqun.server.ledger.ChainCheck;
import cn.dangqun.server.ledger.GuestSeal;
import cn.dangqun.server.vault.Secrets;
import cn.dangqun.server.vault.Vault;
import cn.dangqun.store.OwnerFiles;
import cn.dangqun.store.PassphraseKey;
import cn.dangqun.store.SqliteFault;
import cn.dangqun.store.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a backup beside a server that works, reads it again from where it was put, and only then says in the database
/// what it holds. Blocks; one at a time.
public final class BackupDesk {
    private static final Logger LOG = LoggerFactory.getLogger(BackupDesk.class);
    private static final int TRIES = 3;

    private final ServerSettings settings;
    private final Clock clock;
    private final PassphraseKey.Cost cost;
    private final SecureRandom random = new SecureRandom();

    public BackupDesk(ServerSettings settings, Clock clock) {
        this(settings, clock, PassphraseKey.TODAY);
    }

    /// `cost`: of a guess at the passphrase.
    BackupDesk(ServerSettings settings, Clock clock, PassphraseKey.Cost cost) {
        this.settings = settings;
        this.clock = clock;
        this.cost = cost;
    }

    /// `gone`: older backups that the rule does not keep.
    public record Made(Path file, long bytes, int chains, long facts, int gone) {}

    /// @throws RefusedBackupException when there is nothing to back up, nowhere to put it, or what was put there is not
    /// what was read; backups that are there stay
    public Made make(Path directory, Passphrase passphrase)
            throws IOException, SQLException, GeneralSecurityException, RefusedBackupException {
        var file = settings.data().resolve(BackupFile.DATABASE);
        if (!Files.isRegularFile(file)) {
            throw new RefusedBackupException(Reason.NO_DATABASE, file);
        }
        var place = new BackupPlace(directory);
        if (!place.isReachable()) {
            throw new RefusedBackupException(Reason.NO_PLACE, directory);
        }
        try (var work = WorkFolder.take(settings.data().resolve("backup"));
                var database = Database.open(file)) {
            place.clearDrafts();
            return make(place, passphrase, work, database);
        }
    }

    private Made make(BackupPlace place, Passphrase passphrase, WorkFolder work, Database database)
            throws IOException, SQLException, GeneralSecurityException, RefusedBackupException {
        var madeAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var name = BackupFile.name(madeAt);
        var draft = new BackupFile(place.directory().resolve(name + OwnerFiles.DRAFT));
        draft.write(content(work.fresh("taken"), database, madeAt), new BackupFile.Seal(passphrase, cost, random));
        work.fresh("taken");
        var chains = readAgain(draft, work.fresh("read"), passphrase);
        long bytes = Files.size(draft.path());
        place.accept(draft.path(), name);
        database.write((handle, changes) -> {
            new BackedUp(handle)
                    .left(
                            chains,
                            new BackedUp.Backup(
                                    madeAt.toEpochMilli(),
                                    name,
                                    place.directory().toString(),
                                    bytes),
                            clock.millis());
            return bytes;
        });
        int gone = place.tidy(
                new KeepRule(settings.backup().keepDays(), settings.backup().keepMonths(), settings.zone()));
        long facts = chains.stream().mapToLong(ChainCheck.Chain::through).sum();
        LOG.info("Backup {} holds {} chains with {} facts in {} bytes", name, chains.size(), facts, bytes);
        return new Made(place.directory().resolve(name), bytes, chains.size(), facts, gone);
    }

    /// Keys and database of one moment: a key that is replaced meanwhile would be missing in one of them.
    private BackupFile.Content content(Path taken, Database database, Instant madeAt)
            throws IOException, SQLException, GeneralSecurityException, RefusedBackupException {
        var vault = Vault.in(settings.data());
        var copy = taken.resolve(BackupFile.DATABASE);
        for (int i = 0; i < TRIES; i++) {
            var before = read(vault.secrets());
            Files.deleteIfExists(copy);
            copy(database, copy);
            var after = read(vault.secrets());
            if (sums(before).equals(sums(after))) {
                return new BackupFile.Content(manifest(vault, after, copy, madeAt), after, copy);
            }
        }
        throw new RefusedBackupException(Reason.NEVER_STILL);
    }

    private static void copy(Database database, Path copy) throws SQLException, RefusedBackupException {
        try {
            database.copyTo(copy);
        } catch (SQLException e) {
            if (SqliteFault.isDamage(e)) {
                throw new RefusedBackupException(Reason.DATABASE_DAMAGED);
            }
            throw e;
        }
    }

    private static Map<String, byte[]> read(Secrets secrets) throws IOException {
        var found = new TreeMap<String, byte[]>();
        for (var name : secrets.all()) {
            var secret = secrets.read(name);
            if (secret.isPresent()) {
                found.put(name, secret.get());
            }
        }
        return found;
    }

    private static Map<String, String> sums(Map<String, byte[]> secrets) {
        var sums = new HashMap<String, String>();
        secrets.forEach((name, secret) -> sums.put(BackupFile.part(name), Parts.sum(secret)));
        return sums;
    }

    private static Manifest manifest(Vault vault, Map<String, byte[]> secrets, Path copy, Instant madeAt)
            throws IOException, SQLException, GeneralSecurityException, RefusedBackupException {
        var parts = sums(secrets);
        parts.put(BackupFile.DATABASE, Parts.sum(copy));
        var ca = StreetCa.kept(vault.secrets());
        return new Manifest(
                madeAt,
                Programs.version(),
                ca.isEmpty() ? "" : Parts.sum(ca.getFirst().getEncoded()),
                parts,
                Manifest.ends(sound(copy, GuestSeal.known(vault.secrets()))));
    }

    /// The copy that is about to be sealed.
    private static List<ChainCheck.Chain> sound(Path copy, GuestSeal guests)
            throws IOException, SQLException, RefusedBackupException {
        try {
            return ChainCheck.check(new SqliteFile(copy), guests);
        } catch (ChainCheck.BrokenCopyException e) {
            LOG.error("The database does not hold: {}", e.getMessage());
            throw new RefusedBackupException(Reason.DATABASE_DAMAGED);
        }
    }

    private static List<ChainCheck.Chain> readAgain(BackupFile draft, Path read, Passphrase passphrase)
            throws IOException, SQLException, RefusedBackupException {
        try {
            var manifest = draft.unpack(read, passphrase);
            var chains = ChainCheck.check(
                    new SqliteFile(read.resolve(BackupFile.DATABASE)),
                    GuestSeal.known(Vault.in(read).secrets()));
            if (Manifest.ends(chains).equals(manifest.chains())) {
                return chains;
            }
            LOG.error("{} has other chains than were read", draft.path());
        } catch (RefusedBackupException | ChainCheck.BrokenCopyException e) {
            LOG.error("{} is not what was written: {}", draft.path(), e.getMessage());
        }
        Files.deleteIfExists(draft.path());
        throw new RefusedBackupException(Reason.NOT_READ_BACK, draft.path());
    }
}
