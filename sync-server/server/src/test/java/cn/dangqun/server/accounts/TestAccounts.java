package cn.dangqun.server.accounts;

import cn.dangqun.server.db.Database;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Scope;
import java.time.Instant;
import java.util.Set;

/// Accounts for tests of other packages.
public final class TestAccounts {
    private TestAccounts() {}

    public static Set<Permission> permissions(Role role) {
        return role.permissions();
    }

    public static void add(
            Database database,
            Passwords passwords,
            Instant now,
            String login,
            String password,
            Role role,
            Scope scope) {
        var account = new Account(login, "样例管理员", role, scope, passwords.verifier(password), false);
        database.write((handle, changes) -> {
            AccountStore.insert(handle, changes, account, now);
            return account;
        });
    }
}
