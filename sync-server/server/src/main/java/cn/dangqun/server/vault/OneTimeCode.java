package cn.dangqun.server.vault;

import java.security.SecureRandom;
import java.util.Locale;

/// A one-time code as people type it: three groups of four, no letters that look like digits (F-69). Only its hash is
/// stored; with 59 random bits and ten minutes of life it needs no salt.
public record OneTimeCode(String text) {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    static OneTimeCode draw(SecureRandom random) {
        var text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new OneTimeCode(text.toString());
    }

    /// Hyphens, spaces and letter case do not matter.
    public String hash() {
        return Hashes.sha256(text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "OneTimeCode[hidden]";
    }
}
