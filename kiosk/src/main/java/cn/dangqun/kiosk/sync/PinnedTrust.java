package cn.dangqun.kiosk.sync;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Trusts a server whose chain holds the CA with the pinned fingerprint and is good under it. A kiosk's certificate
/// of the same CA is not good for a server, so the name need not be compared. Whether it has expired is judged by
/// `known`, a time that has certainly been: a machine that lost its clock must not lock itself out of the one who
/// could set it.
final class PinnedTrust implements X509TrustManager {
    /// id-kp-clientAuth
    private static final String CLIENT = "1.3.6.1.5.5.7.3.2";

    private final String fingerprint;
    private final InstantSource known;

    /// `fingerprint`: as [Fingerprint#of].
    PinnedTrust(String fingerprint, InstantSource known) {
        this.fingerprint = fingerprint;
        this.known = known;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        try {
            under(authority(chain), judgedAt(chain)).checkServerTrusted(chain, authType);
        } catch (CertificateException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new CertificateException("the server's chain cannot be judged", e);
        }
    }

    /// A kiosk of the street, and not its server.
    void checkKioskTrusted(X509Certificate[] chain) throws CertificateException {
        try {
            under(authority(chain), judgedAt(chain)).checkClientTrusted(chain, "UNKNOWN");
            var uses = chain[0].getExtendedKeyUsage();
            if (uses == null || !uses.contains(CLIENT)) {
                throw new CertificateException("not the certificate of a kiosk");
            }
        } catch (CertificateException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new CertificateException("the kiosk's chain cannot be judged", e);
        }
    }

    private X509Certificate authority(X509Certificate[] chain) throws GeneralSecurityException {
        for (var each : chain) {
            if (Fingerprint.of(each).equals(fingerprint)) {
                return each;
            }
        }
        throw new CertificateException("the server does not show the pinned CA");
    }

    /// A certificate that begins later than anything known is younger than what is known.
    private Date judgedAt(X509Certificate[] chain) {
        var at = known.instant();
        for (var each : chain) {
            var begins = each.getNotBefore().toInstant();
            at = begins.isAfter(at) ? begins : at;
        }
        return Date.from(at);
    }

    private static X509TrustManager under(X509Certificate authority, Date at) throws GeneralSecurityException {
        try {
            var anchors = KeyStore.getInstance("PKCS12");
            anchors.load(null, null);
            anchors.setCertificateEntry("street", authority);
            var factory = TrustManagerFactory.getInstance("PKIX");
            var parameters = new PKIXBuilderParameters(anchors, new X509CertSelector());
            parameters.setRevocationEnabled(false);
            parameters.setDate(at);
            factory.init(new CertPathTrustManagerParameters(parameters));
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new GeneralSecurityException("no PKIX trust manager"));
        } catch (IOException e) {
            throw new GeneralSecurityException("an empty key store cannot be made", e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("a kiosk serves nobody");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
