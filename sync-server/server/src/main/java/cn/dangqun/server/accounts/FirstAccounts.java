package cn.dangqun.server.accounts;

import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Scope;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/// Gives a new database its first administrator, whose password is returned once and stored nowhere. Called once, at
/// start, before the console listens.
public final class FirstAccounts {
    private static final String ADMIN = "admin";
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;

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

    /// A login for the person who starts the server; show it on the terminal, never in a log.
    public record NewLogin(String login, String password) {
        @Override
        public String toString() {
            return login;
        }
    }

    /// Empty when somebody can sign in already.
    public Optional<NewLogin> ensureAdmin() {
        var login = new NewLogin(ADMIN, drawPassword());
        return add(login, texts.get("accounts.first.admin"), Role.STREET_ADMIN, Scope.wholeStreet())
                ? Optional.of(login)
                : Optional.empty();
    }

    /// Only the very first account of a role is made here.
    boolean add(NewLogin login, String name, Role role, Scope scope) {
        if (database.read(handle -> AccountStore.has(handle, role))) {
            return false;
        }
        var account = new Account(login.login(), name, role, scope, passwords.verifier(login.password()));
        database.write((handle, changes) -> {
            AccountStore.insert(handle, account, clock.instant());
            return account;
        });
        return true;
    }

    private static String drawPassword() {
        var random = new SecureRandom();
        var out = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            out.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return out.toString();
    }
}
