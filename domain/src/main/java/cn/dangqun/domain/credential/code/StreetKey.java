package cn.dangqun.domain.credential.code;

import java.security.PublicKey;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// A street's public key. A key in retirement has a last day, after which every card it signed is expired; until then
/// old and new keys are valid side by side.
public final class StreetKey {
    private static final int RAW_BYTES = 32;
    // SubjectPublicKeyInfo of RFC 8410: everything before the 32 bytes of the key is constant
    private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private final byte[] raw;
    private final PublicKey key;
    private final StreetKeyId id;
    private final Optional<LocalDate> lastDay;

    private StreetKey(byte[] raw, Optional<LocalDate> lastDay) {
        this.raw = raw;
        this.key = Ed25519.publicKey(join(raw));
        this.id = StreetKeyId.of(raw);
        this.lastDay = lastDay;
    }

    /// `raw`: the 32 bytes of RFC 8032.
    ///
    /// @throws IllegalArgumentException when these are no such key
    public static StreetKey ofRaw(byte[] raw) {
        if (raw.length != RAW_BYTES) {
            throw new IllegalArgumentException("an Ed25519 public key has 32 bytes");
        }
        return new StreetKey(raw.clone(), Optional.empty());
    }

    /// `x509`: SubjectPublicKeyInfo, the usual form of a public key file.
    ///
    /// @throws IllegalArgumentException when these are no such key
    public static StreetKey ofX509(byte[] x509) {
        var head = X509_HEAD.length;
        if (x509.length != head + RAW_BYTES || !Arrays.equals(x509, 0, head, X509_HEAD, 0, head)) {
            throw new IllegalArgumentException("not an Ed25519 public key");
        }
        return ofRaw(Arrays.copyOfRange(x509, head, x509.length));
    }

    public static StreetKey of(PublicKey key) {
        return ofX509(key.getEncoded());
    }

    /// The same key in retirement: its cards are accepted through `lastDay`.
    public StreetKey retiring(LocalDate lastDay) {
        return new StreetKey(raw, Optional.of(lastDay));
    }

    public StreetKeyId id() {
        return id;
    }

    public Optional<LocalDate> lastDay() {
        return lastDay;
    }

    public byte[] raw() {
        return raw.clone();
    }

    public byte[] x509() {
        return join(raw);
    }

    boolean isRetiredOn(LocalDate today) {
        return lastDay.filter(today::isAfter).isPresent();
    }

    boolean hasSigned(byte[] message, byte[] signature) {
        return Ed25519.isSignedBy(key, message, signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StreetKey that && Arrays.equals(raw, that.raw) && lastDay.equals(that.lastDay);
    }

    @Override
    public int hashCode() {
        return id.value();
    }

    @Override
    public String toString() {
        return "street key " + id + lastDay.map(day -> " until " + day).orElse("");
    }

    private static byte[] join(byte[] raw) {
        var x509 = Arrays.copyOf(X509_HEAD, X509_HEAD.length + RAW_BYTES);
        System.arraycopy(raw, 0, x509, X509_HEAD.length, RAW_BYTES);
        return x509;
    }
}
