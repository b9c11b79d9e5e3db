package cn.dangqun.domain.credential;

import java.util.HexFormat;

/// Keyed hash of a card's identity: HMAC-SHA-256 under the street's card secret, 64 lower-case hex digits (F-91).
/// It finds a person; it proves nothing, since chip serials can be copied (F-01).
public record CardKey(String hex) {
    public CardKey {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a card key has 64 hex digits");
        }
    }

    public static CardKey of(byte[] hash) {
        return new CardKey(HexFormat.of().formatHex(hash));
    }

    /// Enough to tell two log lines apart, not enough to look a card up.
    @Override
    public String toString() {
        return "card-" + hex.substring(0, 6);
    }
}
