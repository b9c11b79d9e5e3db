package cn.dangqun.server.kiosks;

import cn.dangqun.server.vault.Secrets;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.operator.OperatorCreationException;

/// The console's certificate, issued by the street's own CA and kept in the vault as `console.pem`. Issued anew
/// when the names are others, or less than a year is left; what offices trust is the CA, which stays.
record ConsoleCertificate(CertifiedKey ca, Clock clock, SecureRandom random) {
    static final String NAME = "console.pem";

    /// Browsers refuse what lasts longer.
    private static final Duration LIFE = Duration.ofDays(800);
    private static final Duration RENEWAL = Duration.ofDays(365);
    private static final Duration TOLERANCE = Duration.ofDays(1);

    CertifiedKey of(Secrets secrets, List<String> names) throws IOException, GeneralSecurityException {
        var known = secrets.read(NAME);
        if (known.isPresent()) {
            var found = CertifiedKey.of(known.get());
            if (fits(found.certificate(), names)) {
                return found;
            }
        }
        try {
            var now = clock.instant();
            var keys = CertifiedKey.generate(random);
            var certificate = new CertificateForm(random)
                    .console(ca, keys.getPublic(), names, now.minus(TOLERANCE), now.plus(LIFE));
            var pem = new CertifiedKey(keys.getPrivate(), certificate).pem();
            secrets.keep(NAME, pem);
            return CertifiedKey.of(pem);
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("this Java runtime cannot sign certificates", e);
        }
    }

    private boolean fits(X509Certificate certificate, List<String> names) throws GeneralSecurityException {
        certificate.verify(ca.certificate().getPublicKey());
        return certificate.getNotAfter().toInstant().isAfter(clock.instant().plus(RENEWAL))
                && names(certificate).equals(new TreeSet<>(names));
    }

    private static Set<String> names(X509Certificate certificate) throws CertificateParsingException {
        var names = new TreeSet<String>();
        for (var each : certificate.getSubjectAlternativeNames()) {
            names.add(String.valueOf(each.get(1)));
        }
        return names;
    }
}
