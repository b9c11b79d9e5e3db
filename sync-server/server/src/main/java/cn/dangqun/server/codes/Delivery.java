package cn.dangqun.server.codes;

import cn.dangqun.server.text.Placed;
import cn.dangqun.server.web.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// How far a revocation has come: every kiosk of the street must know it. Kiosks outside the viewer's scope are
/// counted but not named.
record Delivery(int kiosks, int received, List<Waiting> waiting) {
    Delivery {
        waiting = List.copyOf(waiting);
    }

    /// A kiosk in scope that has not received it yet.
    record Waiting(String name, String site, Optional<Instant> lastContact) {}

    private record Kiosk(Waiting kiosk, boolean received, boolean inScope) {}

    /// `number` of the reference change. A kiosk that was moved counts again when it holds its new site's items.
    static Delivery of(Handle handle, Scope scope, long number) {
        var kiosks = Placed.inOrder(handle
                .createQuery("""
                        SELECT k.name, coalesce(s.name, k.site) AS site_name, k.last_contact_at, o.place,
                          (k.reference_applied >= :number AND k.reference_site = k.site) AS received,
                          %s AS in_scope
                        FROM kiosk k
                        LEFT JOIN site s ON s.street = 1 AND s.id = k.site
                        LEFT JOIN organization o ON o.street = 1 AND o.id = s.organization
                        WHERE k.street = 1 AND k.revoked_at IS NULL
                        ORDER BY k.id""".formatted(scope.inside("o.path")))
                .bind("number", number)
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> {
                    var contact = row.getLong("last_contact_at");
                    var known = row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(contact));
                    return new Placed<>(
                            row.getLong("place"),
                            row.getString("name"),
                            new Kiosk(
                                    new Waiting(row.getString("name"), row.getString("site_name"), known),
                                    row.getBoolean("received"),
                                    row.getBoolean("in_scope")));
                })
                .stream());
        var received = (int) kiosks.stream().filter(Kiosk::received).count();
        var waiting = kiosks.stream()
                .filter(each -> !each.received() && each.inScope())
                .map(Kiosk::kiosk)
                .toList();
        return new Delivery(kiosks.size(), received, waiting);
    }
}
