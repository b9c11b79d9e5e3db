package cn.dangqun.server.accounts;

import cn.dangqun.store.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/// Slows down guessing. An attempt counts as failed before its password is looked at, so that a hundred at once gain
/// nothing; success clears the count. After five failures the name rests, twice as long after each further one.
final class Lockout {
    static final Attempts.Pauses PAUSES = new Attempts.Pauses(
            5,
            IntStream.of(30, 60, 120, 240, 480, 900)
                    .mapToObj(Duration::ofSeconds)
                    .toList());
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private Lockout() {}

    /// Counts an attempt; when the name rests, nothing is counted and the end of the rest is returned.
    static Optional<Instant> attempt(Handle handle, String nameHash, Instant now) {
        handle.createUpdate("DELETE FROM login_attempt WHERE street = 1 AND last_at < :past AND locked_until < :now")
                .bind("past", now.minus(FORGOTTEN_AFTER).toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute();
        var before = find(handle, nameHash);
        if (before.isPausedAt(now)) {
            return before.until();
        }
        var counted = before.afterFailure(now, PAUSES);
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
}
