package cn.dangqun.server.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/// Certificates that an administrator laid down for the console: a PEM file.
public final class CertificateFile {
    private static final byte[] TRIAL = {1, 2, 3};

    private CertificateFile() {}

    public static List<X509Certificate> read(Path file) throws IOException, CertificateException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    /// Whether the key (PEM, PKCS#8) is the first certificate's.
    public static boolean fits(Path certificate, Path key) throws IOException, GeneralSecurityException {
        var known = read(certificate).getFirst().getPublicKey();
        var secret = KeyFactory.getInstance(known.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(der(key)));
        var signature = Signature.getInstance(
                switch (known.getAlgorithm()) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    default -> known.getAlgorithm();
                });
        signature.initSign(secret);
        signature.update(TRIAL);
        var signed = signature.sign();
        signature.initVerify(known);
        signature.update(TRIAL);
        return signature.verify(signed);
    }

    private static byte[] der(Path pem) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(pem).replaceAll("-----[A-Z ]+-----", ""));
    }
}
