package cn.dangqun.server.accounts;

import cn.dangqun.server.web.Scope;
import java.util.Locale;

/// A person who may use the console. `login` is lower case; `verifier` is an encoded argon2id verifier.
///
/// @param mustChange somebody else knows the password
public record Account(String login, String displayName, Role role, Scope scope, String verifier, boolean mustChange) {
    private static final int LONGEST_LOGIN = 64;

    public Account {
        if (!isLogin(login)) {
            throw new IllegalArgumentException("a login has 2 to 64 of a-z 0-9 . -");
        }
    }

    static boolean isLogin(String text) {
        return text.matches("[a-z0-9.-]{2," + LONGEST_LOGIN + "}");
    }

    /// How people may type a login.
    static String normalised(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        return text.length() > LONGEST_LOGIN ? text.substring(0, LONGEST_LOGIN) : text;
    }

    @Override
    public String toString() {
        return login;
    }
}
