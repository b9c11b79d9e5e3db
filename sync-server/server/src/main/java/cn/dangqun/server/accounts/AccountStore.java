package cn.dangqun.server.accounts;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of accounts.
final class AccountStore {
    private AccountStore() {}

    static boolean has(Handle handle, Role role) {
        return handle.createQuery("SELECT count(*) FROM account WHERE street = 1 AND role = :role")
                        .bind("role", role.name())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    static void insert(Handle handle, Account account, Instant now) {
        handle.createUpdate("""
                        INSERT INTO account (login, display_name, role, scope, verifier, created_at)
                        VALUES (:login, :name, :role, :scope, :verifier, :now)""")
                .bind("login", account.login())
                .bind("name", account.displayName())
                .bind("role", account.role().name())
                .bind("scope", account.scope().top().map(OrganizationId::value).orElse(null))
                .bind("verifier", account.verifier())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    static Optional<Account> find(Handle handle, String login) {
        return handle.createQuery("""
                        SELECT login, display_name, role, scope, verifier FROM account
                        WHERE street = 1 AND login = :login AND disabled = 0""")
                .bind("login", login)
                .map(AccountStore::account)
                .findOne();
    }

    static void changeVerifier(Handle handle, String login, String verifier) {
        handle.createUpdate("UPDATE account SET verifier = :verifier WHERE street = 1 AND login = :login")
                .bind("login", login)
                .bind("verifier", verifier)
                .execute();
    }

    private static Account account(ResultSet row, StatementContext ignored) throws SQLException {
        return new Account(
                row.getString("login"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                new Scope(Optional.ofNullable(row.getString("scope")).map(OrganizationId::new)),
                row.getString("verifier"));
    }
}
