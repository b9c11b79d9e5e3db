package cn.dangqun.server.accounts;

import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Scope;
import java.time.Clock;
import java.util.Optional;

/// Gives a new database its first administrator, at the word of whoever sits at the machine. The password is
/// returned once, stored nowhere, and opens nothing until it is changed.
public final class FirstAccounts {
    private static final String ADMIN = "admin";

    private final Database database;
    private final Clock clock;
    private final Passwords passwords;
    private final Texts texts;

    public FirstAccounts(Database database, Clock clock, Passwords passwords, Texts texts) {
        this.database = database;
        this.clock = clock;
        this.passwords = passwords;
        this.texts = texts;
    }

    /// Another one each time, the last of them counts, until somebody has changed it. Empty from then on.
    Optional<NewLogin> password(Actor actor) {
        var given = new NewLogin(ADMIN, OneTimePassword.draw());
        var account = new Account(
                ADMIN,
                texts.get("accounts.first.admin"),
                Role.STREET_ADMIN,
                Scope.wholeStreet(),
                passwords.verifier(given.password()),
                true);
        return database.write((handle, changes) -> {
            var known = AccountStore.row(handle, ADMIN);
            if (known.isEmpty() && !AccountStore.has(handle, Role.STREET_ADMIN)) {
                AccountStore.insert(handle, changes, account, clock.instant());
            } else if (known.filter(AccountRow::isFirstAdministrator).isPresent()
                    && !AccountStore.hasAdministratorBeside(handle, ADMIN)) {
                AccountStore.changeVerifier(handle, changes, ADMIN, account.verifier(), false);
                Sessions.endAll(handle, changes, ADMIN);
            } else {
                return Optional.empty();
            }
            actor.note(handle, clock.instant(), Action.FIRST_PASSWORD_GIVEN, ADMIN);
            return Optional.of(given);
        });
    }

    /// A login of the demonstration, whose password everybody knows; nothing when there is one of that name.
    boolean add(NewLogin login, String name, Role role, Scope scope) {
        if (database.read(handle -> AccountStore.row(handle, login.login()).isPresent())) {
            return false;
        }
        var account = new Account(login.login(), name, role, scope, passwords.verifier(login.password()), false);
        database.write((handle, changes) -> {
            AccountStore.insert(handle, changes, account, clock.instant());
            return account;
        });
        return true;
    }
}
