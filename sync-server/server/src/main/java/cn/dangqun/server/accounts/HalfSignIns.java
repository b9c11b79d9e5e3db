package cn.dangqun.server.accounts;

import cn.dangqun.server.vault.ConsoleKey;
import cn.dangqun.server.vault.Hashes;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Whose password was right and whose second factor is still to come: signed, so that nothing of it is kept, and
/// good for five minutes or until the password changes.
record HalfSignIns(ConsoleKey key) {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int PARTS = 3;

    String issue(Account account, Instant now) {
        var until = Long.toString(now.plus(LIFE).toEpochMilli());
        return account.login() + "_" + until + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(key.sign(text(account, until)));
    }

    /// The login that it names; whether that is true tells [#isOf].
    static Optional<String> login(String token) {
        var parts = token.split("_", PARTS);
        return parts.length == PARTS ? Optional.of(parts[0]) : Optional.empty();
    }

    boolean isOf(Account account, String token, Instant now) {
        var parts = List.of(token.split("_", PARTS));
        if (parts.size() != PARTS || !parts.get(1).matches("\\d{1,15}")) {
            return false;
        }
        return now.toEpochMilli() < Long.parseLong(parts.get(1))
                && signature(parts.get(2))
                        .filter(each -> key.isSigned(text(account, parts.get(1)), each))
                        .isPresent();
    }

    private static Optional<byte[]> signature(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String text(Account account, String until) {
        return "half " + account.login() + " " + until + " " + Hashes.sha256(account.verifier());
    }
}
