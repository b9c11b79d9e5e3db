package cn.dangqun.server.web;

import java.util.EnumSet;
import java.util.Set;

/// Who may use a route; declared where the route is.
public sealed interface Right {

    record Anybody() implements Right {}

    record SignedIn() implements Right {}

    /// Every one of these
    record Held(Set<Permission> permissions) implements Right {
        public Held {
            permissions = Set.copyOf(permissions);
        }
    }

    static Right anybody() {
        return new Anybody();
    }

    static Right signedIn() {
        return new SignedIn();
    }

    static Right of(Permission first, Permission... others) {
        return new Held(EnumSet.of(first, others));
    }

    /// Whether somebody who is signed in has it.
    default boolean isOf(Viewer viewer) {
        return switch (this) {
            case Anybody() -> true;
            case SignedIn() -> true;
            case Held(var permissions) -> viewer.permissions().containsAll(permissions);
        };
    }
}
