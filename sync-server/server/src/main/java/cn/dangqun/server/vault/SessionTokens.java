package cn.dangqun.server.vault;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The secrets that browsers hold, as hashes with whose they are. How long one lives is not decided here.
public final class SessionTokens {
    private static final int SECRET_BYTES = 32;
    private static final int ID_LENGTH = 16;

    private final SecureRandom random = new SecureRandom();

    SessionTokens() {}

    /// Whose a session is, and when it was last used.
    public record Session(String login, Instant seen) {}

    /// One of an account's sessions, for a list. `id` tells it from the others and opens nothing.
    public record Open(String id, String remote, Instant begun, Instant seen) {}

    /// Sessions that began and were used after these.
    public record Living(Instant begunAfter, Instant seenAfter) {}

    /// Draws a secret, which is kept nowhere else.
    public String draw(Handle handle, String login, String remote, Instant now) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        handle.createUpdate("""
                        INSERT INTO console_session (token_hash, login, remote, created_at, seen_at)
                        VALUES (:hash, :login, :remote, :now, :now)""")
                .bind("hash", Hashes.sha256(token))
                .bind("login", login)
                .bind("remote", remote)
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

    /// The id of the session that `token` opens.
    public static String id(String token) {
        return Hashes.sha256(token).substring(0, ID_LENGTH);
    }

    /// Living sessions of an account, the last used first.
    public List<Open> of(Handle handle, String login, Living living) {
        return handle.createQuery("""
                        SELECT token_hash, remote, created_at, seen_at FROM console_session
                        WHERE street = 1 AND login = :login AND created_at > :oldest AND seen_at > :idle
                        ORDER BY seen_at DESC, token_hash""")
                .bind("login", login)
                .bind("oldest", living.begunAfter().toEpochMilli())
                .bind("idle", living.seenAfter().toEpochMilli())
                .map((row, ignored) -> new Open(
                        row.getString("token_hash").substring(0, ID_LENGTH),
                        row.getString("remote"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        Instant.ofEpochMilli(row.getLong("seen_at"))))
                .list();
    }

    /// Ends one session of an account. False when it has no such session.
    public static boolean endOne(Handle handle, String login, String id) {
        var found = handle
                .createQuery("SELECT token_hash FROM console_session WHERE street = 1 AND login = :login")
                .bind("login", login)
                .mapTo(String.class)
                .stream()
                .filter(hash -> hash.startsWith(id) && id.length() == ID_LENGTH)
                .findFirst();
        found.ifPresent(
                hash -> handle.execute("DELETE FROM console_session WHERE street = 1 AND token_hash = ?", hash));
        return found.isPresent();
    }

    public static int endAll(Handle handle, String login) {
        return handle.execute("DELETE FROM console_session WHERE street = 1 AND login = ?", login);
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
