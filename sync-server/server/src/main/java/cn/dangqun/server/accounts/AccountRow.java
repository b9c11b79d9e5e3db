package cn.dangqun.server.accounts;

import cn.dangqun.server.web.Scope;
import java.time.Instant;

/// An account as the list shows it. `scopeName` is empty for the whole street.
record AccountRow(
        String login,
        String displayName,
        Role role,
        Scope scope,
        String scopeName,
        boolean disabled,
        boolean mustChange,
        boolean secondFactor,
        Instant createdAt) {

    /// One of those who keep accounts in order.
    boolean isAdministrator() {
        return role == Role.STREET_ADMIN && scope.top().isEmpty() && !disabled;
    }

    /// Whose password nobody has changed yet.
    boolean isFirstAdministrator() {
        return isAdministrator() && mustChange;
    }
}
