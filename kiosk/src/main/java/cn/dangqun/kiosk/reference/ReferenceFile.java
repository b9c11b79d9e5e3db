package cn.dangqun.kiosk.reference;

import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.kiosk.db.DiskCipher;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.protocol.ReferenceCodec;
import cn.dangqun.protocol.UnreadableException;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file of reference items, each sealed as it came. It is a copy of what the street has: when damaged, or sealed
/// with a key that is gone, it is deleted and comes anew. For the reference thread.
final class ReferenceFile implements AutoCloseable {
    private static final String TABLES = """
            BEGIN IMMEDIATE;
            CREATE TABLE item (kind TEXT NOT NULL, id TEXT NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (kind, id)) STRICT;
            CREATE TABLE state (
              one INTEGER PRIMARY KEY CHECK (one = 1),
              applied INTEGER NOT NULL,
              contact_millis INTEGER,
              revoked INTEGER NOT NULL
            ) STRICT;
            INSERT INTO state VALUES (1, 0, NULL, 0);
            PRAGMA user_version = 1;
            COMMIT
            """;
    private static final Logger log = LoggerFactory.getLogger(ReferenceFile.class);

    private final SqliteConnection db;
    private final DiskCipher cipher;

    private ReferenceFile(SqliteConnection db, DiskCipher cipher) {
        this.db = db;
        this.cipher = cipher;
    }

    /// `applied`: number of the last change stored; `contact`: when the street last answered.
    record State(long applied, Optional<Instant> contact, boolean revoked) {}

    record Content(State state, List<ReferenceChange> items) {}

    static ReferenceFile open(Path path, DiskCipher cipher) throws SQLException {
        var db = SqliteConnection.open(path);
        try {
            if (db.first("PRAGMA user_version", row -> row.getInt(1)).orElse(0) == 0) {
                db.script(TABLES);
            }
            return new ReferenceFile(db, cipher);
        } catch (SQLException e) {
            db.close();
            throw e;
        }
    }

    static void delete(Path path) throws IOException {
        for (var suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(path.resolveSibling(path.getFileName() + suffix));
        }
    }

    Content read() throws SQLException, UnusableFileException {
        if (!db.isSound()) {
            throw new UnusableFileException("its pages are damaged");
        }
        record Row(String place, ByteString sealed) {}
        var rows = db.list(
                "SELECT kind, id, sealed FROM item",
                row -> new Row(place(row.getString(1), row.getString(2)), ByteString.copyFrom(row.getBytes(3))));
        var items = new ArrayList<ReferenceChange>();
        for (var row : rows) {
            decode(open(row.place(), row.sealed())).ifPresent(items::add);
        }
        return new Content(state(), items);
    }

    private byte[] open(String place, ByteString sealed) throws UnusableFileException {
        try {
            return cipher.open(place, sealed.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new UnusableFileException("an item was sealed with another key, or was tampered with", e);
        }
    }

    /// Empty for an item this software does not understand: one bad item never blocks the rest.
    static Optional<ReferenceChange> decode(byte[] bytes) {
        try {
            return Optional.of(ReferenceCodec.decode(bytes));
        } catch (UnreadableException e) {
            log.warn("A reference item is not understood and left out: {}", e.fault());
            return Optional.empty();
        }
    }

    private State state() throws SQLException {
        return db.first("SELECT applied, contact_millis, revoked FROM state", row -> {
                    long contact = row.getLong(2);
                    var at = row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(contact));
                    return new State(row.getLong(1), at, row.getBoolean(3));
                })
                .orElseThrow(() -> new SQLException("the reference file has no state"));
    }

    /// A change with the bytes it came in.
    record Received(ReferenceChange change, ByteString bytes) {}

    /// Stores the changes and the position in one transaction. After a failure the file must be closed.
    void store(boolean clear, List<Received> changes, long through) throws SQLException {
        db.script("BEGIN IMMEDIATE");
        if (clear) {
            db.update("DELETE FROM item");
        }
        for (var each : changes) {
            write(each);
        }
        db.update("UPDATE state SET applied = ?", through);
        db.script("COMMIT");
    }

    private void write(Received each) throws SQLException {
        var kind = each.change().kind();
        var id = each.change().id();
        if (each.change().item().isEmpty()) {
            db.update("DELETE FROM item WHERE kind = ? AND id = ?", kind.name(), id);
            return;
        }
        var sealed = cipher.seal(place(kind.name(), id), each.bytes().toByteArray());
        db.update("INSERT OR REPLACE INTO item VALUES (?, ?, ?)", kind.name(), id, sealed);
    }

    private static String place(String kind, String id) {
        return kind + "/" + id;
    }

    void contacted(Instant at) throws SQLException {
        db.update("UPDATE state SET contact_millis = ?", at.toEpochMilli());
    }

    void seal() throws SQLException {
        db.update("UPDATE state SET revoked = 1");
    }

    void unseal() throws SQLException {
        db.update("UPDATE state SET revoked = 0");
    }

    /// Forgets everything: the kiosk begins anew under a new identity.
    void reset() throws SQLException {
        db.script("BEGIN IMMEDIATE; DELETE FROM item; UPDATE state SET applied = 0, contact_millis = NULL, revoked = 0;"
                + " COMMIT");
    }

    @Override
    public void close() throws SQLException {
        db.close();
    }

    /// Kind and id together are the key of an item.
    record Key(ReferenceKind kind, String id) {}
}
