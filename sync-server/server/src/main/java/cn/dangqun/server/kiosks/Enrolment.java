package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.wire.EnrolGranted;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.server.cards.CardSecrets;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.services.CentreKiosks;
import cn.dangqun.server.vault.OneTimeCode;
import cn.dangqun.server.vault.OneTimeCodes;
import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Lets kiosks in: a one-time code and a certificate request become a certificate (DESIGN §5, F-69). Blocks;
/// not for network threads.
public final class Enrolment {
    /// How long an answer that was lost is given again to whoever holds the key.
    static final Duration AGAIN = Duration.ofDays(1);
    /// The enrolment's own among them; a kiosk asks for one.
    static final int MOST_IN_A_DAY = 3;

    private final Database database;
    private final OneTimeCodes codes;
    private final StreetCa ca;
    private final CardSecrets cards;
    private final LedgerKeys ledgerKeys;
    private final KioskVolumes volumes;
    private final CentreKiosks centres;
    private final Clock clock;

    public Enrolment(
            Database database,
            OneTimeCodes codes,
            StreetCa ca,
            CardSecrets cards,
            LedgerKeys ledgerKeys,
            ReferenceLedger reference,
            Clock clock) {
        this.volumes = new KioskVolumes(reference);
        this.centres = new CentreKiosks(reference);
        this.ledgerKeys = ledgerKeys;
        this.database = database;
        this.codes = codes;
        this.ca = ca;
        this.cards = cards;
        this.clock = clock;
    }

    /// What a request comes to.
    public sealed interface Result {
        record Granted(EnrolGranted answer) implements Result {}

        record Refused(Refusal.Reason reason) implements Result {}
    }

    /// A first certificate against a one-time code. A bad request does not use the code up.
    public Result enrol(String code, byte[] request) {
        return CertificateRequest.verifiedKey(request)
                .map(key -> database.write((handle, changes) -> redeem(handle, changes, new OneTimeCode(code), key)))
                .orElseGet(() -> new Result.Refused(Refusal.Reason.MALFORMED));
    }

    /// A further certificate for a kiosk that has proved who it is; the earlier one works until the new one is used.
    public Result renew(KioskId kiosk, byte[] request) {
        return CertificateRequest.verifiedKey(request)
                .map(key -> database.write((handle, changes) -> renew(handle, kiosk, key)))
                .orElseGet(() -> new Result.Refused(Refusal.Reason.MALFORMED));
    }

    private Result renew(Handle handle, KioskId kiosk, PublicKey key) {
        long now = clock.millis();
        int granted = handle.createQuery("SELECT count(*) FROM kiosk_certificate"
                        + " WHERE street = 1 AND kiosk = ? AND issued_at > ? AND issued_at <= ?")
                .bind(0, kiosk.value())
                .bind(1, now - Duration.ofDays(1).toMillis())
                .bind(2, now)
                .mapTo(Integer.class)
                .one();
        return granted < MOST_IN_A_DAY ? grant(handle, kiosk, key) : new Result.Refused(Refusal.Reason.RENEWED_OFTEN);
    }

    private Result redeem(Handle handle, ChangeLog changes, OneTimeCode code, PublicKey key) {
        var now = clock.instant();
        var known = codes.find(handle, code);
        if (known.isEmpty()) {
            return new Result.Refused(Refusal.Reason.CODE_UNKNOWN);
        }
        var purpose = known.get().purpose();
        if (known.get().used()) {
            return known.get()
                    .granted()
                    .flatMap(granted -> again(handle, new KioskId(purpose.kiosk()), granted, key))
                    .orElseGet(() -> new Result.Refused(Refusal.Reason.CODE_USED));
        }
        if (known.get().withdrawn() || !purpose.expires().isAfter(now)) {
            return new Result.Refused(Refusal.Reason.CODE_EXPIRED);
        }
        if (!codes.use(handle, code, now)) {
            return new Result.Refused(Refusal.Reason.CODE_USED);
        }
        var kiosk = new KioskId(purpose.kiosk());
        new KioskStands(handle).begin(kiosk, purpose.site(), now.toEpochMilli());
        admit(handle, purpose, now.toEpochMilli());
        volumes.placed(handle, changes, kiosk);
        centres.publish(handle, changes, purpose.site());
        changes.kiosk(kiosk);
        cards.draw(handle, kiosk);
        var granted = grant(handle, kiosk, key);
        codes.granted(handle, code, granted.answer().getCertificates(0));
        return granted;
    }

    /// The answer may have been lost between this disk and the kiosk's. The request is signed with the key of what was
    /// granted, so that whoever asks is who asked; and what has ended since is not given again.
    private Optional<Result> again(Handle handle, KioskId kiosk, OneTimeCodes.Granted granted, PublicKey key) {
        try {
            var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(granted.certificate().newInput());
            return certificate.getPublicKey().equals(key)
                            && clock.instant().isBefore(granted.at().plus(AGAIN))
                            && isAccepted(handle, certificate)
                    ? Optional.of(new Result.Granted(answer(handle, kiosk, certificate)))
                    : Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what was granted to " + kiosk + " cannot be read", e);
        }
    }

    private static boolean isAccepted(Handle handle, X509Certificate certificate) {
        return handle.createQuery("SELECT count(*) FROM kiosk_certificate c"
                                + " JOIN kiosk k ON k.street = 1 AND k.id = c.kiosk"
                                + " WHERE c.street = 1 AND c.serial = ? AND c.retired_at IS NULL"
                                + " AND k.revoked_at IS NULL")
                        .bind(0, KioskRegistry.serialOf(certificate))
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /// What the machine told that it replaces is not the new one's.
    private static void admit(Handle handle, OneTimeCodes.Purpose code, long now) {
        handle.execute(
                "INSERT INTO kiosk (id, name, site, created_at, enrolled_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (street, id) DO UPDATE"
                        + " SET name = excluded.name, site = excluded.site, enrolled_at = excluded.enrolled_at, revoked_at = NULL, rival_at = NULL,"
                        + " late_push_at = NULL, health_at = NULL, unsent = NULL, oldest_unsent_at = NULL,"
                        + " epoch = NULL",
                code.kiosk(),
                code.name(),
                code.site(),
                now,
                now);
        handle.execute(
                "UPDATE kiosk_certificate SET retired_at = ? WHERE street = 1 AND kiosk = ? AND retired_at IS NULL",
                now,
                code.kiosk());
    }

    private Result.Granted grant(Handle handle, KioskId kiosk, PublicKey key) {
        try {
            var certificate = ca.issue(kiosk.value(), key);
            handle.execute(
                    "INSERT INTO kiosk_certificate (serial, kiosk, issued_at, expires_at) VALUES (?, ?, ?, ?)",
                    KioskRegistry.serialOf(certificate),
                    kiosk.value(),
                    clock.millis(),
                    certificate.getNotAfter().toInstant().toEpochMilli());
            return new Result.Granted(answer(handle, kiosk, certificate));
        } catch (GeneralSecurityException e) {
            // Undoes the use of the code as well.
            throw new IllegalStateException("cannot issue a certificate for " + kiosk, e);
        }
    }

    private EnrolGranted answer(Handle handle, KioskId kiosk, X509Certificate certificate)
            throws CertificateEncodingException {
        var kept = cards.of(handle, kiosk);
        return EnrolGranted.newBuilder()
                .setKiosk(kiosk.value())
                .addCertificates(ByteString.copyFrom(certificate.getEncoded()))
                .addCertificates(ByteString.copyFrom(ca.certificate().getEncoded()))
                .setCardSecret(ByteString.copyFrom(kept.secret().bytes()))
                .setCardSalt(ByteString.copyFrom(kept.salt()))
                .addLedgerKeys(ByteString.copyFrom(ledgerKeys.of(kiosk).bytes()))
                .build();
    }
}
