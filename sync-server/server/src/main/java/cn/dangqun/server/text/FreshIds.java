package cn.dangqun.server.text;

import java.security.SecureRandom;

/// Draws ids that nobody has: eight characters without those that are read for one another. For any thread.
public final class FreshIds {
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    public String draw(String prefix) {
        var id = new StringBuilder(prefix);
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
