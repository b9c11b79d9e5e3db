package cn.dangqun.server.accounts;

import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Scope;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Whom others may leave something to on the console: accounts that work; and how whoever did something is called.
public final class Colleagues {
    private Colleagues() {}

    public record Colleague(String login, String displayName, Scope scope) {}

    /// SQL for the name of whoever has the login in that column, or the login where no account has it. One look at the
    /// key of accounts.
    public static String called(String column) {
        return "coalesce((SELECT named.display_name FROM account named WHERE named.street = 1 AND named.login = "
                + column + "), " + column + ")";
    }

    /// By login, those with that right. A street has dozens.
    public static List<Colleague> with(Handle handle, Permission permission) {
        return AccountStore.all(handle).stream()
                .filter(each -> !each.disabled())
                .filter(each -> each.role().permissions().contains(permission))
                .map(each -> new Colleague(each.login(), each.displayName(), each.scope()))
                .toList();
    }
}
