package cn.dangqun.cards;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// Whose keys a card has: a number below the order of P-256, never 0. Never printed.
public final class CardSecret {
    public static final int BYTES = 32;

    private static final int WIDE_BYTES = 48;
    private static final int TAG_BYTES = 8;

    private final BigInteger value;

    private CardSecret(BigInteger value) {
        this.value = value;
    }

    /// @throws IllegalArgumentException when these are not 32 bytes, or no number from 1 to the order
    public static CardSecret of(byte[] bytes) {
        var value = new BigInteger(1, bytes);
        if (bytes.length != BYTES || value.signum() == 0 || value.compareTo(CardCurve.ORDER) >= 0) {
            throw new IllegalArgumentException("no secret of cards");
        }
        return new CardSecret(value);
    }

    /// One of many that follow from `master`, each by what it is `of`; from any of them nobody learns another.
    public static CardSecret derived(byte[] master, byte[] of) {
        try {
            var wide = KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract().addIKM(master).thenExpand(of, WIDE_BYTES));
            var below = CardCurve.ORDER.subtract(BigInteger.ONE);
            return new CardSecret(new BigInteger(1, wide).mod(below).add(BigInteger.ONE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HKDF", e);
        }
    }

    public byte[] bytes() {
        return CardCurve.bytes(value);
    }

    /// Names the secret without telling it, 16 hex digits.
    public String tag() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes());
            return HexFormat.of().formatHex(Arrays.copyOf(hash, TAG_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", e);
        }
    }

    BigInteger value() {
        return value;
    }

    /// By what a key under this secret becomes one under `other`.
    BigInteger to(CardSecret other) {
        return value.modInverse(CardCurve.ORDER).multiply(other.value).mod(CardCurve.ORDER);
    }

    @Override
    public String toString() {
        return "CardSecret[hidden]";
    }
}
