package cn.dangqun.server.accounts;

import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Gate;
import cn.dangqun.server.web.Viewer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Sessions kept on the server; the browser holds only a random secret, the database only its hash. A session ends when
/// idle, at an absolute age, at sign-out, and when its account is disabled.
public final class Sessions implements Gate {
    private static final Duration NOTE_SEEN_EVERY = Duration.ofMinutes(1);
    private static final int SECRET_BYTES = 32;

    private final Database database;
    private final Clock clock;
    private final Texts texts;
    private final Limits limits;
    private final SecureRandom random = new SecureRandom();

    public Sessions(Database database, Clock clock, Texts texts, Limits limits) {
        this.database = database;
        this.clock = clock;
        this.texts = texts;
        this.limits = limits;
    }

    /// How long a session lives without a request, and at most.
    public record Limits(Duration idle, Duration absolute) {
        public static final Limits WORKING_DAY = new Limits(Duration.ofMinutes(30), Duration.ofHours(12));
    }

    private record Session(String login, Instant seen) {}

    @Override
    public Optional<Viewer> enter(String sessionToken) {
        var hash = Hashes.sha256(sessionToken);
        var now = clock.instant();
        return database.read(handle -> {
            var session = find(handle, hash, now);
            session.filter(found -> found.seen().isBefore(now.minus(NOTE_SEEN_EVERY)))
                    .ifPresent(ignored -> noteSeen(hash, now));
            return session.flatMap(found -> AccountStore.find(handle, found.login()))
                    .map(this::viewer);
        });
    }

    @Override
    public Optional<Viewer> look(String sessionToken) {
        return database.read(handle -> find(handle, Hashes.sha256(sessionToken), clock.instant())
                .flatMap(found -> AccountStore.find(handle, found.login()))
                .map(this::viewer));
    }

    /// Starts a session and returns its secret, which is kept nowhere else.
    String start(Handle handle, Account account, Instant now) {
        handle.createUpdate("DELETE FROM console_session WHERE street = 1"
                        + " AND (created_at < :oldest OR seen_at < :idle)")
                .bind("oldest", now.minus(limits.absolute).toEpochMilli())
                .bind("idle", now.minus(limits.idle).toEpochMilli())
                .execute();
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        handle.createUpdate("""
                        INSERT INTO console_session (token_hash, login, created_at, seen_at)
                        VALUES (:hash, :login, :now, :now)""")
                .bind("hash", Hashes.sha256(token))
                .bind("login", account.login())
                .bind("now", now.toEpochMilli())
                .execute();
        return token;
    }

    void end(Handle handle, String sessionToken) {
        handle.createUpdate("DELETE FROM console_session WHERE street = 1 AND token_hash = :hash")
                .bind("hash", Hashes.sha256(sessionToken))
                .execute();
    }

    void endOthers(Handle handle, String login, String sessionToken) {
        handle.createUpdate("DELETE FROM console_session WHERE street = 1 AND login = :login AND token_hash <> :hash")
                .bind("login", login)
                .bind("hash", Hashes.sha256(sessionToken))
                .execute();
    }

    private Optional<Session> find(Handle handle, String hash, Instant now) {
        return handle.createQuery("""
                        SELECT login, seen_at FROM console_session
                        WHERE street = 1 AND token_hash = :hash AND created_at > :oldest AND seen_at > :idle""")
                .bind("hash", hash)
                .bind("oldest", now.minus(limits.absolute).toEpochMilli())
                .bind("idle", now.minus(limits.idle).toEpochMilli())
                .map((row, ignored) ->
                        new Session(row.getString("login"), Instant.ofEpochMilli(row.getLong("seen_at"))))
                .findOne();
    }

    /// Not waited for: losing one note of activity costs a minute of idle time at most.
    private void noteSeen(String hash, Instant now) {
        database.writer()
                .offer((handle, changes) -> handle.createUpdate(
                                "UPDATE console_session SET seen_at = :now WHERE street = 1 AND token_hash = :hash")
                        .bind("now", now.toEpochMilli())
                        .bind("hash", hash)
                        .execute());
    }

    private Viewer viewer(Account account) {
        return new Viewer(
                account.login(),
                account.displayName(),
                account.role().name(texts),
                account.scope(),
                account.role().permissions());
    }
}
