package cn.dangqun.server.web;

import java.util.Set;

/// The person behind a signed-in request. `login` is the account's name for signing in; `roleName` is Chinese.
///
/// @param confined signed in with a password that somebody else knows: until it is changed, the own account is all
/// there
///     is ([Right.OwnAccount])
public record Viewer(
        String login, String displayName, String roleName, Scope scope, Set<Permission> permissions, boolean confined) {
    public Viewer {
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
