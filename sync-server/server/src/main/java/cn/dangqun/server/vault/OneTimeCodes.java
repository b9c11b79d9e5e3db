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
    private final SecureRandom random = new SecureRandom();

    OneTimeCodes() {}

    /// What a code lets in, and until when.
    public record Purpose(String kiosk, String name, String site, Instant expires) {}

    /// A code that was drawn once, and perhaps used.
    public record Known(Purpose purpose, boolean used, Optional<Granted> granted) {}

    /// The certificate (DER) that a code was used for, and when.
    public record Granted(ByteString certificate, Instant at) {}

    /// Draws a code, which is kept nowhere else.
    public OneTimeCode draw(Handle handle, Purpose purpose, Instant now) {
        var code = OneTimeCode.draw(random);
        handle.execute(
                "INSERT INTO enrolment_code (code_hash, kiosk, name, site, created_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                code.hash(),
                purpose.kiosk(),
                purpose.name(),
                purpose.site(),
                now.toEpochMilli(),
                purpose.expires().toEpochMilli());
        return code;
    }

    public Optional<Known> find(Handle handle, OneTimeCode code) {
        return handle.createQuery("SELECT kiosk, name, site, expires_at, used_at, certificate FROM enrolment_code"
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
