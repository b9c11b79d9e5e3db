package cn.dangqun.server.vault;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Browsers in which somebody has signed in before, as hashes of what they keep. One opens nothing: whoever comes
/// with it is not made to wait for the guesses of strangers.
public final class KnownBrowsers {
    /// How long one is remembered after the last time.
    public static final Duration REMEMBERED = Duration.ofDays(180);

    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    KnownBrowsers() {}

    public boolean knows(Handle handle, String login, Optional<String> token, Instant now) {
        return token.isPresent()
                && handle.createQuery("""
                                SELECT count(*) FROM known_browser
                                WHERE street = 1 AND login = :login AND token_hash = :hash AND seen_at > :oldest""")
                                .bind("login", login)
                                .bind("hash", Hashes.sha256(token.get()))
                                .bind("oldest", now.minus(REMEMBERED).toEpochMilli())
                                .mapTo(Integer.class)
                                .one()
                        > 0;
    }

    /// Returns what the browser keeps from now on: what it had, or something new.
    public String remember(Handle handle, String login, Optional<String> token, Instant now) {
        var kept = token.orElseGet(this::draw);
        handle.createUpdate("DELETE FROM known_browser WHERE street = 1 AND login = :login AND seen_at <= :oldest")
                .bind("login", login)
                .bind("oldest", now.minus(REMEMBERED).toEpochMilli())
                .execute();
        handle.createUpdate("""
                        INSERT INTO known_browser (login, token_hash, seen_at) VALUES (:login, :hash, :now)
                        ON CONFLICT (street, login, token_hash) DO UPDATE SET seen_at = excluded.seen_at""")
                .bind("login", login)
                .bind("hash", Hashes.sha256(kept))
                .bind("now", now.toEpochMilli())
                .execute();
        return kept;
    }

    public static void forget(Handle handle, String login) {
        handle.createUpdate("DELETE FROM known_browser WHERE street = 1 AND login = :login")
                .bind("login", login)
                .execute();
    }

    private String draw() {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
