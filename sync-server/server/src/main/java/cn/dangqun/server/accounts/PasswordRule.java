package cn.dangqun.server.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which passwords are too easy to guess to be taken. Length counts for more than signs of many kinds.
final class PasswordRule {
    static final int SHORTEST = 10;
    static final int LONGEST = 200;

    private static final int FEWEST_DIFFERENT = 5;

    /// What is left of most guessed passwords when figures and signs are taken off both ends.
    private static final Set<String> TRIED_FIRST = Set.of(
            "",
            "a",
            "aa",
            "abc",
            "abcd",
            "admin",
            "administrator",
            "asdf",
            "asdfghjkl",
            "china",
            "dangjian",
            "dangqun",
            "dangyuan",
            "dangzhibu",
            "gongchandang",
            "huawei",
            "iloveyou",
            "jiedao",
            "letmein",
            "p@ssw0rd",
            "passw0rd",
            "password",
            "q1w2e3r4t",
            "qazwsx",
            "qazwsxedc",
            "qwe",
            "qwer",
            "qwerty",
            "qwertyuiop",
            "root",
            "shequ",
            "test",
            "user",
            "welcome",
            "woaini",
            "woaizuguo",
            "zhongguo",
            "zxcvbnm",
            "党建",
            "党员",
            "党群",
            "我爱你",
            "社区",
            "街道");

    private PasswordRule() {}

    enum Weakness {
        TOO_SHORT,
        /// Only figures, a word that everybody tries first, or too few different characters
        COMMON,
        /// It has the account's own name in it
        LIKE_LOGIN
    }

    /// Empty when it is good enough.
    static Optional<Weakness> weakness(String login, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST || password.length() > LONGEST) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        var plain = password.toLowerCase(Locale.ROOT);
        if (plain.contains(login) || plain.contains(login.replaceAll("[.-]", ""))) {
            return Optional.of(Weakness.LIKE_LOGIN);
        }
        var core = plain.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        boolean common = TRIED_FIRST.contains(core) || plain.chars().distinct().count() < FEWEST_DIFFERENT;
        return common ? Optional.of(Weakness.COMMON) : Optional.empty();
    }
}
