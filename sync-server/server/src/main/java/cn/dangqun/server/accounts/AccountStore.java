package cn.dangqun.server.accounts;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of accounts.
final class AccountStore {
    private static final String ROWS = """
            SELECT a.login, a.display_name, a.role, a.scope, coalesce(o.name, a.scope, '') AS scope_name, a.disabled,
              a.must_change, a.created_at, f.confirmed_at
            FROM account a
            LEFT JOIN organization o ON o.street = 1 AND o.id = a.scope
            LEFT JOIN second_factor f ON f.street = 1 AND f.login = a.login
            WHERE a.street = 1""";

    private AccountStore() {}

    static boolean has(Handle handle, Role role) {
        return handle.createQuery("SELECT count(*) FROM account WHERE street = 1 AND role = :role")
                        .bind("role", role.name())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    static boolean isTaken(Handle handle, String login) {
        return row(handle, login).isPresent();
    }

    static boolean hasAdministratorBeside(Handle handle, String login) {
        return all(handle).stream()
                .anyMatch(each -> each.isAdministrator() && !each.login().equals(login));
    }

    /// Here as below, pages that are open learn of it by `changes`.
    static void insert(Handle handle, ChangeLog changes, Account account, Instant now) {
        changes.note(Topic.Street.ACCOUNTS);
        handle.createUpdate("""
                        INSERT INTO account (login, display_name, role, scope, verifier, must_change, created_at)
                        VALUES (:login, :name, :role, :scope, :verifier, :change, :now)""")
                .bind("login", account.login())
                .bind("name", account.displayName())
                .bind("role", account.role().name())
                .bind("scope", account.scope().top().map(OrganizationId::value).orElse(null))
                .bind("verifier", account.verifier())
                .bind("change", account.mustChange() ? 1 : 0)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// Empty for a disabled one, too.
    static Optional<Account> find(Handle handle, String login) {
        return handle.createQuery("""
                        SELECT login, display_name, role, scope, verifier, must_change FROM account
                        WHERE street = 1 AND login = :login AND disabled = 0""")
                .bind("login", login)
                .map(AccountStore::account)
                .findOne();
    }

    static Optional<AccountRow> row(Handle handle, String login) {
        return handle.createQuery(ROWS + " AND a.login = :login")
                .bind("login", login)
                .map(AccountStore::accountRow)
                .findOne();
    }

    /// By login. A street has dozens, not thousands.
    static List<AccountRow> all(Handle handle) {
        return handle.createQuery(ROWS + " ORDER BY a.login")
                .map(AccountStore::accountRow)
                .list();
    }

    static Optional<Instant> lastSignIn(Handle handle, String login) {
        return handle.createQuery("""
                        SELECT at FROM audit_entry WHERE street = 1 AND login = :login AND action = 'SIGNED_IN'
                        ORDER BY at DESC LIMIT 1""")
                .bind("login", login)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /// `own`: the person alone knows the password.
    static void changeVerifier(Handle handle, ChangeLog changes, String login, String verifier, boolean own) {
        changes.note(Topic.Street.ACCOUNTS);
        handle.createUpdate("UPDATE account SET verifier = :verifier, must_change = :change"
                        + " WHERE street = 1 AND login = :login")
                .bind("login", login)
                .bind("verifier", verifier)
                .bind("change", own ? 0 : 1)
                .execute();
    }

    static void place(Handle handle, ChangeLog changes, String login, Role role, Scope scope) {
        changes.note(Topic.Street.ACCOUNTS);
        handle.createUpdate("UPDATE account SET role = :role, scope = :scope WHERE street = 1 AND login = :login")
                .bind("login", login)
                .bind("role", role.name())
                .bind("scope", scope.top().map(OrganizationId::value).orElse(null))
                .execute();
    }

    /// Whether no other account can sign in.
    static boolean isAlone(Handle handle, String login) {
        return handle.createQuery("SELECT 1 FROM account WHERE street = 1 AND disabled = 0 AND login <> ? LIMIT 1")
                .bind(0, login)
                .mapTo(Integer.class)
                .findOne()
                .isEmpty();
    }

    static void disable(Handle handle, ChangeLog changes, String login, boolean disabled) {
        changes.note(Topic.Street.ACCOUNTS);
        handle.createUpdate("UPDATE account SET disabled = :disabled WHERE street = 1 AND login = :login")
                .bind("login", login)
                .bind("disabled", disabled ? 1 : 0)
                .execute();
    }

    private static Account account(ResultSet row, StatementContext ignored) throws SQLException {
        return new Account(
                row.getString("login"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                scope(row),
                row.getString("verifier"),
                row.getBoolean("must_change"));
    }

    private static AccountRow accountRow(ResultSet row, StatementContext ignored) throws SQLException {
        return new AccountRow(
                row.getString("login"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                scope(row),
                row.getString("scope_name"),
                row.getBoolean("disabled"),
                row.getBoolean("must_change"),
                row.getLong("confirmed_at") > 0,
                Instant.ofEpochMilli(row.getLong("created_at")));
    }

    private static Scope scope(ResultSet row) throws SQLException {
        return new Scope(Optional.ofNullable(row.getString("scope")).map(OrganizationId::new));
    }
}
