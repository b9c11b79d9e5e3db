package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.db.DataFiles;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.store.Attempts;
import cn.dangqun.store.SqliteFault;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wrong tries on disk, so that pulling the plug gives nobody more of them; and PINs that were chosen here, until the
/// street has heard of them. For one thread.
final class PinStore implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PinStore.class);

    private final Path file;
    private final Clock clock;
    private @Nullable SqliteConnection connection;

    PinStore(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    private SqliteConnection open() throws SQLException {
        if (connection == null) {
            var opened = SqliteConnection.open(file);
            connection = opened;
            opened.script("CREATE TABLE IF NOT EXISTS lock_out"
                    + " (staff TEXT PRIMARY KEY, wrong INTEGER NOT NULL, until_millis INTEGER) STRICT");
            opened.script("CREATE TABLE IF NOT EXISTS known_place"
                    + " (staff TEXT NOT NULL, place TEXT NOT NULL, PRIMARY KEY (staff, place)) STRICT");
            opened.script("CREATE TABLE IF NOT EXISTS chosen"
                    + " (staff TEXT PRIMARY KEY, code TEXT NOT NULL, verifier TEXT NOT NULL) STRICT");
        }
        return connection;
    }

    Attempts of(String staff) throws SQLException {
        return guarded(db -> db.first(
                        "SELECT wrong, until_millis FROM lock_out WHERE staff = ?",
                        row -> {
                            long until = row.getLong(2);
                            return new Attempts(
                                    row.getInt(1),
                                    row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until)));
                        },
                        staff)
                .orElse(Attempts.NONE));
    }

    void keep(String staff, Attempts state) throws SQLException {
        var _ = guarded(db -> db.update(
                "INSERT OR REPLACE INTO lock_out VALUES (?, ?, ?)",
                staff,
                state.failures(),
                state.until().map(Instant::toEpochMilli).orElse(null)));
    }

    /// The verifier of the PIN that was chosen here with this code.
    Optional<String> chosen(String staff, String code) throws SQLException {
        return guarded(db -> db.first(
                "SELECT verifier FROM chosen WHERE staff = ? AND code = ?", row -> row.getString(1), staff, code));
    }

    void choose(String staff, String code, String verifier) throws SQLException {
        var _ = guarded(db -> db.update("INSERT OR REPLACE INTO chosen VALUES (?, ?, ?)", staff, code, verifier));
    }

    /// Whether this person got in from there before.
    boolean knows(String staff, String place) throws SQLException {
        return guarded(db -> db.first(
                        "SELECT 1 FROM known_place WHERE staff = ? AND place = ?", row -> row.getInt(1), staff, place)
                .isPresent());
    }

    void know(String staff, String place) throws SQLException {
        var _ = guarded(db -> db.update("INSERT OR IGNORE INTO known_place VALUES (?, ?)", staff, place));
    }

    private interface Work<T> {
        T in(SqliteConnection db) throws SQLException;
    }

    /// A damaged file is set aside; the staff corner stays shut for this try.
    private <T> T guarded(Work<T> work) throws SQLException {
        try {
            return work.in(open());
        } catch (SQLException e) {
            close();
            if (SqliteFault.isDamage(e)) {
                setAside();
            }
            throw e;
        }
    }

    private void setAside() {
        try {
            log.error(
                    "The count of wrong PINs is damaged and set aside as {}",
                    DataFiles.setAside(file, "damaged", clock.instant()));
        } catch (IOException e) {
            log.error("The damaged count of wrong PINs stays where it is: {}", e.toString());
        }
    }

    @Override
    public void close() {
        var last = connection;
        connection = null;
        if (last != null) {
            try {
                last.close();
            } catch (SQLException e) {
                log.warn("The count of wrong PINs did not close: {}", e.getMessage());
            }
        }
    }
}
