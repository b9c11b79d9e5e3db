package cn.dangqun.server.vault;

import java.security.SecureRandom;
import java.util.Base64;

/// The tokens of other systems: 256 bits each, of which the database holds the hash alone.
public final class DataTokens {
    private static final int SECRET_BYTES = 32;
    private static final int ID_LENGTH = 16;

    private DataTokens() {}

    /// Kept nowhere but by whoever it is given to.
    public static String draw(SecureRandom random) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    public static String hash(String token) {
        return Hashes.sha256(token);
    }

    /// What tells the token of that hash from others; it opens nothing.
    public static String id(String hash) {
        return hash.substring(0, ID_LENGTH);
    }
}
