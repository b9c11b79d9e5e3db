package cn.dangqun.server.web;

import java.util.EnumSet;
import java.util.Set;

/// Who may use a route; declared where the route is.
public sealed interface Right {

    record Anybody() implements Right {}

    record SignedIn() implements Right {}

    /// Everybody who is signed in, also whoever is [confined][Viewer#confined]
    record OwnAccount() implements Right {}

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

    static Right ownAccount() {
        return new OwnAccount();
    }

    static Right of(Permission first, Permission... others) {
        return new Held(EnumSet.of(first, others));
    }

    /// Whether somebody who is signed in has it.
    default boolean isOf(Viewer viewer) {
        return switch (this) {
            case Anybody() -> true;
            case OwnAccount() -> true;
            case SignedIn() -> !viewer.confined();
            case Held(var permissions) ->
                !viewer.confined() && viewer.permissions().containsAll(permissions);
        };
    }
}
