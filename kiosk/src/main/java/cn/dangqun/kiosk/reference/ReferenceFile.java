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
    private static final String SNAPSHOTS = """
            BEGIN IMMEDIATE;
            CREATE TABLE next_item (kind TEXT NOT NULL, id TEXT NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (kind, id)) STRICT;
            ALTER TABLE state ADD COLUMN cards TEXT NOT NULL DEFAULT '';
            ALTER TABLE state ADD COLUMN next_applied INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE state ADD COLUMN next_whole INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE state ADD COLUMN next_cards TEXT NOT NULL DEFAULT '';
            PRAGMA user_version = 2;
            COMMIT
            """;
    private static final Logger log = LoggerFactory.getLogger(ReferenceFile.class);

    private final SqliteConnection db;
    private final DiskCipher cipher;

    private ReferenceFile(SqliteConnection db, DiskCipher cipher) {
        this.db = db;
        this.cipher = cipher;
    }

    /// `contact`: when the street last answered; `next`: the snapshot that is arriving.
    record State(Roster roster, Optional<Instant> contact, boolean revoked, Optional<Snapshot> next) {}

    /// `applied`: number of the last change stored; `cards` names the secret under which its cards are kept, empty
    /// when nobody noted it.
    record Roster(long applied, String cards) {}

    /// A snapshot of several pages; from the number `whole` on it takes the place of what is in force.
    record Snapshot(Roster roster, long whole) {
        boolean isWhole() {
            return roster.applied() >= whole;
        }
    }

    record Content(State state, List<ReferenceChange> items) {}

    static ReferenceFile open(Path path, DiskCipher cipher) throws SQLException {
        var db = SqliteConnection.open(path);
        try {
            if (db.first("PRAGMA user_version", row -> row.getInt(1)).orElse(0) == 0) {
                db.script(TABLES);
            }
            if (db.first("PRAGMA user_version", row -> row.getInt(1)).orElse(0) == 1) {
                db.script(SNAPSHOTS);
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

    /// What is in force.
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
        return db.first(
                        "SELECT applied, contact_millis, revoked, cards, next_applied, next_whole, next_cards FROM state",
                        row -> {
                            long contact = row.getLong(2);
                            var at = row.wasNull()
                                    ? Optional.<Instant>empty()
                                    : Optional.of(Instant.ofEpochMilli(contact));
                            var next = new Snapshot(new Roster(row.getLong(5), row.getString(7)), row.getLong(6));
                            return new State(
                                    new Roster(row.getLong(1), row.getString(4)),
                                    at,
                                    row.getBoolean(3),
                                    Optional.of(next).filter(each -> each.whole() > 0));
                        })
                .orElseThrow(() -> new SQLException("the reference file has no state"));
    }

    /// A change with the bytes it came in.
    record Received(ReferenceChange change, ByteString bytes) {}

    /// Stores the changes and the position in one transaction; `anew`: in place of everything, a snapshot that was
    /// arriving included. After a failure the file must be closed.
    void store(boolean anew, List<Received> changes, Roster now) throws SQLException {
        db.script("BEGIN IMMEDIATE");
        if (anew) {
            db.update("DELETE FROM item");
            forgetSnapshot();
        }
        for (var each : changes) {
            write(Into.ITEM, each);
        }
        stands(now);
        db.script("COMMIT");
    }

    /// Stores a page of a snapshot beside what is in force, and exchanges the two when it is the last one.
    void storeNext(boolean first, List<Received> changes, Snapshot now) throws SQLException {
        db.script("BEGIN IMMEDIATE");
        if (first) {
            db.update("DELETE FROM next_item");
        }
        for (var each : changes) {
            write(Into.NEXT_ITEM, each);
        }
        if (now.isWhole()) {
            db.update("DELETE FROM item");
            db.update("INSERT INTO item SELECT kind, id, sealed FROM next_item");
            forgetSnapshot();
            stands(now.roster());
        } else {
            db.update(
                    "UPDATE state SET next_applied = ?, next_whole = ?, next_cards = ?",
                    now.roster().applied(),
                    now.whole(),
                    now.roster().cards());
        }
        db.script("COMMIT");
    }

    private void stands(Roster now) throws SQLException {
        db.update("UPDATE state SET applied = ?, cards = ?", now.applied(), now.cards());
    }

    private void forgetSnapshot() throws SQLException {
        db.update("DELETE FROM next_item");
        db.update("UPDATE state SET next_applied = 0, next_whole = 0, next_cards = ''");
    }

    /// A table of items, with the statements that change it.
    private enum Into {
        ITEM("DELETE FROM item WHERE kind = ? AND id = ?", "INSERT OR REPLACE INTO item VALUES (?, ?, ?)"),
        NEXT_ITEM(
                "DELETE FROM next_item WHERE kind = ? AND id = ?", "INSERT OR REPLACE INTO next_item VALUES (?, ?, ?)");

        private final String delete;
        private final String put;

        Into(String delete, String put) {
            this.delete = delete;
            this.put = put;
        }
    }

    private void write(Into table, Received each) throws SQLException {
        var kind = each.change().kind();
        var id = each.change().id();
        if (each.change().item().isEmpty()) {
            db.update(table.delete, kind.name(), id);
            return;
        }
        var sealed = cipher.seal(place(kind.name(), id), each.bytes().toByteArray());
        db.update(table.put, kind.name(), id, sealed);
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
        db.script("BEGIN IMMEDIATE; DELETE FROM item; DELETE FROM next_item;"
                + " UPDATE state SET applied = 0, contact_millis = NULL, revoked = 0, cards = '', next_applied = 0,"
                + " next_whole = 0, next_cards = ''; COMMIT");
    }

    @Override
    public void close() throws SQLException {
        db.close();
    }

    /// Kind and id together are the key of an item.
    record Key(ReferenceKind kind, String id) {}
}
