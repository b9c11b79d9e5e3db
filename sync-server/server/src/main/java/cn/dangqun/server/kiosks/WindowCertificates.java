package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.wire.WindowGranted;
import cn.dangqun.server.db.Database;
import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Where kiosks serve pages to the windows of their centre, and the certificates they show there. Blocks; not for
/// network threads.
public final class WindowCertificates {
    /// What a kiosk is told that serves no pages.
    public static final String NOWHERE = "-";

    /// An administrator may try several addresses.
    static final int MOST_IN_A_DAY = 20;

    private final Database database;
    private final WindowCa ca;
    private final Clock clock;

    public WindowCertificates(Database database, WindowCa ca, Clock clock) {
        this.database = database;
        this.ca = ca;
        this.clock = clock;
    }

    /// As the kiosk is told it.
    public String address(KioskId kiosk) {
        return database.read(handle -> address(handle, kiosk))
                .map(WindowAddress::text)
                .orElse(NOWHERE);
    }

    static Optional<WindowAddress> address(Handle handle, KioskId kiosk) {
        return handle.createQuery("SELECT window_address FROM kiosk WHERE street = 1 AND id = ?"
                        + " AND window_address IS NOT NULL")
                .bind(0, kiosk.value())
                .mapTo(String.class)
                .findOne()
                .map(WindowAddress::new);
    }

    /// For a kiosk that has proved who it is. Without certificates when the request is no good, or there is no address,
    /// or it asked too often.
    public WindowGranted grant(KioskId kiosk, byte[] request) {
        return CertificateRequest.verifiedKey(request)
                .flatMap(key -> database.write((handle, changes) -> address(handle, kiosk)
                        .filter(_ -> grantedToday(handle, kiosk) < MOST_IN_A_DAY)
                        .map(address -> issue(handle, kiosk, address, key))))
                .orElseGet(WindowGranted::getDefaultInstance);
    }

    private int grantedToday(Handle handle, KioskId kiosk) {
        return handle.createQuery(
                        "SELECT count(*) FROM window_certificate" + " WHERE street = 1 AND kiosk = ? AND issued_at > ?")
                .bind(0, kiosk.value())
                .bind(1, clock.millis() - Duration.ofDays(1).toMillis())
                .mapTo(Integer.class)
                .one();
    }

    private WindowGranted issue(Handle handle, KioskId kiosk, WindowAddress address, PublicKey key) {
        try {
            var certificate = ca.issue(address, key);
            handle.execute(
                    "INSERT INTO window_certificate (serial, kiosk, address, issued_at, expires_at)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    KioskRegistry.serialOf(certificate),
                    kiosk.value(),
                    address.text(),
                    clock.millis(),
                    certificate.getNotAfter().toInstant().toEpochMilli());
            return WindowGranted.newBuilder()
                    .setAddress(address.text())
                    .addCertificates(ByteString.copyFrom(certificate.getEncoded()))
                    .addCertificates(ByteString.copyFrom(ca.certificate().getEncoded()))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot issue a certificate for " + address.text(), e);
        }
    }
}
