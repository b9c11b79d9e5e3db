package cn.dangqun.bench.farm.kiosk;

import cn.dangqun.kiosk.db.DiskKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Gives a kiosk the certificate it would have after a year in a cupboard: its own key, the street's hand, ended
/// yesterday. `authority`: the street's own key, as it lies at the street.
record ExpiredCertificate(Path authority) {
    private static final char[] PASSWORD = "dangqun".toCharArray();
    private static final int MAGIC_BYTES = 8;
    private static final Duration AGO = Duration.ofDays(1);

    /// Writes it into the identity of a kiosk that is switched off.
    void into(Path identity) throws IOException {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(opened(identity)), PASSWORD);
            for (var alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, PASSWORD) instanceof PrivateKey key) {
                    var chain = store.getCertificateChain(alias).clone();
                    chain[0] = ended((X509Certificate) chain[0], (X509Certificate) chain[chain.length - 1]);
                    store.setKeyEntry(alias, key, PASSWORD, chain);
                }
            }
            try (var out = Files.newOutputStream(identity)) {
                store.store(out, PASSWORD);
            }
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("no certificate could be made that has ended", e);
        }
    }

    /// As the kiosk reads it, whose key lies beside it here; it takes what is written back unsealed for an older
    /// program's.
    private static byte[] opened(Path identity) throws IOException, GeneralSecurityException {
        var sealed = Files.readAllBytes(identity);
        return DiskKey.ofIdentity(identity, Optional.empty())
                .open("identity", Arrays.copyOfRange(sealed, MAGIC_BYTES, sealed.length));
    }

    private Certificate ended(X509Certificate own, X509Certificate street)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                new X500Principal(street.getSubjectX500Principal().getEncoded()),
                own.getSerialNumber().add(BigInteger.ONE),
                Date.from(now.minus(AGO.multipliedBy(365))),
                Date.from(now.minus(AGO)),
                own.getSubjectX500Principal(),
                own.getPublicKey());
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private PrivateKey key() throws IOException {
        try (var pem = new PEMParser(new StringReader(Files.readString(authority)))) {
            if (pem.readObject() instanceof PrivateKeyInfo key) {
                return new JcaPEMKeyConverter().getPrivateKey(key);
            }
            throw new IOException("the street keeps its key in another way");
        }
    }
}
