package cn.dangqun.server.accounts;

import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.vault.Hashes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Lets people in and out. Blocks for argon2 and for the commit; virtual threads only.
public final class SignInDesk {
    private static final int LONGEST_PASSWORD = 200;

    private final Database database;
    private final Clock clock;
    private final Passwords passwords;
    private final Sessions sessions;
    /// Checked when there is no such account, so that the answer takes as long as for one that exists.
    private final String nobodysVerifier;

    public SignInDesk(Database database, Clock clock, Passwords passwords, Sessions sessions) {
        this.database = database;
        this.clock = clock;
        this.passwords = passwords;
        this.sessions = sessions;
        this.nobodysVerifier = passwords.verifier("nobody");
    }

    SignInResult signIn(String typedLogin, String password, String remote) {
        var login = Account.normalised(typedLogin);
        var nameHash = Hashes.sha256(login);
        var account = database.read(handle -> AccountStore.find(handle, login));
        var now = clock.instant();
        var lockedUntil = database.write((handle, changes) -> {
            var until = Lockout.attempt(handle, nameHash, now);
            until.ifPresent(
                    ignored -> Audit.note(handle, now, account.map(Account::login), Action.SIGN_IN_LOCKED, "", remote));
            return until;
        });
        if (lockedUntil.isPresent()) {
            return new SignInResult.Locked(Duration.between(now, lockedUntil.get()));
        }
        try {
            var known = verified(account, password);
            return known.isPresent() ? enter(known.get(), nameHash, now, remote) : refuse(account, now, remote);
        } catch (Passwords.BusyException busy) {
            return new SignInResult.Busy();
        }
    }

    private Optional<Account> verified(Optional<Account> account, String password) {
        boolean matches = password.length() <= LONGEST_PASSWORD
                && passwords.matches(account.map(Account::verifier).orElse(nobodysVerifier), password);
        return account.filter(ignored -> matches);
    }

    private SignInResult enter(Account account, String nameHash, Instant now, String remote) {
        return database.write((handle, changes) -> {
            Lockout.clear(handle, nameHash);
            Audit.note(handle, now, Optional.of(account.login()), Action.SIGNED_IN, "", remote);
            return new SignInResult.SignedIn(sessions.start(handle, account, now));
        });
    }

    private SignInResult refuse(Optional<Account> account, Instant now, String remote) {
        return database.write((handle, changes) -> {
            Audit.note(handle, now, account.map(Account::login), Action.SIGN_IN_FAILED, "", remote);
            return new SignInResult.Refused();
        });
    }

    void signOut(String login, String sessionToken, String remote) {
        database.write((handle, changes) -> {
            sessions.end(handle, sessionToken);
            Audit.note(handle, clock.instant(), Optional.of(login), Action.SIGNED_OUT, "", remote);
            return login;
        });
    }
}
