package cn.dangqun.domain.credential;

import java.util.HexFormat;

/// Keyed form of a card's identity (F-91): a coordinate of a point, 64 lower-case hex digits, under the secret of
/// whoever keeps it. The street's differs from every kiosk's. It finds a person; it proves nothing, since chip serials
/// can be copied (F-01).
///
/// `under`: which secret that is, 16 hex digits; empty where everybody who has the key knows.
public record CardKey(String hex, String under) {
    public CardKey {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a card key has 64 hex digits");
        }
        if (!under.matches("([0-9a-f]{16})?")) {
            throw new IllegalArgumentException("a secret is named by 16 hex digits");
        }
    }

    public CardKey(String hex) {
        this(hex, "");
    }

    public static CardKey of(byte[] hash) {
        return of(hash, "");
    }

    public static CardKey of(byte[] hash, String under) {
        return new CardKey(HexFormat.of().formatHex(hash), under);
    }

    /// Enough to tell two log lines apart, not enough to look a card up.
    @Override
    public String toString() {
        return "card-" + hex.substring(0, 6);
    }
}
