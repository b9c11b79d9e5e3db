package cn.dangqun.server.accounts;

import cn.dangqun.server.vault.Hashes;
import cn.dangqun.store.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/// Slows down guessing. An attempt counts as failed before its password is looked at, so that a hundred at once
/// gain nothing; success clears the count. After five failures the name rests for that network, after thirty for
/// everybody; twice as long after each further one. A browser in which the account was signed in before is counted
/// by itself, so that nobody locks out its owner by guessing.
final class Lockout {
    private static final List<Duration> RESTS = IntStream.of(30, 60, 120, 240, 480, 900)
            .mapToObj(Duration::ofSeconds)
            .toList();
    static final Attempts.Pauses PAUSES = new Attempts.Pauses(5, RESTS);
    /// Guesses at one account from many networks.
    static final Attempts.Pauses OF_ACCOUNT = new Attempts.Pauses(30, RESTS);

    private static final int NETWORK_GROUPS = 4;
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private Lockout() {}

    /// Who knocks: with what he is counted. `browser` is one that the account knows.
    record Knock(String login, Optional<String> browser, String remote) {
        boolean isKnown() {
            return browser.isPresent();
        }

        String network() {
            return Lockout.network(remote);
        }

        private String own() {
            return browser.map(token -> Hashes.sha256("browser " + login + " " + token))
                    .orElseGet(() -> Hashes.sha256("network " + login + " " + network()));
        }
    }

    static String ofAccount(String login) {
        return Hashes.sha256("account " + login);
    }

    /// Counts an attempt; when the name rests, the end of the rest is returned.
    static Optional<Instant> attempt(Handle handle, Knock knock, Instant now) {
        var own = attempt(handle, knock.own(), now, PAUSES);
        return own.isPresent() || knock.browser().isPresent()
                ? own
                : attempt(handle, ofAccount(knock.login()), now, OF_ACCOUNT);
    }

    static void clear(Handle handle, Knock knock) {
        clear(handle, knock.own());
        clear(handle, ofAccount(knock.login()));
    }

    /// Counts an attempt; when the name rests, nothing is counted and the end of the rest is returned.
    static Optional<Instant> attempt(Handle handle, String nameHash, Instant now) {
        return attempt(handle, nameHash, now, PAUSES);
    }

    private static Optional<Instant> attempt(Handle handle, String nameHash, Instant now, Attempts.Pauses pauses) {
        handle.createUpdate("DELETE FROM login_attempt WHERE street = 1 AND last_at < :past AND locked_until < :now")
                .bind("past", now.minus(FORGOTTEN_AFTER).toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute();
        var before = find(handle, nameHash);
        if (before.isPausedAt(now)) {
            return before.until();
        }
        var counted = before.afterFailure(now, pauses);
        clear(handle, nameHash);
        handle.createUpdate("""
                        INSERT INTO login_attempt (name_hash, failures, locked_until, last_at)
                        VALUES (:name, :failures, :until, :now)""")
                .bind("name", nameHash)
                .bind("failures", counted.failures())
                .bind("until", counted.until().orElse(now).toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute();
        return Optional.empty();
    }

    static void clear(Handle handle, String nameHash) {
        handle.createUpdate("DELETE FROM login_attempt WHERE street = 1 AND name_hash = :name")
                .bind("name", nameHash)
                .execute();
    }

    private static Attempts find(Handle handle, String nameHash) {
        return handle.createQuery(
                        "SELECT failures, locked_until FROM login_attempt" + " WHERE street = 1 AND name_hash = :name")
                .bind("name", nameHash)
                .map((row, ignored) -> new Attempts(
                        row.getInt("failures"), Optional.of(Instant.ofEpochMilli(row.getLong("locked_until")))))
                .findOne()
                .orElse(Attempts.NONE);
    }

    /// Whoever has one IPv6 address has 2^64 of them.
    private static String network(String remote) {
        var groups = List.of(remote.split(":", -1));
        return groups.size() > NETWORK_GROUPS ? String.join(":", groups.subList(0, NETWORK_GROUPS)) : remote;
    }
}
