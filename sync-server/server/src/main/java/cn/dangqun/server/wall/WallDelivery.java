package cn.dangqun.server.wall;

import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.protocol.ReferenceKinds;
import cn.dangqun.server.text.Placed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Which kiosks have stored a change of the wall (F-37): those that reported its number, or a later one, for the site
/// they stand at. One whose software cannot show the wall never got it.
record WallDelivery(List<Kiosk> kiosks) {
    /// Where the community stands in `/street/community/branch/`
    private static final int COMMUNITY = 2;
    private static final int SINCE = ReferenceKinds.since(ReferenceKind.WALL_PIECE);

    WallDelivery {
        kiosks = List.copyOf(kiosks);
    }

    enum Arrival {
        CONFIRMED,
        WAITING,
        /// Its software is older than the wall
        TOO_OLD
    }

    record Kiosk(String name, String site, Arrival arrival, Optional<Instant> lastContact) {}

    /// The kiosks at whose wall it hangs, and how far each has come.
    static WallDelivery of(Handle handle, WallPlace place, long number) {
        return new WallDelivery(Placed.inOrder(handle
                .createQuery("SELECT k.name, o.place, coalesce(s.name, k.site) AS site_name,"
                        + " k.last_contact_at, k.reference_protocol, k.reference_site,"
                        + " (k.reference_applied >= :number AND k.reference_site = k.site) AS applied"
                        + " FROM kiosk k LEFT JOIN site s ON s.street = 1 AND s.id = k.site"
                        + " LEFT JOIN organization o ON o.street = 1 AND o.id = s.organization"
                        + " WHERE k.street = 1 AND k.revoked_at IS NULL AND "
                        + within(place) + " ORDER BY k.id")
                .bind("number", number)
                .bind("place", place(handle, place))
                .map((row, context) -> {
                    var contact = row.getLong("last_contact_at");
                    var known = row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(contact));
                    boolean old = row.getString("reference_site") != null && row.getInt("reference_protocol") < SINCE;
                    var arrival =
                            old ? Arrival.TOO_OLD : row.getBoolean("applied") ? Arrival.CONFIRMED : Arrival.WAITING;
                    return new Placed<>(
                            row.getLong("place"),
                            row.getString("name"),
                            new Kiosk(row.getString("name"), row.getString("site_name"), arrival, known));
                })
                .stream()));
    }

    private static String within(WallPlace place) {
        return switch (place) {
            case WallPlace.Street ignored -> ":place = ''";
            case WallPlace.Community ignored -> servedOrBelow();
            case WallPlace.Branch ignored -> servedOrBelow();
            case WallPlace.Site ignored -> "k.site = :place";
        };
    }

    /// What is a branch's hangs wherever its community's does.
    private static String place(Handle handle, WallPlace place) {
        return place instanceof WallPlace.Branch(var branch)
                ? handle.createQuery("SELECT path FROM organization WHERE street = 1 AND id = ?")
                        .bind(0, branch.value())
                        .mapTo(String.class)
                        .findOne()
                        .map(path -> path.split("/", -1))
                        .filter(steps -> steps.length > COMMUNITY + 1)
                        .map(steps -> steps[COMMUNITY])
                        .orElse("")
                : WallStore.idOf(place);
    }

    /// At sites of the community, and at those that serve it beside another.
    private static String servedOrBelow() {
        return "((" + below(":place") + ") OR EXISTS (SELECT 1 FROM site_serving v WHERE v.street = 1"
                + " AND v.site = k.site AND v.organization = :place AND v.until_at IS NULL))";
    }

    private static String below(String organization) {
        return "o.path >= (SELECT path FROM organization WHERE street = 1 AND id = " + organization + ") AND o.path <"
                + " (SELECT substr(path, 1, length(path) - 1) || '0' FROM organization"
                + " WHERE street = 1 AND id = " + organization + ")";
    }

    int confirmed() {
        return (int) kiosks.stream()
                .filter(each -> each.arrival() == Arrival.CONFIRMED)
                .count();
    }
}
