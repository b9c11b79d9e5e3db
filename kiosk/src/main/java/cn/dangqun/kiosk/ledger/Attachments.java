package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.store.SealedBytes;
import com.google.protobuf.ByteString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;

/// The `attachment` table: what facts name and must be forgotten one day. A row proves itself, as a fact does: `id` is
/// the SHA-256 of `sealed`.
final class Attachments {
    /// `kept`: 1 when the street has it.
    static final String TABLE = """
            CREATE TABLE attachment (
              number INTEGER PRIMARY KEY,
              id BLOB NOT NULL UNIQUE,
              sealed BLOB NOT NULL,
              key BLOB NOT NULL,
              kept INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX attachment_unsent ON attachment (number) WHERE kept = 0;
            """;

    private Attachments() {}

    /// Something that is there already stays as it is.
    static SealedId add(SqliteConnection db, SealedBytes bytes) throws SQLException {
        var id = new SealedId(bytes.id());
        db.update(
                "INSERT INTO attachment (id, sealed, key, kept) VALUES (?, ?, ?, 0) ON CONFLICT (id) DO NOTHING",
                raw(id),
                bytes.sealed(),
                db.rows().seal(place(id), bytes.key()));
        return id;
    }

    static long unsent(SqliteConnection db) throws SQLException {
        return db.first("SELECT count(*) FROM attachment WHERE kept = 0", row -> row.getLong(1))
                .orElseThrow();
    }

    static Optional<SealedBytes> firstUnsent(SqliteConnection db) throws SQLException {
        return db.first(
                "SELECT sealed, key, id FROM attachment WHERE kept = 0 ORDER BY number LIMIT 1",
                row -> opened(db, row));
    }

    static void kept(SqliteConnection db, SealedId id) throws SQLException {
        db.update("UPDATE attachment SET kept = 1 WHERE id = ?", raw(id));
    }

    /// Empty when it was never here, or was forgotten.
    static Optional<SealedBytes> find(SqliteConnection db, SealedId id) throws SQLException {
        return db.first("SELECT sealed, key, id FROM attachment WHERE id = ?", row -> opened(db, row), raw(id));
    }

    private static SealedBytes opened(SqliteConnection db, ResultSet row) throws SQLException {
        var id = new SealedId(HexFormat.of().formatHex(row.getBytes(3)));
        return new SealedBytes(row.getBytes(1), db.rows().open(place(id), row.getBytes(2)));
    }

    /// What an attachment's key is sealed for.
    static String place(SealedId id) {
        return "attachment " + id.hex();
    }

    /// Seals the keys of a file that was open until now.
    static void sealAll(SqliteConnection db) throws SQLException {
        record Kept(SealedId id, ByteString key) {}
        for (var each : db.list(
                "SELECT id, key FROM attachment",
                row -> new Kept(
                        new SealedId(HexFormat.of().formatHex(row.getBytes(1))),
                        ByteString.copyFrom(row.getBytes(2))))) {
            db.update(
                    "UPDATE attachment SET key = ? WHERE id = ?",
                    db.rows().seal(place(each.id()), each.key().toByteArray()),
                    raw(each.id()));
        }
    }

    /// False while the street does not have it: then it stays.
    static boolean forget(SqliteConnection db, SealedId id) throws SQLException {
        return db.update("DELETE FROM attachment WHERE id = ? AND kept = 1", raw(id)) > 0;
    }

    private static byte[] raw(SealedId id) {
        return HexFormat.of().parseHex(id.hex());
    }
}
