package cn.dangqun.server.kiosks;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/// A PKCS#10 request, DER. Only its key counts; the street gives the name.
final class CertificateRequest {
    private static final int MIN_FIELD_BITS = 256;

    private CertificateRequest() {}

    /// The key whose owner signed the request; empty when the request or its key is no good.
    static Optional<PublicKey> verifiedKey(byte[] der) {
        try {
            var request = new JcaPKCS10CertificationRequest(der);
            var key = request.getPublicKey();
            var verifier = new JcaContentVerifierProviderBuilder().build(key);
            return isStrong(key) && request.isSignatureValid(verifier) ? Optional.of(key) : Optional.empty();
        } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException e) {
            return Optional.empty();
        }
    }

    private static boolean isStrong(PublicKey key) {
        return key instanceof ECPublicKey ec
                && ec.getParams().getCurve().getField().getFieldSize() >= MIN_FIELD_BITS;
    }
}
