package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.kiosks.KioskHealth.Device;
import cn.dangqun.server.kiosks.KioskHealth.LedgerState;
import cn.dangqun.server.kiosks.KioskHealth.Report;
import cn.dangqun.server.kiosks.KioskHealth.Salvage;
import cn.dangqun.server.ledger.EpochDecisions;
import cn.dangqun.server.text.Placed;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Visit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Reads how the kiosks inside a [Scope] fare. Call it inside one read transaction.
final class KioskReader {

    /// A place kiosks may stand in.
    record Site(String id, String name) {}

    /// By community, then by name. A kiosk whose site is unknown is shown to the whole street only.
    List<KioskHealth> all(Handle handle, Scope scope) {
        var devices = devices(handle);
        var owed = new KioskStands(handle).owed();
        return Placed.inOrder(handle
                .createQuery("""
                        SELECT k.*, coalesce(s.name, k.site) AS site_name, o.place,
                          EXISTS (SELECT 1 FROM ledger_conflict l WHERE l.street = 1 AND l.kiosk = k.id AND %s) AS in_conflict,
                          EXISTS (SELECT 1 FROM epoch_decision p
                            WHERE p.street = 1 AND p.kiosk = k.id AND p.successor IS NULL) AS restart_allowed
                        FROM kiosk k
                        LEFT JOIN site s ON s.street = 1 AND s.id = k.site
                        LEFT JOIN organization o ON o.street = 1 AND o.id = s.organization
                        WHERE k.street = 1 AND %s
                        ORDER BY k.id""".formatted(EpochDecisions.CONFLICT_IS_OPEN, scope.inside("o.path")))
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> new Placed<>(
                        row.getLong("place"),
                        row.getString("name"),
                        kiosk(row, devices, Optional.ofNullable(owed.get(row.getString("id"))))))
                .stream());
    }

    List<Site> sites(Handle handle, Scope scope) {
        return Placed.inOrder(handle
                .createQuery("""
                        SELECT s.id, s.name, o.place FROM site s
                        JOIN organization o ON o.street = 1 AND o.id = s.organization
                        WHERE s.street = 1 AND o.path >= :prefix AND o.path < :after ORDER BY s.id""")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> new Placed<>(
                        row.getLong("place"),
                        row.getString("name"),
                        new Site(row.getString("id"), row.getString("name"))))
                .stream());
    }

    private static Map<String, List<Device>> devices(Handle handle) {
        var byKiosk = new HashMap<String, List<Device>>();
        handle.createQuery("SELECT kiosk, kind, state FROM kiosk_device WHERE street = 1 ORDER BY kiosk, name")
                .map((row, ignored) ->
                        Map.entry(row.getString("kiosk"), new Device(row.getString("kind"), row.getString("state"))))
                .forEach(each -> byKiosk.computeIfAbsent(each.getKey(), fresh -> new ArrayList<>())
                        .add(each.getValue()));
        return byKiosk;
    }

    private static KioskHealth kiosk(ResultSet row, Map<String, List<Device>> devices, Optional<KioskStands.Owed> owed)
            throws SQLException {
        var id = row.getString("id");
        return new KioskHealth(
                new KioskId(id),
                row.getString("name"),
                row.getString("site"),
                row.getString("site_name"),
                instant(row, "revoked_at").isPresent(),
                instant(row, "last_contact_at"),
                report(row),
                ledger(row),
                instant(row, "rival_at"),
                owed,
                instant(row, "late_push_at").isPresent(),
                devices.getOrDefault(id, List.of()));
    }

    private static LedgerState ledger(ResultSet row) throws SQLException {
        if (!row.getBoolean("in_conflict")) {
            return LedgerState.SOUND;
        }
        return row.getBoolean("restart_allowed") ? LedgerState.RESTART_ALLOWED : LedgerState.IN_CONFLICT;
    }

    private static Optional<Report> report(ResultSet row) throws SQLException {
        if (instant(row, "health_at").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Report(
                Optional.ofNullable(row.getString("software")).orElse(""),
                row.getLong("unsent"),
                instant(row, "oldest_unsent_at"),
                row.getLong("free_disk_bytes"),
                row.getBoolean("ledger_damaged"),
                new Salvage(row.getLong("salvaged"), row.getLong("unreadable"), row.getBoolean("unreadable_unknown")),
                Duration.ofMillis(row.getLong("clock_ahead_millis"))));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    /// What `answer` says of the kiosk that a request names; a revoked one, or one of another subtree, is not there.
    Reply living(Database database, Visit visit, Function<KioskHealth, Reply> answer) {
        return find(database, visit.viewer().scope(), visit.param("id"))
                .filter(kiosk -> !kiosk.revoked())
                .map(answer)
                .orElseGet(Reply.NotFound::new);
    }

    /// The kiosk of this id, if it is inside.
    Optional<KioskHealth> find(Database database, Scope scope, String id) {
        return database.read(handle -> all(handle, scope)).stream()
                .filter(kiosk -> kiosk.id().value().equals(id))
                .findFirst();
    }
}
