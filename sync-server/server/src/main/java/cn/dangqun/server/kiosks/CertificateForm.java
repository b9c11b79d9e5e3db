package cn.dangqun.server.kiosks;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.IPAddress;

/// The kinds of certificate a street issues. What its CA signs for a kiosk is good for a client only: no kiosk can
/// pose as the server. What a kiosk shows to browsers is signed by another authority, which no kiosk trusts.
final class CertificateForm {
    static final String SERVER_NAME = "dangqun-sync";
    private static final X500Name CA_NAME = name("Dangqun street CA");
    private static final X500Name WINDOWS_NAME = name("Dangqun window pages");
    private static final int SERIAL_BITS = 126;

    private final SecureRandom random;

    CertificateForm(SecureRandom random) {
        this.random = random;
    }

    X509Certificate authority(KeyPair keys, Instant from, Instant to)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var builder = builder(CA_NAME, CA_NAME, keys.getPublic(), from, to);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        return sign(builder, keys.getPrivate());
    }

    /// An authority whose word counts for names and addresses of inner networks only, whatever it signs.
    X509Certificate windows(KeyPair keys, Instant from, Instant to)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var builder = builder(WINDOWS_NAME, WINDOWS_NAME, keys.getPublic(), from, to);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        builder.addExtension(Extension.nameConstraints, true, WindowAddress.constraints());
        return sign(builder, keys.getPrivate());
    }

    /// Good for a server at this one address.
    X509Certificate window(CertifiedKey windows, PublicKey key, WindowAddress address, Instant from, Instant to)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var builder = leaf(windows, WINDOWS_NAME, name(address.text()), key, from, to, KeyPurposeId.id_kp_serverAuth);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(address.name()));
        return sign(builder, windows.key());
    }

    X509Certificate server(CertifiedKey ca, PublicKey key, Instant from, Instant to)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var builder = leaf(ca, name(SERVER_NAME), key, from, to, KeyPurposeId.id_kp_serverAuth);
        var names = new GeneralNames(new GeneralName(GeneralName.dNSName, SERVER_NAME));
        builder.addExtension(Extension.subjectAlternativeName, false, names);
        return sign(builder, ca.key());
    }

    /// `names` are host names and addresses.
    X509Certificate console(CertifiedKey ca, PublicKey key, List<String> names, Instant from, Instant to)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var builder = leaf(ca, name(names.getFirst()), key, from, to, KeyPurposeId.id_kp_serverAuth);
        var all = names.stream()
                .map(each ->
                        new GeneralName(IPAddress.isValid(each) ? GeneralName.iPAddress : GeneralName.dNSName, each))
                .toArray(GeneralName[]::new);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(all));
        return sign(builder, ca.key());
    }

    X509Certificate kiosk(CertifiedKey ca, String kiosk, PublicKey key, Instant from, Instant to)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var builder = leaf(ca, name(kiosk), key, from, to, KeyPurposeId.id_kp_clientAuth);
        return sign(builder, ca.key());
    }

    private X509v3CertificateBuilder leaf(
            CertifiedKey ca, X500Name subject, PublicKey key, Instant from, Instant to, KeyPurposeId purpose)
            throws IOException, GeneralSecurityException {
        return leaf(ca, CA_NAME, subject, key, from, to, purpose);
    }

    private X509v3CertificateBuilder leaf(
            CertifiedKey ca,
            X500Name issuer,
            X500Name subject,
            PublicKey key,
            Instant from,
            Instant to,
            KeyPurposeId purpose)
            throws IOException, GeneralSecurityException {
        var builder = builder(issuer, subject, key, from, to);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        var authority = new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(ca.certificate());
        builder.addExtension(Extension.authorityKeyIdentifier, false, authority);
        return builder;
    }

    private X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, PublicKey key, Instant from, Instant to)
            throws IOException, GeneralSecurityException {
        var serial = new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS);
        var builder = new JcaX509v3CertificateBuilder(issuer, serial, Date.from(from), Date.from(to), subject, key);
        var identifier = new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key);
        builder.addExtension(Extension.subjectKeyIdentifier, false, identifier);
        return builder;
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static X500Name name(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }
}
