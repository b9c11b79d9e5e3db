package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.wire.Health;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.reference.Held;
import cn.dangqun.server.reference.Scope;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Who the street's kiosks are, whether they may talk, and how they fare (F-70, F-72). Methods named `noted…` never
/// block; all others do and are not for network threads.
public final class KioskRegistry {
    private static final int MAX_DEVICES = 32;
    private static final int LONGEST_BOOT_ID = 64;
    /// As `reference_scopes`: between those it had and those it is to have.
    private static final String BETWEEN = "";

    private final Database database;
    private final Clock clock;

    public KioskRegistry(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A kiosk as the sync endpoint needs it; `held` are the reference items it last said it has.
    public record Kiosk(KioskId id, String name, String site, Optional<Held> held) {}

    /// Whether the bearer of a certificate may talk.
    public sealed interface Admission {
        record Active(Kiosk kiosk) implements Admission {}

        record Revoked() implements Admission {}

        /// Revoked, and somebody lets it deliver what it had recorded; nothing is sent to it
        record Late(Kiosk kiosk) implements Admission {}

        /// Not one of ours, or its certificate was replaced
        record NotEnrolled() implements Admission {}
    }

    public static String serialOf(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16);
    }

    /// Looks up the bearer of the certificate with this serial number (hex).
    public Admission admission(String serial) {
        return database.read(handle -> handle.createQuery("SELECT k.id, k.name, k.site, k.revoked_at, k.late_push_at,"
                        + " k.reference_site, k.reference_protocol, k.reference_cards, k.reference_scopes"
                        + " FROM kiosk k JOIN kiosk_certificate c ON c.street = 1 AND c.kiosk = k.id"
                        + " WHERE k.street = 1 AND c.serial = ? AND c.retired_at IS NULL")
                .bind(0, serial)
                .map((row, context) -> admission(row))
                .findOne()
                .orElseGet(Admission.NotEnrolled::new));
    }

    private static Admission admission(ResultSet row) throws SQLException {
        var kiosk =
                new Kiosk(new KioskId(row.getString("id")), row.getString("name"), row.getString("site"), held(row));
        if (row.getObject("revoked_at") == null) {
            return new Admission.Active(kiosk);
        }
        return row.getObject("late_push_at") == null ? new Admission.Revoked() : new Admission.Late(kiosk);
    }

    private static Optional<Held> held(ResultSet row) throws SQLException {
        int protocol = row.getInt("reference_protocol");
        var cards = Optional.ofNullable(row.getString("reference_cards")).orElse("");
        var scopes = Optional.ofNullable(row.getString("reference_scopes"));
        return Optional.ofNullable(row.getString("reference_site"))
                .filter(site -> scopes.filter(BETWEEN::equals).isEmpty())
                .map(site -> new Held(site, protocol, cards, scopes(scopes)));
    }

    private static Set<Scope> scopes(Optional<String> lines) {
        return lines.stream().flatMap(String::lines).map(Scope::new).collect(Collectors.toUnmodifiableSet());
    }

    /// All certificates that may talk now, by serial number (hex), with the site at which their kiosk stands.
    public Map<String, String> accepted() {
        return database.read(handle -> handle
                .createQuery("SELECT c.serial, k.site FROM kiosk_certificate c"
                        + " JOIN kiosk k ON k.street = 1 AND k.id = c.kiosk"
                        + " WHERE c.street = 1 AND c.retired_at IS NULL"
                        + " AND (k.revoked_at IS NULL OR k.late_push_at IS NOT NULL)")
                .map((row, ignored) -> Map.entry(row.getString("serial"), row.getString("site")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// Seals a kiosk out; false when there is no such kiosk. An open connection hears of it at once.
    public boolean revoke(KioskId id) {
        return database.write((handle, changes) -> revoke(handle, changes, id, clock.instant()));
    }

    /// The same inside a caller's write.
    static boolean revoke(Handle handle, ChangeLog changes, KioskId id, Instant now) {
        changes.kiosk(id);
        new KioskStands(handle).end(id, now.toEpochMilli());
        return handle.execute(
                        "UPDATE kiosk SET revoked_at = COALESCE(revoked_at, ?) WHERE street = 1 AND id = ?",
                        now.toEpochMilli(),
                        id.value())
                > 0;
    }

    /// A kiosk as it last spoke.
    public record LastWord(String name, Optional<Instant> contact, long unsent) {}

    /// Empty when there is no such kiosk.
    public Optional<LastWord> lastWord(KioskId id) {
        return database.read(handle -> lastWord(handle, id));
    }

    static Optional<LastWord> lastWord(Handle handle, KioskId id) {
        return handle.createQuery("SELECT name, last_contact_at, coalesce(unsent, 0) AS unsent"
                        + " FROM kiosk WHERE street = 1 AND id = ?")
                .bind(0, id.value())
                .map((row, context) -> {
                    long contact = row.getLong("last_contact_at");
                    return new LastWord(
                            row.getString("name"),
                            row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(contact)),
                            row.getLong("unsent"));
                })
                .findOne();
    }

    /// The kiosk said hello with this certificate: older ones of it are done with. Dropped when the writer is busy;
    /// the next hello says it again.
    public void notedHello(KioskId id, String serial) {
        var now = clock.millis();
        database.writer().offer((handle, changes) -> {
            changes.kiosk(id);
            handle.execute("UPDATE kiosk SET last_contact_at = ? WHERE street = 1 AND id = ?", now, id.value());
            return handle.execute(
                    "UPDATE kiosk_certificate SET retired_at = ? WHERE street = 1 AND kiosk = ? AND retired_at IS NULL"
                            + " AND issued_at <"
                            + " (SELECT issued_at FROM kiosk_certificate WHERE street = 1 AND serial = ?)",
                    now,
                    id.value(),
                    serial);
        });
    }

    /// A machine with this boot said hello. A boot that comes back after another had taken its place is a second
    /// machine with the same identity; a restart never comes back. Older kiosks say nothing.
    public void notedBoot(KioskId id, String boot) {
        if (boot.isEmpty() || boot.length() > LONGEST_BOOT_ID) {
            return;
        }
        var now = clock.millis();
        database.writer().offer((handle, changes) -> {
            changes.kiosk(id);
            return handle.createUpdate("UPDATE kiosk SET boot_id = :boot, former_boot_id = boot_id,"
                            + " rival_at = CASE WHEN former_boot_id = :boot THEN :now ELSE rival_at END"
                            + " WHERE street = 1 AND id = :id AND (boot_id IS NULL OR boot_id <> :boot)")
                    .bind("boot", boot)
                    .bind("now", now)
                    .bind("id", id.value())
                    .execute();
        });
    }

    /// `epoch`: the ledger that is spoken of; `kioskMillis`: the kiosk's wall clock when it sent this. Dropped when the
    /// writer is busy; the next one comes soon.
    public void notedHealth(KioskId id, Epoch epoch, Health health, long kioskMillis) {
        var now = clock.millis();
        var oldest = health.getUnsent() == 0 ? Optional.<Long>empty() : Optional.of(health.getOldestUnsentWallMillis());
        database.writer().offer((handle, changes) -> {
            changes.kiosk(id);
            var stands = new KioskStands(handle);
            stands.speaksOf(id, epoch, now);
            stands.told(id, epoch, health.getUnsent(), oldest, now);
            handle.execute("UPDATE kiosk SET epoch = ? WHERE street = 1 AND id = ?", epoch.hex(), id.value());
            return storeHealth(handle, id, health, now, kioskMillis - now);
        });
    }

    private static int storeHealth(Handle handle, KioskId id, Health health, long now, long ahead) {
        handle.createUpdate("UPDATE kiosk SET last_contact_at = :now, health_at = :now, software = :software,"
                        + " unsent = :unsent, oldest_unsent_at = :oldest, free_disk_bytes = :free,"
                        + " ledger_damaged = :damaged, salvaged = :salvaged, unreadable = :unreadable,"
                        + " unreadable_unknown = :unknown, clock_ahead_millis = :ahead WHERE street = 1 AND id = :id")
                .bind("now", now)
                .bind("software", health.getSoftware())
                .bind("unsent", health.getUnsent())
                .bind("oldest", health.getUnsent() == 0 ? null : health.getOldestUnsentWallMillis())
                .bind("free", health.getFreeDiskBytes())
                .bind("damaged", health.getLedgerDamaged() ? 1 : 0)
                .bind("salvaged", health.getSalvaged())
                .bind("unreadable", health.getUnreadable())
                .bind("unknown", health.getUnreadableUnknown() ? 1 : 0)
                .bind("ahead", ahead)
                .bind("id", id.value())
                .execute();
        handle.execute("DELETE FROM kiosk_device WHERE street = 1 AND kiosk = ?", id.value());
        var devices = health.getDevicesList().stream().limit(MAX_DEVICES).toList();
        for (var device : devices) {
            handle.execute(
                    "INSERT INTO kiosk_device (kiosk, name, kind, state, fault) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT (street, kiosk, name) DO NOTHING",
                    id.value(),
                    device.getName(),
                    device.getKind(),
                    device.getState(),
                    device.getFault());
        }
        return devices.size();
    }

    /// The kiosk is about to be told of other scopes: should the line break now, it begins anew. Blocks until that
    /// is on the disk.
    public void setsOut(KioskId id) {
        database.write((handle, changes) ->
                handle.execute("UPDATE kiosk SET reference_scopes = '' WHERE street = 1 AND id = ?", id.value()));
    }

    private static String lines(Held held) {
        return held.scopes().stream().map(Scope::value).sorted().collect(Collectors.joining("\n"));
    }

    /// The kiosk has stored every reference change through this number, of its site and the kinds of its version.
    /// `between`: it is on its way from some scopes to others.
    public void notedReferenceApplied(KioskId id, Held held, long through, boolean between) {
        database.writer().offer((handle, changes) -> {
            changes.kiosk(id);
            changes.note(Topic.Street.DELIVERY);
            return handle.execute(
                    "UPDATE kiosk SET reference_applied = ?, reference_site = ?, reference_protocol = ?,"
                            + " reference_cards = ?, reference_scopes = ?, last_contact_at = ?"
                            + " WHERE street = 1 AND id = ?",
                    through,
                    held.site(),
                    held.protocol(),
                    held.cards(),
                    between ? BETWEEN : lines(held),
                    clock.millis(),
                    id.value());
        });
    }
}
