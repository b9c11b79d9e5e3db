package cn.dangqun.kiosk.window;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// A page with who may see it: none hangs without.
record Route(String method, String path, Access access, Function<Call, CompletableFuture<Answer>> page) {
    /// Whether a browser shows it by itself, so that whoever is not signed in is led to the door.
    boolean isPage() {
        return method.equals("GET") && access == Access.SIGNED_IN && !path.startsWith("/window/");
    }

    enum Access {
        /// Shows nothing of anybody
        OPEN,
        /// A form of the open page, sent by that page
        OPEN_FORM,
        SIGNED_IN,
        /// Changes something: also with the token of the page
        SIGNED_IN_FORM;

        boolean isForm() {
            return this == OPEN_FORM || this == SIGNED_IN_FORM;
        }

        boolean asksForSession() {
            return this == SIGNED_IN || this == SIGNED_IN_FORM;
        }
    }
}
