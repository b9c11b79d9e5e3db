package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.db.Database;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Draws the one-time codes with which an administrator lets a kiosk in (DESIGN §5). Blocks; not for network threads.
public final class EnrolmentCodes {
    public static final Duration LIFE = Duration.ofMinutes(10);

    private final Database database;
    private final Clock clock;
    private final SecureRandom random;

    public EnrolmentCodes(Database database, Clock clock, SecureRandom random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    /// `text` is shown once and never stored.
    public record Created(String text, Instant expires) {
        @Override
        public String toString() {
            return "Created[hidden, expires=" + expires + "]";
        }
    }

    /// For a new kiosk, or for the replacement of one: redeeming the code retires every earlier certificate (F-71).
    /// `siteId` is the reference item of the place it stands in.
    public Created create(KioskId kiosk, String name, String siteId) {
        if (name.isBlank() || siteId.isBlank()) {
            throw new IllegalArgumentException("a kiosk needs a name and a site");
        }
        if (kiosk.isStreet()) {
            throw new IllegalArgumentException("no kiosk is called as the street's own ledger");
        }
        var code = EnrolmentCode.draw(random);
        var now = clock.instant();
        var expires = now.plus(LIFE);
        database.write((handle, changes) -> handle.execute(
                "INSERT INTO enrolment_code (code_hash, kiosk, name, site, created_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                code.hash(),
                kiosk.value(),
                name,
                siteId,
                now.toEpochMilli(),
                expires.toEpochMilli()));
        return new Created(code.text(), expires);
    }
}
