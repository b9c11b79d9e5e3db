package cn.dangqun.server.kiosks;

import cn.dangqun.server.vault.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.operator.OperatorCreationException;

/// The street's own certificate authority (DESIGN §5). Made at first start and kept in the vault: `ca.pem`, and
/// `server.pem` with the server's certificate. Safe for use from several threads.
public final class StreetCa {
    private static final String AUTHORITY = "ca.pem";
    private static final String SERVER = "server.pem";
    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";
    private static final int LINE = 64;
    private static final Period CA_LIFE = Period.ofYears(30);
    private static final Period SERVER_LIFE = Period.ofYears(5);
    private static final Period SERVER_RENEWAL = Period.ofYears(1);
    private static final Period KIOSK_LIFE = Period.ofYears(1);
    /// Kiosks whose clock battery is empty must still accept the street's certificates.
    private static final Period BACKDATED = Period.ofYears(10);
    /// The server's clock may be set back a little after it issued.
    private static final Duration TOLERANCE = Duration.ofDays(1);

    private final CertifiedKey ca;
    private final CertifiedKey server;
    private final Clock clock;
    private final CertificateForm form;

    private StreetCa(CertifiedKey ca, CertifiedKey server, Clock clock, CertificateForm form) {
        this.ca = ca;
        this.server = server;
        this.clock = clock;
        this.form = form;
    }

    public static StreetCa open(Secrets secrets, Clock clock, SecureRandom random)
            throws IOException, GeneralSecurityException {
        var form = new CertificateForm(random);
        try {
            var ca = authority(secrets, clock, random, form);
            var server = server(secrets, ca, clock, random, form);
            return new StreetCa(ca, server, clock, form);
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("this Java runtime cannot sign certificates", e);
        }
    }

    /// The certificates that stand in the vault; makes none.
    public static List<X509Certificate> kept(Secrets secrets) throws IOException, GeneralSecurityException {
        var found = new ArrayList<X509Certificate>();
        for (var name : List.of(AUTHORITY, SERVER, ConsoleCertificate.NAME, WindowCa.NAME)) {
            var known = secrets.read(name);
            if (known.isPresent()) {
                found.add(CertifiedKey.of(known.get()).certificate());
            }
        }
        return found;
    }

    private static CertifiedKey authority(Secrets secrets, Clock clock, SecureRandom random, CertificateForm form)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var known = secrets.read(AUTHORITY);
        if (known.isPresent()) {
            return CertifiedKey.of(known.get());
        }
        var keys = CertifiedKey.generate(random);
        var now = clock.instant();
        return kept(
                secrets,
                AUTHORITY,
                new CertifiedKey(
                        keys.getPrivate(), form.authority(keys, plus(now, BACKDATED.negated()), plus(now, CA_LIFE))));
    }

    private static CertifiedKey server(
            Secrets secrets, CertifiedKey ca, Clock clock, SecureRandom random, CertificateForm form)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var now = clock.instant();
        var known = secrets.read(SERVER);
        if (known.isPresent()) {
            var found = CertifiedKey.of(known.get());
            if (found.certificate().getNotAfter().toInstant().isAfter(plus(now, SERVER_RENEWAL))) {
                return found;
            }
        }
        var keys = CertifiedKey.generate(random);
        var certificate = form.server(ca, keys.getPublic(), plus(now, BACKDATED.negated()), plus(now, SERVER_LIFE));
        return kept(secrets, SERVER, new CertifiedKey(keys.getPrivate(), certificate));
    }

    /// As the next start will read it.
    private static CertifiedKey kept(Secrets secrets, String name, CertifiedKey key)
            throws IOException, GeneralSecurityException {
        var pem = key.pem();
        secrets.keep(name, pem);
        return CertifiedKey.of(pem);
    }

    private static Instant plus(Instant now, Period period) {
        return now.atOffset(ZoneOffset.UTC).plus(period).toInstant();
    }

    public X509Certificate certificate() {
        return ca.certificate();
    }

    /// SHA-256 of the CA certificate, lower-case hex; what a kiosk pins at enrolment.
    public String fingerprint() {
        return fingerprint(ca.certificate());
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate was readable a moment ago", e);
        }
    }

    /// For a console that people reach by these names; none where there are no names.
    public StreetIdentity identity(Secrets secrets, List<String> consoleNames)
            throws IOException, GeneralSecurityException {
        var authority = pem(ca.certificate());
        if (consoleNames.isEmpty()) {
            return new StreetIdentity(fingerprint(), authority, Optional.empty());
        }
        var console = new ConsoleCertificate(ca, clock, new SecureRandom()).of(secrets, consoleNames);
        var kept = new String(console.pem(), StandardCharsets.US_ASCII);
        var issued = new StreetIdentity.ForConsole(
                pem(console.certificate()) + authority,
                kept.substring(0, kept.indexOf(CERTIFICATE)),
                fingerprint(console.certificate()));
        return new StreetIdentity(fingerprint(), authority, Optional.of(issued));
    }

    static String pem(X509Certificate certificate) {
        try {
            var body = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(certificate.getEncoded());
            return CERTIFICATE + "\n" + body + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("the certificate was readable a moment ago", e);
        }
    }

    public PrivateKey serverKey() {
        return server.key();
    }

    /// The server's own certificate first, the CA last.
    public List<X509Certificate> serverChain() {
        return List.of(server.certificate(), ca.certificate());
    }

    /// A client certificate for one year; its common name is the kiosk's id.
    X509Certificate issue(String kiosk, PublicKey key) throws GeneralSecurityException {
        var now = clock.instant();
        try {
            return form.kiosk(ca, kiosk, key, now.minus(TOLERANCE), plus(now, KIOSK_LIFE));
        } catch (IOException | OperatorCreationException e) {
            throw new CertificateEncodingException("cannot sign a certificate for " + kiosk, e);
        }
    }
}
