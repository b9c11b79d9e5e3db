package cn.dangqun.server.codes;

import cn.dangqun.domain.credential.code.StreetKey;
import cn.dangqun.domain.credential.code.StreetKeyId;
import cn.dangqun.domain.reference.ReferenceItem;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of the published keys.
final class CodeKeyStore {
    private CodeKeyStore() {}

    /// `signs`: new cards are signed with it. `lastDay`: empty while its cards live as long as they say.
    record Published(PublicKey key, boolean signs, Instant publishedAt, long publication, Optional<LocalDate> lastDay) {
        StreetKeyId id() {
            return StreetKey.of(key).id();
        }

        ReferenceItem.StreetKey item() {
            return new ReferenceItem.StreetKey(id().value(), key, lastDay);
        }
    }

    static Optional<StreetKeyId> signing(Handle handle) {
        return handle.createQuery("SELECT id FROM code_key WHERE street = 1 AND signs = 1")
                .mapTo(Integer.class)
                .map(StreetKeyId::new)
                .findOne();
    }

    /// Newest first.
    static List<Published> all(Handle handle) {
        return handle.createQuery("SELECT * FROM code_key WHERE street = 1 ORDER BY signs DESC, published_at DESC, id")
                .map(CodeKeyStore::published)
                .list();
    }

    /// The key signs from now on, and no other does. `publication` is the number under which kiosks learn of it.
    static void add(Handle handle, SigningKey key, long publication, Instant now) {
        handle.execute("UPDATE code_key SET signs = 0 WHERE street = 1 AND signs = 1");
        handle.createUpdate("INSERT INTO code_key (id, public_key, signs, published_at, publication)"
                        + " VALUES (:id, :key, 1, :now, :publication)")
                .bind("id", key.id().value())
                .bind("key", key.publicKey().getEncoded())
                .bind("now", now.toEpochMilli())
                .bind("publication", publication)
                .execute();
    }

    /// Gives every other key that has none its last day. Returns those keys.
    static List<Published> retireOthers(Handle handle, StreetKeyId kept, LocalDate lastDay) {
        return handle.createQuery("UPDATE code_key SET retired_after = :day"
                        + " WHERE street = 1 AND id <> :kept AND retired_after IS NULL"
                        + " RETURNING *")
                .bind("day", lastDay.toString())
                .bind("kept", kept.value())
                .map(CodeKeyStore::published)
                .list();
    }

    private static Published published(ResultSet row, StatementContext ignored) throws SQLException {
        return new Published(
                publicKey(row.getBytes("public_key")),
                row.getBoolean("signs"),
                Instant.ofEpochMilli(row.getLong("published_at")),
                row.getLong("publication"),
                Optional.ofNullable(row.getString("retired_after")).map(LocalDate::parse));
    }

    private static PublicKey publicKey(byte[] x509) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a street key of our own cannot be read", e);
        }
    }
}
