package cn.dangqun.kiosk.window;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;

/// One request that was let in. `session` is present where the route asks for one.
record Call(InetAddress from, Map<String, String> form, Optional<WindowSession> session) {
    Call {
        form = Map.copyOf(form);
    }

    String form(String field) {
        return form.getOrDefault(field, "");
    }

    WindowSession signedIn() {
        return session.orElseThrow();
    }
}
