package cn.dangqun.kiosk.ledger;

import cn.dangqun.kiosk.db.DataFiles;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.db.UnopenedException;
import cn.dangqun.store.OwnerFiles;
import cn.dangqun.store.SqliteFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file the ledger lives in. A damaged one is set aside with a dated name, and a new ledger with a new epoch goes
/// on (F-75).
final class LedgerFile {
    private static final String DAMAGED = "damaged";
    private static final String REPLACED = "replaced";
    private static final String LOCKED = "locked";
    private static final List<String> WHY = List.of(DAMAGED, REPLACED, LOCKED);
    private static final Logger log = LoggerFactory.getLogger(LedgerFile.class);

    private final Path path;
    private final KioskClock clock;
    private final LedgerKeys keys;
    private final Projections projections;
    private final HighWater highWater;
    private final SecureRandom random = new SecureRandom();

    LedgerFile(Path path, KioskClock clock, LedgerKeys keys, Projections projections, HighWater highWater) {
        this.keys = keys;
        this.highWater = highWater;
        this.projections = projections;
        this.path = path;
        this.clock = clock;
    }

    LedgerKeys keys() {
        return keys;
    }

    Projections projections() {
        return projections;
    }

    /// Opens after checking every page, the chain of all facts the street has not acknowledged, and whether all is
    /// there that was there before.
    SqliteConnection openChecked() throws SQLException {
        boolean isAside = adoptOrphan();
        if (Files.exists(path) && (hasBrokenLog() || !isSound())) {
            setAside(DAMAGED);
            isAside = true;
        }
        var db = open();
        if (!isAside) {
            noteVanished(db);
        }
        return db;
    }

    private boolean adoptOrphan() throws SQLException {
        try {
            if (DataFiles.isLogAlone(path)) {
                highWater.forget();
            }
            boolean adopted = false;
            for (var why : WHY) {
                adopted |= DataFiles.adoptOrphan(path, why, clock.read().wall());
            }
            if (adopted) {
                log.error("The ledger is gone and its log is not; what is in the log is carried over");
            }
            return adopted;
        } catch (IOException e) {
            throw new SQLException("what lies beside the ledger cannot be told", e);
        }
    }

    private void noteVanished(SqliteConnection db) throws SQLException {
        var head = LedgerHead.read(db);
        var mark = highWater.read();
        long missing = mark.map(was -> was.missingIn(head)).orElse(0L);
        if (missing > 0) {
            log.error(
                    "The ledger ends at {}, it had come to {}: {} facts are gone", head.lastSeq(), mark.get(), missing);
            SalvageStore.vanished(db, mark.get(), missing);
        }
    }

    SqliteConnection open() throws SQLException {
        var isNew = !Files.exists(path);
        var db = SqliteConnection.open(path);
        try {
            LedgerSchema.prepare(db, keys, projections, random);
            if (isNew) {
                OwnerFiles.syncDirectoryOf(path);
            }
            return db;
        } catch (SQLException | IOException e) {
            db.close();
            throw e instanceof SQLException sql ? sql : new SQLException("cannot create the ledger file", e);
        }
    }

    private boolean hasBrokenLog() throws SQLException {
        try {
            boolean broken = DataFiles.hasBrokenLog(path);
            if (broken) {
                log.error("The log of the ledger is damaged");
            }
            return broken;
        } catch (IOException e) {
            throw new SQLException("cannot read the log of the ledger", e);
        }
    }

    /// First without a right to write: whoever may write moves the log into the file when he closes it, and what
    /// only lay in the log's older frames would be gone from a file that is about to be set aside.
    private boolean isSound() throws SQLException {
        if (DataFiles.isHalfMade(path)) {
            log.warn("The ledger was cut off while it was made; what was begun is taken back");
            try (var db = SqliteConnection.open(path)) {
                db.first("PRAGMA user_version", row -> row.getInt(1));
            } catch (SQLException e) {
                return isNoDamage(e);
            }
        }
        try (var db = SqliteConnection.openForReading(path)) {
            if (!db.isSound()) {
                log.error("The pages of the ledger are damaged");
                return false;
            }
            if (LedgerSchema.isCurrent(db)) {
                keys.unlock(db);
                verify(db);
                return true;
            }
        } catch (SQLException | RuntimeException e) {
            return isNoDamage(e);
        }
        try (var db = SqliteConnection.open(path)) {
            LedgerSchema.prepare(db, keys, projections, random);
            verify(db);
            return true;
        } catch (SQLException | RuntimeException e) {
            return isNoDamage(e);
        }
    }

    private static void verify(SqliteConnection db) throws SQLException {
        var head = LedgerHead.read(db);
        Facts.verify(db, head, head.ackedSeq());
    }

    /// False when the file must be set aside.
    private static boolean isNoDamage(Exception failure) throws SQLException {
        switch (failure) {
            case SQLException e when isDamage(e) -> log.error("The ledger is damaged: {}", e.getMessage());
            case SQLException e -> throw e;
            // set aside now, or every start would break on it again
            default -> log.error("What stands in the ledger cannot be", failure);
        }
        return false;
    }

    private static boolean isDamage(SQLException failure) {
        return failure instanceof LedgerDamagedException
                || failure instanceof UnopenedException
                || SqliteFault.isDamage(failure);
    }

    /// Sets the file aside when the failure says that nothing more can be written into it.
    boolean setAsideAfter(SQLException failure) throws SQLException {
        if (failure instanceof OtherKioskException) {
            setAside(REPLACED);
            return true;
        }
        if (failure instanceof LedgerLockedException) {
            setAside(LOCKED);
            return true;
        }
        if (isDamage(failure)) {
            setAside(DAMAGED);
            return true;
        }
        return false;
    }

    private void setAside(String why) throws SQLException {
        try {
            Instant now = clock.read().wall();
            highWater.forget();
            log.warn(
                    "The ledger is set aside as {}",
                    DataFiles.setAside(path, why, now).getFileName());
        } catch (IOException e) {
            throw new SQLException("cannot set the ledger aside", e);
        }
    }

    boolean isDamagedKept() {
        return !setAsideFor(DAMAGED).isEmpty();
    }

    /// Names of what was set aside because its key was not here, whatever became of it since.
    List<String> locked() {
        return setAsideFor(LOCKED).stream()
                .map(each -> String.valueOf(each.getFileName()))
                .toList();
    }

    /// Every ledger that was set aside and still lies there: what stands in them may not have reached the street.
    List<Path> wrecks() {
        return WHY.stream().flatMap(why -> setAsideFor(why).stream()).toList();
    }

    private List<Path> setAsideFor(String why) {
        try {
            return DataFiles.allSetAside(path, why);
        } catch (IOException e) {
            log.warn("Cannot look for ledgers set aside beside {}: {}", path, e.toString());
            return List.of();
        }
    }
}
