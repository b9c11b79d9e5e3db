package cn.dangqun.server.accounts;

import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Scope;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Whom others may leave something to on the console: accounts that work.
public final class Colleagues {
    private Colleagues() {}

    public record Colleague(String login, String displayName, Scope scope) {}

    /// By login, those with that right. A street has dozens.
    public static List<Colleague> with(Handle handle, Permission permission) {
        return AccountStore.all(handle).stream()
                .filter(each -> !each.disabled())
                .filter(each -> each.role().permissions().contains(permission))
                .map(each -> new Colleague(each.login(), each.displayName(), each.scope()))
                .toList();
    }
}
