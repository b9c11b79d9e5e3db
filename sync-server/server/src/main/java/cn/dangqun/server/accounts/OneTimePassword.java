package cn.dangqun.server.accounts;

import java.security.SecureRandom;

/// A password that somebody is given and must change: four groups of four, 79 random bits, no characters that look
/// like another.
final class OneTimePassword {
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private OneTimePassword() {}

    static String draw() {
        var random = new SecureRandom();
        var out = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            out.append(i > 0 && i % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return out.toString();
    }
}
