package cn.dangqun.server.vault;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The secrets that browsers hold, as hashes with whose they are. How long one lives is not decided here.
public final class SessionTokens {
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    SessionTokens() {}

    /// Whose a session is, and when it was last used.
    public record Session(String login, Instant seen) {}

    /// Sessions that began and were used after these.
    public record Living(Instant begunAfter, Instant seenAfter) {}

    /// Draws a secret, which is kept nowhere else.
    public String draw(Handle handle, String login, Instant now) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        handle.createUpdate("""
                        INSERT INTO console_session (token_hash, login, created_at, seen_at)
                        VALUES (:hash, :login, :now, :now)""")
                .bind("hash", Hashes.sha256(token))
                .bind("login", login)
                .bind("now", now.toEpochMilli())
                .execute();
        return token;
    }

    public Optional<Session> find(Handle handle, String token, Living living) {
        return handle.createQuery("""
                        SELECT login, seen_at FROM console_session
                        WHERE street = 1 AND token_hash = :hash AND created_at > :oldest AND seen_at > :idle""")
                .bind("hash", Hashes.sha256(token))
                .bind("oldest", living.begunAfter().toEpochMilli())
                .bind("idle", living.seenAfter().toEpochMilli())
                .map((row, ignored) ->
                        new Session(row.getString("login"), Instant.ofEpochMilli(row.getLong("seen_at"))))
                .findOne();
    }

    public int noteSeen(Handle handle, String token, Instant now) {
        return handle.createUpdate("UPDATE console_session SET seen_at = :now WHERE street = 1 AND token_hash = :hash")
                .bind("now", now.toEpochMilli())
                .bind("hash", Hashes.sha256(token))
                .execute();
    }

    public void end(Handle handle, String token) {
        handle.createUpdate("DELETE FROM console_session WHERE street = 1 AND token_hash = :hash")
                .bind("hash", Hashes.sha256(token))
                .execute();
    }

    public void endOthers(Handle handle, String login, String token) {
        handle.createUpdate("DELETE FROM console_session WHERE street = 1 AND login = :login AND token_hash <> :hash")
                .bind("login", login)
                .bind("hash", Hashes.sha256(token))
                .execute();
    }

    /// Takes away all that do not live.
    public void endAllBut(Handle handle, Living living) {
        handle.createUpdate("DELETE FROM console_session"
                        + " WHERE street = 1 AND (created_at < :oldest OR seen_at < :idle)")
                .bind("oldest", living.begunAfter().toEpochMilli())
                .bind("idle", living.seenAfter().toEpochMilli())
                .execute();
    }
}
