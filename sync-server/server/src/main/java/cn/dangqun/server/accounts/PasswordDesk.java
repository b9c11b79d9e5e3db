package cn.dangqun.server.accounts;

import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.vault.Hashes;
import java.time.Clock;
import java.util.Optional;

/// Changes a signed-in person's password. Blocks for argon2 and for the commit; virtual threads only.
public final class PasswordDesk {
    private final Database database;
    private final Clock clock;
    private final Passwords passwords;
    private final Sessions sessions;

    public PasswordDesk(Database database, Clock clock, Passwords passwords, Sessions sessions) {
        this.database = database;
        this.clock = clock;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    enum Result {
        CHANGED,
        WRONG_CURRENT,
        TOO_SHORT,
        /// Only figures, a word that everybody tries first, or too few different characters
        COMMON,
        /// It has the name of the account in it
        LIKE_LOGIN,
        NOT_REPEATED,
        SAME_AS_BEFORE,
        /// The current password was guessed at too often, or too many people wait for argon2
        LATER
    }

    /// What was typed into the form.
    record Wish(String current, String wanted, String repeated) {
        @Override
        public String toString() {
            return "Wish";
        }
    }

    /// On success every other session of the account ends.
    Result change(String login, String sessionToken, Wish wish, String remote) {
        if (!wish.wanted.equals(wish.repeated)) {
            return Result.NOT_REPEATED;
        }
        var weakness = PasswordRule.weakness(login, wish.wanted);
        if (weakness.isPresent()) {
            return switch (weakness.get()) {
                case TOO_SHORT -> Result.TOO_SHORT;
                case COMMON -> Result.COMMON;
                case LIKE_LOGIN -> Result.LIKE_LOGIN;
            };
        }
        if (wish.wanted.equals(wish.current)) {
            return Result.SAME_AS_BEFORE;
        }
        try {
            return changeVerified(login, sessionToken, wish, remote);
        } catch (Passwords.BusyException busy) {
            return Result.LATER;
        }
    }

    /// Whether somebody who is signed in knows the password.
    enum Proof {
        RIGHT,
        WRONG,
        /// Guessed at too often, or too many people wait for argon2
        LATER
    }

    Proof check(String login, String current) {
        // A key of its own: guessing here must not lock the owner out of signing in.
        var attempts = attempts(login);
        var locked = database.write((handle, changes) -> Lockout.attempt(handle, attempts, clock.instant()));
        if (locked.isPresent()) {
            return Proof.LATER;
        }
        var account = database.read(handle -> AccountStore.find(handle, login));
        try {
            if (current.length() > PasswordRule.LONGEST
                    || account.isEmpty()
                    || !passwords.matches(account.get().verifier(), current)) {
                return Proof.WRONG;
            }
        } catch (Passwords.BusyException busy) {
            return Proof.LATER;
        }
        return database.write((handle, changes) -> {
            Lockout.clear(handle, attempts);
            return Proof.RIGHT;
        });
    }

    private static String attempts(String login) {
        return Hashes.sha256("change " + login);
    }

    private Result changeVerified(String login, String sessionToken, Wish wish, String remote) {
        return switch (check(login, wish.current)) {
            case WRONG -> Result.WRONG_CURRENT;
            case LATER -> Result.LATER;
            case RIGHT -> {
                var verifier = passwords.verifier(wish.wanted);
                yield database.write((handle, changes) -> {
                    AccountStore.changeVerifier(handle, changes, login, verifier, true);
                    sessions.endOthers(handle, changes, login, sessionToken);
                    Audit.note(handle, clock.instant(), Optional.of(login), Action.PASSWORD_CHANGED, "", remote);
                    return Result.CHANGED;
                });
            }
        };
    }
}
