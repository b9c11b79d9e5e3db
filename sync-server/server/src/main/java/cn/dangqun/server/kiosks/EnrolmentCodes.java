package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.vault.OneTimeCodes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Draws the one-time codes with which an administrator lets a kiosk in (DESIGN §5). Blocks; not for network threads.
public final class EnrolmentCodes {
    public static final Duration LIFE = Duration.ofMinutes(10);

    private final Database database;
    private final OneTimeCodes codes;
    private final Clock clock;

    public EnrolmentCodes(Database database, OneTimeCodes codes, Clock clock) {
        this.database = database;
        this.codes = codes;
        this.clock = clock;
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
        return database.write((handle, changes) -> create(handle, kiosk, name, siteId, Optional.empty()));
    }

    /// How many codes a new one would take the place of.
    int valid(Handle handle, KioskId kiosk) {
        return codes.valid(handle, kiosk.value(), clock.instant());
    }

    /// Takes back the code that was drawn at this moment; false when it is used, expired or taken back already.
    boolean withdraw(Handle handle, KioskId kiosk, Instant created, String login) {
        return codes.withdraw(handle, kiosk.value(), created, clock.instant(), login);
    }

    /// The same inside a caller's write; `by` is who drew it.
    Created create(Handle handle, KioskId kiosk, String name, String siteId, Optional<String> by) {
        if (name.isBlank() || siteId.isBlank()) {
            throw new IllegalArgumentException("a kiosk needs a name and a site");
        }
        if (kiosk.isStreet()) {
            throw new IllegalArgumentException("no kiosk is called as the street's own ledger");
        }
        var now = clock.instant();
        var purpose = new OneTimeCodes.Purpose(kiosk.value(), name, siteId, now.plus(LIFE));
        return new Created(codes.draw(handle, purpose, now, by).text(), purpose.expires());
    }
}
