package cn.dangqun.server.accounts;

import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.vault.KnownBrowsers;
import cn.dangqun.server.web.Scope;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Makes accounts and changes what they may. Whoever loses rights loses them with the commit: each request reads
/// them anew, and the commit makes every open page do so. Blocks for argon2 and for the commit; virtual threads only.
public final class AccountDesk {
    private final Database database;
    private final Clock clock;
    private final Passwords passwords;

    public AccountDesk(Database database, Clock clock, Passwords passwords) {
        this.database = database;
        this.clock = clock;
        this.passwords = passwords;
    }

    /// Somebody who has no account yet. A login of a wrong form, a name that is missing or too long, and a role without
    /// such a scope are refused with IllegalArgumentException.
    public record Newcomer(String login, String name, Role role, Scope scope) {
        private static final int LONGEST_NAME = 40;

        public Newcomer {
            if (!Account.isLogin(login) || !isName(name) || !role.fits(scope)) {
                throw new IllegalArgumentException("no such account can be");
            }
        }

        static boolean isName(String text) {
            return !text.isBlank() && text.length() <= LONGEST_NAME;
        }

        private Account account(String verifier, boolean mustChange) {
            return new Account(login, name, role, scope, verifier, mustChange);
        }
    }

    enum Result {
        DONE,
        UNKNOWN,
        /// Nobody could manage accounts any more
        LAST_ADMINISTRATOR,
        /// The role needs another part of the street
        UNFIT
    }

    /// With a password that its owner chose. False when the login is taken.
    public boolean add(Newcomer newcomer, String password, Actor actor) {
        return insert(newcomer.account(passwords.verifier(password), false), actor);
    }

    /// With a password that must be changed. Empty when the login is taken.
    public Optional<NewLogin> addWithPassword(Newcomer newcomer, Actor actor) {
        var login = new NewLogin(newcomer.login(), OneTimePassword.draw());
        boolean added = insert(newcomer.account(passwords.verifier(login.password()), true), actor);
        return added ? Optional.of(login) : Optional.empty();
    }

    private boolean insert(Account account, Actor actor) {
        return database.write((handle, changes) -> {
            if (AccountStore.isTaken(handle, account.login())) {
                return false;
            }
            AccountStore.insert(handle, changes, account, clock.instant());
            actor.note(handle, clock.instant(), Action.ACCOUNT_CREATED, account.login());
            return true;
        });
    }

    Result place(String login, Role role, Scope scope, Actor actor) {
        if (!role.fits(scope)) {
            return Result.UNFIT;
        }
        boolean stays = role == Role.STREET_ADMIN;
        return change(login, stays, actor, Action.ACCOUNT_ROLE_CHANGED, (handle, changes) -> {
            AccountStore.place(handle, changes, login, role, scope);
        });
    }

    Result disable(String login, Actor actor) {
        return change(login, false, actor, Action.ACCOUNT_DISABLED, (handle, changes) -> {
            AccountStore.disable(handle, changes, login, true);
            shutOut(handle, changes, login);
        });
    }

    Result enable(String login, Actor actor) {
        return change(
                login,
                true,
                actor,
                Action.ACCOUNT_ENABLED,
                (handle, changes) -> AccountStore.disable(handle, changes, login, false));
    }

    private interface Deed {
        void at(Handle handle, ChangeLog changes);
    }

    private Result change(String login, boolean staysAdministrator, Actor actor, Action action, Deed deed) {
        return database.write((handle, changes) -> {
            var known = AccountStore.row(handle, login);
            if (known.isEmpty()) {
                return Result.UNKNOWN;
            }
            if (!staysAdministrator
                    && known.get().isAdministrator()
                    && !AccountStore.hasAdministratorBeside(handle, login)) {
                return Result.LAST_ADMINISTRATOR;
            }
            deed.at(handle, changes);
            actor.note(handle, clock.instant(), action, login);
            return Result.DONE;
        });
    }

    /// From the machine itself, when somebody cannot get in any more: enabled again, with a password that must be
    /// changed, without a second factor, and nobody else signed in. Empty when there is no such account.
    Optional<NewLogin> recover(String login, Actor actor) {
        var given = new NewLogin(login, OneTimePassword.draw());
        var verifier = passwords.verifier(given.password());
        return database.write((handle, changes) -> {
            if (AccountStore.row(handle, login).isEmpty()) {
                return Optional.empty();
            }
            AccountStore.disable(handle, changes, login, false);
            AccountStore.changeVerifier(handle, changes, login, verifier, false);
            shutOut(handle, changes, login);
            if (SecondFactor.isSet(handle, login)) {
                SecondFactor.remove(handle, login, clock.instant(), actor);
            }
            Lockout.clear(handle, Lockout.ofAccount(login));
            actor.note(handle, clock.instant(), Action.ACCOUNT_RECOVERED, login);
            return Optional.of(given);
        });
    }

    private static void shutOut(Handle handle, ChangeLog changes, String login) {
        Sessions.endAll(handle, changes, login);
        KnownBrowsers.forget(handle, login);
    }
}
