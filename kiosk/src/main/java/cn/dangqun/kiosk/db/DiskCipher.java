package cn.dangqun.kiosk.db;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals what lies on the disk with AES-256-GCM, so that a stolen disk gives no names and no identity (F-70). What is
/// sealed is bound to its place: moved to another, it does not open. For one thread at a time.
public final class DiskCipher {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    // one for all items: looking for it among the providers takes longer than opening a name
    private final Cipher cipher;
    private final SecureRandom random = new SecureRandom();

    /// `secret`: at least 32 random bytes in any form; from them the key `of` what is to be sealed is derived.
    DiskCipher(byte[] secret, String of) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("the key of the disk needs at least 32 bytes");
        }
        this.key = new SecretKeySpec(derive(secret, of), "AES");
        this.cipher = aesGcm();
    }

    private static Cipher aesGcm() {
        try {
            return Cipher.getInstance(TRANSFORMATION);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + TRANSFORMATION, e);
        }
    }

    private static byte[] derive(byte[] secret, String of) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(("dangqun " + of + " 1\n").getBytes(StandardCharsets.UTF_8));
            return digest.digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    public byte[] seal(String place, byte[] plain) {
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            begin(Cipher.ENCRYPT_MODE, place, nonce);
            var sealed = cipher.doFinal(plain);
            var out = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, out, NONCE_BYTES, sealed.length);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a new nonce always seals", e);
        }
    }

    /// @throws GeneralSecurityException when it was not sealed here with this key
    public byte[] open(String place, byte[] sealed) throws GeneralSecurityException {
        if (sealed.length <= NONCE_BYTES) {
            throw new GeneralSecurityException("too short to be sealed");
        }
        var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        begin(Cipher.DECRYPT_MODE, place, nonce);
        return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    }

    private void begin(int mode, String place, byte[] nonce) throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    }
}
