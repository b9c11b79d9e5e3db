package cn.dangqun.server.kiosks;

import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads the one-time codes of sites inside a [Scope]; never the codes themselves, which nobody keeps. A district
/// has some hundreds in its years.
record CodeListReader(Handle handle, Scope scope) {
    /// `by` is empty on the command line; `withdrawnBy` is empty where a later code took its place.
    record Row(
            String kiosk,
            String name,
            String site,
            Instant created,
            Optional<String> by,
            Instant expires,
            Optional<Instant> used,
            Optional<Instant> withdrawn,
            Optional<String> withdrawnBy) {}

    /// The newest first.
    List<Row> all() {
        return handle.createQuery("""
                        SELECT c.kiosk, c.name, coalesce(s.name, c.site) AS site_name, c.created_at, c.created_by,
                          c.expires_at, c.used_at, c.withdrawn_at, c.withdrawn_by
                        FROM enrolment_code c
                        LEFT JOIN site s ON s.street = 1 AND s.id = c.site
                        LEFT JOIN organization o ON o.street = 1 AND o.id = s.organization
                        WHERE c.street = 1 AND %s ORDER BY c.created_at DESC, c.kiosk""".formatted(scope.inside("o.path")))
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("kiosk"),
                row.getString("name"),
                row.getString("site_name"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Optional.ofNullable(row.getString("created_by")),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                instant(row, "used_at"),
                instant(row, "withdrawn_at"),
                Optional.ofNullable(row.getString("withdrawn_by")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
