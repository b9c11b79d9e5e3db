package cn.dangqun.kiosk.sync;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority for tests, with a server certificate of its own.
final class PeerAuthority {
    private final KeyPair caKeys = keys();
    private final KeyPair serverKeys = keys();
    private final X509Certificate ca;
    private final X509Certificate server;
    private long serial = 1;

    PeerAuthority() throws Exception {
        ca = sign("CN=made-up CA", caKeys.getPublic(), Duration.ofDays(3650), null);
        server = sign("CN=made-up server", serverKeys.getPublic(), Duration.ofDays(365), KeyPurposeId.id_kp_serverAuth);
    }

    static KeyPair keys() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    String fingerprint() throws Exception {
        return Fingerprint.of(ca);
    }

    X509Certificate ca() {
        return ca;
    }

    KeyPair serverKeys() {
        return serverKeys;
    }

    List<X509Certificate> serverChain() {
        return List.of(server, ca);
    }

    X509Certificate kiosk(String name, PublicKey key, Duration life) throws Exception {
        return sign("CN=" + name, key, life, KeyPurposeId.id_kp_clientAuth);
    }

    private X509Certificate sign(String subject, PublicKey key, Duration life, KeyPurposeId purpose) throws Exception {
        var now = Instant.now(Clock.systemUTC());
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=made-up CA"),
                BigInteger.valueOf(serial++),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(life)),
                new X500Name(subject),
                key);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(purpose == null));
        if (purpose != null) {
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        }
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(caKeys.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }
}
