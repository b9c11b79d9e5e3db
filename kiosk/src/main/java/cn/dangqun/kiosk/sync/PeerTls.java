package cn.dangqun.kiosk.sync;

import cn.dangqun.domain.fact.KioskId;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// TLS between two kiosks of one street. Both show the certificate with which they come to the street; neither can
/// pose as the street with it, since it is good for no server of the street's (docs/decisions/0046).
public final class PeerTls {
    private PeerTls() {}

    /// `known`: a time that has certainly been.
    ///
    /// @throws GeneralSecurityException when the identity cannot be used
    public static SSLContext of(KioskIdentity own, Instant known) throws GeneralSecurityException {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("own", own.key(), new char[0], own.chain().toArray(X509Certificate[]::new));
            var keys = KeyManagerFactory.getInstance("SunX509");
            keys.init(store, new char[0]);
            var context = SSLContext.getInstance("TLSv1.3");
            var trust = new OfTheStreet(new PinnedTrust(Fingerprint.of(own.authority()), () -> known));
            context.init(keys.getKeyManagers(), new TrustManager[] {trust}, new SecureRandom());
            return context;
        } catch (java.io.IOException e) {
            throw new GeneralSecurityException("an empty key store cannot be made", e);
        }
    }

    /// Which kiosk is at the other end; empty when it showed nothing.
    public static Optional<KioskId> peer(SSLSession session) {
        try {
            var shown = (X509Certificate) session.getPeerCertificates()[0];
            return new LdapName(shown.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> new KioskId(String.valueOf(part.getValue())))
                            .findFirst();
        } catch (SSLPeerUnverifiedException | InvalidNameException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// A kiosk of the street at either end, under the same authority.
    private static final class OfTheStreet extends X509ExtendedTrustManager {
        private final PinnedTrust street;

        OfTheStreet(PinnedTrust street) {
            this.street = street;
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            street.checkKioskTrusted(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            street.checkKioskTrusted(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            street.checkKioskTrusted(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            street.checkKioskTrusted(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            street.checkKioskTrusted(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            street.checkKioskTrusted(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
