package cn.dangqun.kiosk.sync;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/// SHA-256 of a certificate, lower-case hex.
final class Fingerprint {
    private Fingerprint() {}

    static String of(X509Certificate certificate) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }

    /// As people copy it: upper case, with colons or spaces.
    static String normalized(String typed) {
        return typed.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
    }
}
