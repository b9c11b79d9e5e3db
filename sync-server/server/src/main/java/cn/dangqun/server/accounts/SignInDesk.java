package cn.dangqun.server.accounts;

import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Lets people in and out. Blocks for argon2 and for the commit; virtual threads only.
public final class SignInDesk {
    private static final Duration AFTER_A_CROWD = Duration.ofSeconds(30);

    private final Database database;
    private final Clock clock;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Vault vault;
    private final SecondFactor secondFactor;
    private final HalfSignIns half;
    private final Crowd crowd = new Crowd();
    /// Checked when there is no such account, so that the answer takes as long as for one that exists.
    private final String nobodysVerifier;

    public SignInDesk(Database database, Clock clock, Passwords passwords, Sessions sessions, Vault vault) {
        this.database = database;
        this.clock = clock;
        this.passwords = passwords;
        this.sessions = sessions;
        this.vault = vault;
        this.secondFactor = new SecondFactor(database, clock, vault.console());
        this.half = new HalfSignIns(vault.console());
        this.nobodysVerifier = passwords.verifier("nobody");
    }

    /// Who stands there: `browser` is what the browser says it is known by.
    record From(String remote, Optional<String> browser) {
        @Override
        public String toString() {
            return remote;
        }
    }

    SignInResult signIn(String typedLogin, String password, From from) {
        var login = Account.normalised(typedLogin);
        var knock = knock(login, from);
        if (!admits(knock)) {
            return new SignInResult.Locked(AFTER_A_CROWD);
        }
        var account = database.read(handle -> AccountStore.find(handle, login));
        var locked = counted(knock, account);
        if (locked.isPresent()) {
            return locked.get();
        }
        try {
            var known = verified(account, password, knock.isKnown());
            return known.isPresent() ? passed(known.get(), knock, from) : refuse(account, Action.SIGN_IN_FAILED, from);
        } catch (Passwords.BusyException busy) {
            return new SignInResult.Busy();
        }
    }

    /// The second step; `token` is what the first one gave.
    SignInResult second(String token, String typed, From from) {
        var account =
                HalfSignIns.login(token).flatMap(login -> database.read(handle -> AccountStore.find(handle, login)));
        if (account.isEmpty() || !half.isOf(account.get(), token, clock.instant())) {
            return new SignInResult.TooLate();
        }
        // A count of its own: whoever knows the password may not guess on for ever.
        var knock = knock("second " + account.get().login(), from);
        return counted(knock, account)
                .orElseGet(() -> database.write((handle, changes) -> {
                    var check = secondFactor.take(handle, account.get().login(), typed);
                    if (check == SecondFactor.Check.WRONG) {
                        note(handle, account, Action.SECOND_FACTOR_FAILED, from);
                        return new SignInResult.WrongFigures();
                    }
                    if (check == SecondFactor.Check.RECOVERY_CODE) {
                        note(handle, account, Action.RECOVERY_CODE_USED, from);
                    }
                    return enter(handle, account.get(), knock, from);
                }));
    }

    /// A stranger costs a hash and a row of the record; so many of them at once cost nothing but a sum.
    private boolean admits(Lockout.Knock knock) {
        var now = clock.instant();
        boolean admitted = knock.isKnown() || crowd.admits(knock.network(), now);
        long turnedAway = crowd.sum(now);
        if (turnedAway > 0) {
            database.write((handle, changes) -> {
                Audit.note(
                        handle,
                        now,
                        Optional.empty(),
                        Action.SIGN_INS_TURNED_AWAY,
                        Long.toString(turnedAway),
                        knock.remote());
                return turnedAway;
            });
        }
        return admitted;
    }

    private Lockout.Knock knock(String counted, From from) {
        var login = counted.substring(counted.indexOf(' ') + 1);
        boolean known = from.browser().isPresent()
                && database.read(handle -> vault.browsers().knows(handle, login, from.browser(), clock.instant()));
        return new Lockout.Knock(counted, from.browser().filter(ignored -> known), from.remote());
    }

    private Optional<SignInResult> counted(Lockout.Knock knock, Optional<Account> account) {
        var now = clock.instant();
        return database.write((handle, changes) -> {
            var until = Lockout.attempt(handle, knock, now);
            until.ifPresent(ignored ->
                    note(handle, account, Action.SIGN_IN_LOCKED, new From(knock.remote(), Optional.empty())));
            return until.map(end -> new SignInResult.Locked(Duration.between(now, end)));
        });
    }

    private Optional<Account> verified(Optional<Account> account, String password, boolean isKnown) {
        boolean matches = password.length() <= PasswordRule.LONGEST
                && passwords.matches(account.map(Account::verifier).orElse(nobodysVerifier), password, isKnown);
        return account.filter(ignored -> matches);
    }

    private SignInResult passed(Account account, Lockout.Knock knock, From from) {
        if (!knock.isKnown()) {
            crowd.giveBack(knock.network(), clock.instant());
        }
        return database.write((handle, changes) -> {
            if (SecondFactor.isSet(handle, account.login())) {
                Lockout.clear(handle, knock);
                return new SignInResult.SecondStep(half.issue(account, clock.instant()));
            }
            return enter(handle, account, knock, from);
        });
    }

    private SignInResult enter(Handle handle, Account account, Lockout.Knock knock, From from) {
        var now = clock.instant();
        Lockout.clear(handle, knock);
        note(handle, Optional.of(account), Action.SIGNED_IN, from);
        return new SignInResult.SignedIn(
                sessions.start(handle, account, from.remote(), now),
                vault.browsers().remember(handle, account.login(), from.browser(), now));
    }

    private SignInResult refuse(Optional<Account> account, Action action, From from) {
        return database.write((handle, changes) -> {
            note(handle, account, action, from);
            return new SignInResult.Refused();
        });
    }

    private void note(Handle handle, Optional<Account> account, Action action, From from) {
        Audit.note(handle, clock.instant(), account.map(Account::login), action, "", from.remote());
    }

    void signOut(String login, String sessionToken, String remote) {
        database.write((handle, changes) -> {
            sessions.end(handle, changes, sessionToken);
            Audit.note(handle, clock.instant(), Optional.of(login), Action.SIGNED_OUT, "", remote);
            return login;
        });
    }

    /// Ends one session of somebody, or all of them. False when there is none.
    boolean endSessions(String login, Optional<String> id, Actor actor) {
        return database.write((handle, changes) -> {
            boolean ended = id.map(each -> Sessions.endOne(handle, changes, login, each))
                    .orElseGet(() -> Sessions.endAll(handle, changes, login) > 0);
            if (ended) {
                actor.note(handle, clock.instant(), Action.SESSIONS_ENDED, login);
            }
            return ended;
        });
    }
}
