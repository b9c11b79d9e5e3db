package cn.dangqun.server.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Tokens against forged forms. A signed-in person's token follows from the session's secret; everybody else's is a
/// random cookie that the form repeats.
final class FormTokens {
    static final String FIELD = "_csrf";

    private final SecureRandom random = new SecureRandom();

    String ofSession(String sessionToken) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return base64(digest.digest(("form:" + sessionToken).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String draw() {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        return base64(bytes);
    }

    static boolean matches(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
