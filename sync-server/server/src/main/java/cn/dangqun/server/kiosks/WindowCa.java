package cn.dangqun.server.kiosks;

import cn.dangqun.server.vault.Secrets;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.bouncycastle.operator.OperatorCreationException;

/// The authority that browsers at windows trust (docs/decisions/0033), kept in the vault as `windows.pem`. It
/// is not the one that kiosks trust: what a kiosk can show to a browser must not pass for the street. Safe for
/// use from several threads.
public final class WindowCa {
    static final String NAME = "windows.pem";

    private static final Period CA_LIFE = Period.ofYears(30);
    private static final Period BACKDATED = Period.ofYears(1);
    private static final Period LIFE = Period.ofYears(1);
    private static final Duration TOLERANCE = Duration.ofDays(1);

    private final CertifiedKey windows;
    private final Clock clock;
    private final CertificateForm form;

    private WindowCa(CertifiedKey windows, Clock clock, CertificateForm form) {
        this.windows = windows;
        this.clock = clock;
        this.form = form;
    }

    public static WindowCa open(Secrets secrets, Clock clock, SecureRandom random)
            throws IOException, GeneralSecurityException {
        var form = new CertificateForm(random);
        var known = secrets.read(NAME);
        if (known.isPresent()) {
            return new WindowCa(CertifiedKey.of(known.get()), clock, form);
        }
        try {
            var keys = CertifiedKey.generate(random);
            var now = clock.instant();
            var certificate = form.windows(keys, plus(now, BACKDATED.negated()), plus(now, CA_LIFE));
            var made = new CertifiedKey(keys.getPrivate(), certificate);
            secrets.keep(NAME, made.pem());
            return new WindowCa(made, clock, form);
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("this Java runtime cannot sign certificates", e);
        }
    }

    public X509Certificate certificate() {
        return windows.certificate();
    }

    X509Certificate issue(WindowAddress address, PublicKey key) throws GeneralSecurityException {
        var now = clock.instant();
        try {
            return form.window(windows, key, address, now.minus(TOLERANCE), plus(now, LIFE));
        } catch (IOException | OperatorCreationException e) {
            throw new CertificateEncodingException("cannot sign a certificate for " + address.text(), e);
        }
    }

    /// To be brought to the computers at the windows.
    String pem() {
        return StreetCa.pem(windows.certificate());
    }

    /// As it is read out beside it.
    String fingerprint() {
        return StreetCa.fingerprint(windows.certificate());
    }

    private static Instant plus(Instant now, Period period) {
        return now.atOffset(ZoneOffset.UTC).plus(period).toInstant();
    }
}
