package cn.dangqun.server.web;

import java.util.Set;

/// The person behind a signed-in request. `login` is the account's name for signing in; `roleName` is Chinese.
public record Viewer(String login, String displayName, String roleName, Scope scope, Set<Permission> permissions) {
    public Viewer {
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
