package cn.dangqun.store;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Bytes sealed by AES-256-GCM with a key of their own. Once the key is destroyed nobody reads them any more, and their
/// name, the SHA-256 of the sealed bytes, stays true (DESIGN §4, OQ-39). Arrays are not copied: do not change them.
public final class SealedBytes {
    /// Most plain bytes, so that it fits into one frame of the sync protocol.
    public static final int MOST = 512 * 1024;

    public static final int KEY_BYTES = 32;
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final byte[] sealed;
    private final byte[] key;

    /// As kept or received; whether the key fits shows in [#open()].
    public SealedBytes(byte[] sealed, byte[] key) {
        this.sealed = sealed;
        this.key = key;
    }

    /// 12 bytes of nonce, then the sealed text and its tag.
    public byte[] sealed() {
        return sealed;
    }

    public byte[] key() {
        return key;
    }

    /// @throws IllegalArgumentException when it is more than [#MOST]
    public static SealedBytes seal(byte[] plain, SecureRandom random) {
        if (plain.length > MOST) {
            throw new IllegalArgumentException("an attachment has at most " + MOST + " bytes, not " + plain.length);
        }
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce);
            var out = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, out, NONCE_BYTES);
            return new SealedBytes(out, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a new key always seals", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    /// @throws GeneralSecurityException when it was not sealed with this key
    public byte[] open() throws GeneralSecurityException {
        if (sealed.length <= NONCE_BYTES || key.length != KEY_BYTES) {
            throw new GeneralSecurityException("not sealed, or without its key");
        }
        var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    }

    /// SHA-256 of the sealed bytes, 64 hex digits.
    public String id() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sealed));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
