package cn.dangqun.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// What a kiosk seals its ledger with, and the street can give it again (decision 0019). Never printed.
public final class LedgerKey {
    public static final int BYTES = 32;

    private static final int NAME_BYTES = 8;

    private final byte[] key;

    /// @throws IllegalArgumentException when it is not [#BYTES] long
    public LedgerKey(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("a key of a ledger has " + BYTES + " bytes");
        }
        this.key = key.clone();
    }

    public byte[] bytes() {
        return key.clone();
    }

    /// Tells keys apart without telling them: 16 hex digits.
    public String name() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("dangqun ledger key name 1\n".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(key), NAME_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "LedgerKey[hidden]";
    }
}
