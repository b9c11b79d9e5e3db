package cn.dangqun.domain.fact;

/// Names a sealed attachment by the SHA-256 of its sealed bytes, 64 hex digits: strokes of a signature, a scan,
/// minutes, a resident's name and phone. It stays true when the key is destroyed and nothing can be read any more
/// (DESIGN §4, OQ-39).
public record SealedId(String hex) {
    public SealedId {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("an attachment is named by 64 hex digits");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
