package cn.dangqun.server.accounts;

import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.vault.Hashes;
import java.time.Clock;
import java.util.Optional;

/// Changes a signed-in person's password. Blocks for argon2 and for the commit; virtual threads only.
public final class PasswordDesk {
    static final int SHORTEST = 10;
    private static final int LONGEST = 200;

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
        if (wish.wanted.codePointCount(0, wish.wanted.length()) < SHORTEST || wish.wanted.length() > LONGEST) {
            return Result.TOO_SHORT;
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

    private Result changeVerified(String login, String sessionToken, Wish wish, String remote) {
        // A key of its own: guessing here must not lock the owner out of signing in.
        var attempts = Hashes.sha256("change " + login);
        var locked = database.write((handle, changes) -> Lockout.attempt(handle, attempts, clock.instant()));
        if (locked.isPresent()) {
            return Result.LATER;
        }
        var account = database.read(handle -> AccountStore.find(handle, login));
        if (wish.current.length() > LONGEST
                || account.isEmpty()
                || !passwords.matches(account.get().verifier(), wish.current)) {
            return Result.WRONG_CURRENT;
        }
        var verifier = passwords.verifier(wish.wanted);
        return database.write((handle, changes) -> {
            Lockout.clear(handle, attempts);
            AccountStore.changeVerifier(handle, login, verifier);
            sessions.endOthers(handle, login, sessionToken);
            Audit.note(handle, clock.instant(), Optional.of(login), Action.PASSWORD_CHANGED, "", remote);
            return Result.CHANGED;
        });
    }
}
