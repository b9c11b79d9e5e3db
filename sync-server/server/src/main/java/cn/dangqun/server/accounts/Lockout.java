package cn.dangqun.server.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Slows down guessing. An attempt counts as failed before its password is looked at, so that a hundred at once gain
/// nothing; success clears the count. After five failures the name rests, twice as long after each further one.
final class Lockout {
    static final int FREE_FAILURES = 5;
    static final Duration FIRST_REST = Duration.ofSeconds(30);
    static final Duration LONGEST_REST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private Lockout() {}

    private record Attempts(int failures, Instant lockedUntil) {}

    /// Counts an attempt; when the name rests, nothing is counted and the end of the rest is returned.
    static Optional<Instant> attempt(Handle handle, String nameHash, Instant now) {
        handle.createUpdate("DELETE FROM login_attempt WHERE last_at < :past AND locked_until < :now")
                .bind("past", now.minus(FORGOTTEN_AFTER).toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute();
        var before = find(handle, nameHash);
        var locked = before.map(Attempts::lockedUntil).filter(now::isBefore);
        if (locked.isPresent()) {
            return locked;
        }
        int failures = before.map(Attempts::failures).orElse(0) + 1;
        clear(handle, nameHash);
        handle.createUpdate("""
                        INSERT INTO login_attempt (name_hash, failures, locked_until, last_at)
                        VALUES (:name, :failures, :until, :now)""")
                .bind("name", nameHash)
                .bind("failures", failures)
                .bind("until", now.plus(rest(failures)).toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute();
        return Optional.empty();
    }

    static void clear(Handle handle, String nameHash) {
        handle.createUpdate("DELETE FROM login_attempt WHERE name_hash = :name")
                .bind("name", nameHash)
                .execute();
    }

    static Duration rest(int failures) {
        if (failures < FREE_FAILURES) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - FREE_FAILURES, 10);
        var rest = FIRST_REST.multipliedBy(1L << doublings);
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    private static Optional<Attempts> find(Handle handle, String nameHash) {
        return handle.createQuery("SELECT failures, locked_until FROM login_attempt WHERE name_hash = :name")
                .bind("name", nameHash)
                .map((row, ignored) ->
                        new Attempts(row.getInt("failures"), Instant.ofEpochMilli(row.getLong("locked_until"))))
                .findOne();
    }
}
