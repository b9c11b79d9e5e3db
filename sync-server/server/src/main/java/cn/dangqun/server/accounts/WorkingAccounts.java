package cn.dangqun.server.accounts;

import cn.dangqun.server.web.Permission;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Whether those who can sign in are enough: the wall needs one who writes and another who approves, from the
/// first day (OQ-30). `hasStreetPair`: also of what hangs in the whole street, which only who has all of it can
/// write, one can write and another approve.
public record WorkingAccounts(int count, boolean hasApprover, boolean hasPair, boolean hasStreetPair) {
    public static WorkingAccounts of(Handle handle) {
        return of(AccountStore.all(handle));
    }

    static WorkingAccounts of(List<AccountRow> all) {
        var working = all.stream().filter(each -> !each.disabled()).toList();
        long approvers = having(working, Permission.APPROVE_WALL);
        var ofStreet =
                working.stream().filter(each -> each.scope().top().isEmpty()).toList();
        return new WorkingAccounts(
                working.size(),
                approvers > 0,
                approvers > 0 && having(working, Permission.WRITE_WALL) > 1,
                approvers > 0 && having(ofStreet, Permission.WRITE_WALL) > 1);
    }

    private static long having(List<AccountRow> accounts, Permission permission) {
        return accounts.stream()
                .filter(each -> each.role().permissions().contains(permission))
                .count();
    }
}
