package cn.dangqun.server.vault;

import cn.dangqun.server.db.OneProcess;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A key of the vault for what the console keeps about accounts, so that a copied database opens none of it: second
/// factors are sealed with it, half done sign-ins signed. Safe for use from several threads.
@OneProcess("The key as the vault has it: the same in every process.")
public final class ConsoleKey {
    private static final String NAME = "console.key";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Secrets secrets;
    private final SecureRandom random = new SecureRandom();
    private Optional<ByteString> master = Optional.empty();

    /// Nothing is made before it is needed: whoever only looks leaves the vault as it is.
    ConsoleKey(Secrets secrets) {
        this.secrets = secrets;
    }

    /// @throws UncheckedIOException when the vault fails
    private byte[] key(String purpose) {
        return mac(master().toByteArray(), purpose);
    }

    private synchronized ByteString master() {
        if (master.isEmpty()) {
            try {
                master = Optional.of(ByteString.copyFrom(kept()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return master.get();
    }

    private byte[] kept() throws IOException {
        var known = secrets.read(NAME);
        if (known.isPresent()) {
            return known.get();
        }
        var drawn = new byte[KEY_BYTES];
        random.nextBytes(drawn);
        secrets.keep(NAME, drawn);
        return drawn;
    }

    /// `owner` must be named again to open it: what is copied to another row opens nothing.
    public byte[] seal(String owner, byte[] plain) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, owner, nonce).doFinal(plain);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Empty for what another key sealed, or for another owner.
    public Optional<byte[]> open(String owner, byte[] sealed) {
        if (sealed.length < NONCE_BYTES) {
            return Optional.empty();
        }
        try {
            var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, owner, nonce)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException foreign) {
            return Optional.empty();
        }
    }

    public byte[] sign(String text) {
        return mac(key("sign"), text);
    }

    public boolean isSigned(String text, byte[] signature) {
        return MessageDigest.isEqual(sign(text), signature);
    }

    private Cipher cipher(int mode, String owner, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key("seal"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
