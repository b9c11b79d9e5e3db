package cn.dangqun.server.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Six figures that change every half minute (RFC 6238 with HMAC-SHA-1, as every authenticator app has it).
final class Totp {
    static final int SECRET_BYTES = 20;

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    /// The person's telephone may be half a minute off, either way.
    private static final int STEPS_OFF = 1;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BASE32_BITS = 5;

    private Totp() {}

    /// The step whose figures were typed, if it is newer than `last`: nobody types the same ones twice, nor
    /// does whoever looked over a shoulder.
    static OptionalLong step(byte[] secret, String typed, Instant now, long last) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        for (long step = current - STEPS_OFF; step <= current + STEPS_OFF; step++) {
            if (step > last && isSame(figures(secret, step), typed)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    static String figures(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return ("%0" + DIGITS + "d").formatted(number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Without padding, as apps take it when it is typed.
    static String base32(byte[] bytes) {
        var out = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte each : bytes) {
            buffer = (buffer << Byte.SIZE) | (each & 0xff);
            bits += Byte.SIZE;
            while (bits >= BASE32_BITS) {
                bits -= BASE32_BITS;
                out.append(BASE32.charAt((buffer >> bits) & 31));
            }
        }
        return bits == 0
                ? out.toString()
                : out.append(BASE32.charAt((buffer << (BASE32_BITS - bits)) & 31))
                        .toString();
    }

    private static boolean isSame(String expected, String typed) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.UTF_8));
    }
}
