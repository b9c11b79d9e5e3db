package cn.dangqun.kiosk.sync;

import cn.dangqun.protocol.wire.EnrolGranted;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/// A fresh key pair and the request to certify it. The private key never leaves the kiosk; the street gives the name.
final class KeyRequest {
    private final KeyPair keys;
    private final ByteString der;

    private KeyRequest(KeyPair keys, ByteString der) {
        this.keys = keys;
        this.der = der;
    }

    static KeyRequest make() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return of(generator.generateKeyPair());
    }

    private static KeyRequest of(KeyPair keys) throws GeneralSecurityException {
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            var request = new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=kiosk"), keys.getPublic());
            return new KeyRequest(
                    keys, ByteString.copyFrom(request.build(signer).getEncoded()));
        } catch (OperatorCreationException | IOException e) {
            throw new GeneralSecurityException("cannot make a certificate request", e);
        }
    }

    /// Both keys, to be kept; nowhere else than in an owner's file.
    String keysAsText() {
        var text = Base64.getEncoder();
        return text.encodeToString(keys.getPrivate().getEncoded())
                + "\n"
                + text.encodeToString(keys.getPublic().getEncoded());
    }

    /// A request for the same keys as before.
    ///
    /// @throws GeneralSecurityException when these are no keys
    static KeyRequest ofText(String keys) throws GeneralSecurityException {
        var lines = keys.strip().lines().toList();
        if (lines.size() != 2) {
            throw new GeneralSecurityException("not two keys");
        }
        var factory = KeyFactory.getInstance("EC");
        return of(new KeyPair(
                factory.generatePublic(
                        new X509EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)))),
                factory.generatePrivate(
                        new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0))))));
    }

    ByteString der() {
        return der;
    }

    PrivateKey privateKey() {
        return keys.getPrivate();
    }

    boolean isFor(X509Certificate certificate) {
        return certificate.getPublicKey().equals(keys.getPublic());
    }

    /// The chain granted for this request, once it has been proved: for our key, signed by the CA whose fingerprint is
    /// `fingerprint`.
    ///
    /// @throws GeneralSecurityException when it is not
    List<X509Certificate> proved(EnrolGranted granted, String fingerprint) throws GeneralSecurityException {
        var factory = CertificateFactory.getInstance("X.509");
        var chain = new ArrayList<X509Certificate>();
        for (var bytes : granted.getCertificatesList()) {
            chain.add((X509Certificate) factory.generateCertificate(bytes.newInput()));
        }
        if (chain.size() < 2 || !Fingerprint.of(chain.getLast()).equals(fingerprint)) {
            throw new CertificateException("the chain does not end at the street's CA");
        }
        if (!isFor(chain.getFirst())) {
            throw new CertificateException("the certificate is for another key");
        }
        for (int i = 0; i + 1 < chain.size(); i++) {
            chain.get(i).verify(chain.get(i + 1).getPublicKey());
        }
        return chain;
    }
}
