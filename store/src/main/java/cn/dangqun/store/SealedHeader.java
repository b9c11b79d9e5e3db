package cn.dangqun.store;

import cn.dangqun.store.SealedFileException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The beginning of a sealed file: what the key is made with, how to tell whether it is the right one, and a sum that
/// tells a harmed beginning from a wrong passphrase. Layout: docs/decisions/0018.
final class SealedHeader {
    /// Of plain text in each chunk but the last.
    static final int CHUNK = 1024 * 1024;

    static final int TAG = 16;
    private static final byte[] MAGIC = "DQSEALED".getBytes(StandardCharsets.US_ASCII);
    private static final byte FORM = 1;
    private static final int SALT = 16;
    private static final int PREFIX = 7;
    private static final int CHECK = 16;
    private static final int SUM = 32;
    private static final int COST_AT = MAGIC.length + 1;
    private static final int SALT_AT = COST_AT + 8;
    private static final int PREFIX_AT = SALT_AT + SALT;
    private static final int CHECK_AT = PREFIX_AT + PREFIX;
    private static final int SUM_AT = CHECK_AT + CHECK;
    private static final int LENGTH = SUM_AT + SUM;

    private final byte[] bytes;
    private final byte[] key;

    private SealedHeader(byte[] bytes, byte[] key) {
        this.bytes = bytes;
        this.key = key;
    }

    static SealedHeader draw(String passphrase, PassphraseKey.Cost cost, SecureRandom random) {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        var prefix = new byte[PREFIX];
        random.nextBytes(prefix);
        var key = PassphraseKey.derive(passphrase, cost, salt);
        var bytes = ByteBuffer.allocate(LENGTH)
                .put(MAGIC)
                .put(FORM)
                .putInt(cost.kibibytes())
                .putInt(cost.passes())
                .put(salt)
                .put(prefix)
                .put(check(key))
                .array();
        System.arraycopy(sum(bytes), 0, bytes, SUM_AT, SUM);
        return new SealedHeader(bytes, key);
    }

    static SealedHeader read(InputStream in, String passphrase) throws IOException {
        var bytes = in.readNBytes(LENGTH);
        if (bytes.length < COST_AT || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
            throw new SealedFileException(Reason.NOT_SEALED, "it does not begin as a sealed file does");
        }
        if (bytes.length < LENGTH) {
            throw new SealedFileException(Reason.CUT_SHORT, "its beginning is cut short");
        }
        if (!Arrays.equals(sum(bytes), Arrays.copyOfRange(bytes, SUM_AT, LENGTH))) {
            throw new SealedFileException(Reason.HEADER_HARMED, "its beginning is not what was written");
        }
        if (bytes[MAGIC.length] != FORM) {
            throw new SealedFileException(Reason.NEWER_FORM, "form " + bytes[MAGIC.length]);
        }
        var numbers = ByteBuffer.wrap(bytes, COST_AT, 8);
        var cost = new PassphraseKey.Cost(numbers.getInt(), numbers.getInt());
        if (!cost.isPossible()) {
            throw new SealedFileException(Reason.NEWER_FORM, "no process gives " + cost);
        }
        var key = PassphraseKey.derive(passphrase, cost, Arrays.copyOfRange(bytes, SALT_AT, PREFIX_AT));
        if (!MessageDigest.isEqual(check(key), Arrays.copyOfRange(bytes, CHECK_AT, SUM_AT))) {
            throw new SealedFileException(Reason.WRONG_PASSPHRASE, "sealed with another passphrase");
        }
        return new SealedHeader(bytes, key);
    }

    /// Not a copy.
    byte[] bytes() {
        return bytes;
    }

    private static byte[] check(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal("which passphrase".getBytes(StandardCharsets.US_ASCII)), CHECK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has it", e);
        }
    }

    private static byte[] sum(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, SUM_AT);
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has it", e);
        }
    }

    /// For the chunk of this number. Chunks cannot change places, and none but the last is taken for the last.
    Cipher cipher(int mode, int number, boolean last) throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(PREFIX + 5)
                .put(bytes, PREFIX_AT, PREFIX)
                .putInt(number)
                .put((byte) (last ? 1 : 0))
                .array();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(bytes);
        return cipher;
    }
}
