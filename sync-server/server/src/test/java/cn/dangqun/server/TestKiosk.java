package cn.dangqun.server;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.ProtocolVersion;
import cn.dangqun.protocol.wire.EnrolGranted;
import cn.dangqun.protocol.wire.Hello;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/// A kiosk by the protocol's document, not by the product's code: plain sockets, its own key, its own certificate.
public final class TestKiosk {
    private static final char[] NO_PASSWORD = {};

    private final int port;
    private final X509Certificate ca;
    private final KeyPair keys;
    private List<X509Certificate> certificates = List.of();
    private String id = "";
    private String protocol = "TLSv1.3";

    private TestKiosk(int port, X509Certificate ca, KeyPair keys) {
        this.port = port;
        this.ca = ca;
        this.keys = keys;
    }

    public static TestKiosk fresh(int port, X509Certificate ca) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return new TestKiosk(port, ca, generator.generateKeyPair());
    }

    /// The same identity, calling another street's server.
    public TestKiosk trusting(TestStreet other) {
        var moved = new TestKiosk(other.port(), other.server().ca().certificate(), keys);
        moved.certificates = certificates;
        moved.id = id;
        return moved;
    }

    public KioskId id() {
        return new KioskId(id);
    }

    public List<X509Certificate> certificates() {
        return certificates;
    }

    public void speak(String tlsProtocol) {
        protocol = tlsProtocol;
    }

    public void accept(EnrolGranted granted) throws GeneralSecurityException {
        var factory = CertificateFactory.getInstance("X.509");
        var chain = new ArrayList<X509Certificate>();
        for (var der : granted.getCertificatesList()) {
            chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der.toByteArray())));
        }
        certificates = List.copyOf(chain);
        id = granted.getKiosk();
    }

    public byte[] certificateRequest() {
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=anything"), keys.getPublic())
                    .build(signer)
                    .getEncoded();
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public TestLine connect() throws IOException, GeneralSecurityException {
        var trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("ca", ca);
        var trusting = TrustManagerFactory.getInstance("PKIX");
        trusting.init(trust);
        var own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        if (!certificates.isEmpty()) {
            own.setKeyEntry("kiosk", keys.getPrivate(), NO_PASSWORD, certificates.toArray(Certificate[]::new));
        }
        var proving = KeyManagerFactory.getInstance("PKIX");
        proving.init(own, NO_PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(proving.getKeyManagers(), trusting.getTrustManagers(), new SecureRandom());
        var socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
        socket.setEnabledProtocols(new String[] {protocol});
        socket.startHandshake();
        return new TestLine(socket);
    }

    /// Connected and welcomed, holding no facts and no reference items.
    public TestLine connectAndGreet(Epoch epoch) throws IOException, GeneralSecurityException {
        var line = connect();
        line.send(hello(epoch).build());
        line.welcome();
        return line;
    }

    public static Hello.Builder hello(Epoch epoch) {
        return Hello.newBuilder()
                .setProtocolOldest(1)
                .setProtocolNewest(ProtocolVersion.NEWEST)
                .setSoftware("test")
                .setEpoch(epoch.hex())
                .setLastSeq(Long.MAX_VALUE);
    }
}
