package cn.dangqun.server.vault;

import com.google.protobuf.ByteString;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// The codes with which kiosks are let in, as hashes. Each works once, however many processes are asked with it.
public final class OneTimeCodes {
    private static final String VALID =
            " WHERE street = 1 AND kiosk = ? AND used_at IS NULL" + " AND withdrawn_at IS NULL AND expires_at > ?";

    private final SecureRandom random = new SecureRandom();

    OneTimeCodes() {}

    /// What a code lets in, and until when.
    public record Purpose(String kiosk, String name, String site, Instant expires) {}

    /// A code that was drawn once, and perhaps used, or taken back.
    public record Known(Purpose purpose, boolean used, boolean withdrawn, Optional<Granted> granted) {}

    /// The certificate (DER) that a code was used for, and when.
    public record Granted(ByteString certificate, Instant at) {}

    /// Draws a code, which is kept nowhere else; `by` is a login, or empty on the command line. A kiosk has one
    /// valid code at most: earlier ones are taken back.
    public OneTimeCode draw(Handle handle, Purpose purpose, Instant now, Optional<String> by) {
        handle.execute(
                "UPDATE enrolment_code SET withdrawn_at = ?" + VALID,
                now.toEpochMilli(),
                purpose.kiosk(),
                now.toEpochMilli());
        var code = OneTimeCode.draw(random);
        handle.execute(
                "INSERT INTO enrolment_code (code_hash, kiosk, name, site, created_at, expires_at, created_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                code.hash(),
                purpose.kiosk(),
                purpose.name(),
                purpose.site(),
                now.toEpochMilli(),
                purpose.expires().toEpochMilli(),
                by.orElse(null));
        return code;
    }

    /// How many codes would let this kiosk in now.
    public int valid(Handle handle, String kiosk, Instant now) {
        return handle.createQuery("SELECT count(*) FROM enrolment_code" + VALID)
                .bind(0, kiosk)
                .bind(1, now.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    /// Takes a code back that was drawn at this moment for the kiosk; false when it lets nobody in any more.
    public boolean withdraw(Handle handle, String kiosk, Instant created, Instant now, String by) {
        return handle.execute(
                        "UPDATE enrolment_code SET withdrawn_at = ?, withdrawn_by = ?" + VALID + " AND created_at = ?",
                        now.toEpochMilli(),
                        by,
                        kiosk,
                        now.toEpochMilli(),
                        created.toEpochMilli())
                > 0;
    }

    public Optional<Known> find(Handle handle, OneTimeCode code) {
        return handle.createQuery(
                        "SELECT kiosk, name, site, expires_at, used_at, withdrawn_at, certificate FROM enrolment_code"
                                + " WHERE street = 1 AND code_hash = ?")
                .bind(0, code.hash())
                .map(OneTimeCodes::known)
                .findOne();
    }

    private static Known known(ResultSet row, StatementContext ignored) throws SQLException {
        var purpose = new Purpose(
                row.getString("kiosk"),
                row.getString("name"),
                row.getString("site"),
                Instant.ofEpochMilli(row.getLong("expires_at")));
        var usedAt = Instant.ofEpochMilli(row.getLong("used_at"));
        boolean used = !row.wasNull();
        return new Known(
                purpose,
                used,
                row.getObject("withdrawn_at") != null,
                Optional.ofNullable(row.getBytes("certificate"))
                        .map(der -> new Granted(ByteString.copyFrom(der), usedAt)));
    }

    /// False when somebody was first.
    public boolean use(Handle handle, OneTimeCode code, Instant now) {
        return handle.execute(
                        "UPDATE enrolment_code SET used_at = ?"
                                + " WHERE street = 1 AND code_hash = ? AND used_at IS NULL",
                        now.toEpochMilli(),
                        code.hash())
                > 0;
    }

    /// For whoever must be told again.
    public void granted(Handle handle, OneTimeCode code, ByteString certificate) {
        handle.execute(
                "UPDATE enrolment_code SET certificate = ? WHERE street = 1 AND code_hash = ?",
                certificate.toByteArray(),
                code.hash());
    }
}
