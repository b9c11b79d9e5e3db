package cn.dangqun.domain.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Names a content file: the SHA-256 of its bytes, 64 lower-case hex digits. Other bytes have another name.
public record ContentId(String hex) implements Comparable<ContentId> {
    private static final int LENGTH = 64;

    public ContentId {
        if (!isContentId(hex)) {
            throw new IllegalArgumentException("a content file is named by 64 hex digits");
        }
    }

    public static boolean isContentId(String text) {
        return text.length() == LENGTH && text.chars().allMatch(each -> "0123456789abcdef".indexOf(each) >= 0);
    }

    public static ContentId of(byte[] bytes) {
        try {
            return new ContentId(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// From the 32 bytes that travel.
    public static ContentId ofRaw(byte[] raw) {
        return new ContentId(HexFormat.of().formatHex(raw));
    }

    public byte[] raw() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public int compareTo(ContentId other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
