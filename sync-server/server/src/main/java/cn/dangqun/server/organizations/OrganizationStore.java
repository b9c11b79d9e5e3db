package cn.dangqun.server.organizations;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationKind;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// SQL of what the street notes of its organisations, and of what hangs on one.
public record OrganizationStore(Handle handle) {
    public OrganizationDetail detail(OrganizationId id) {
        return handle.createQuery(
                        "SELECT kind, grid_unit, term_end FROM organization_detail" + " WHERE street = 1 AND id = ?")
                .bind(0, id.value())
                .map((row, ignored) -> new OrganizationDetail(
                        OrganizationKind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getString("grid_unit")),
                        Optional.ofNullable(row.getString("term_end")).map(LocalDate::parse)))
                .findOne()
                .orElse(OrganizationDetail.NONE);
    }

    void put(OrganizationId id, OrganizationDetail detail) {
        handle.execute(
                "INSERT INTO organization_detail (street, id, kind, grid_unit, term_end)"
                        + " VALUES (1, ?, ?, ?, ?) ON CONFLICT (street, id) DO UPDATE SET kind = excluded.kind,"
                        + " grid_unit = excluded.grid_unit, term_end = excluded.term_end",
                id.value(),
                detail.kind().name(),
                detail.gridUnit().orElse(null),
                detail.termEnd().map(LocalDate::toString).orElse(null));
    }

    void delete(OrganizationId id) {
        handle.execute("DELETE FROM organization_detail WHERE street = 1 AND id = ?", id.value());
    }

    /// Whether anything that stands now names the organisation. People of the past are the roster's to know.
    boolean isUsed(OrganizationId id) {
        return handle.createQuery("""
                        SELECT 1 FROM organization WHERE street = 1 AND parent = :id
                        UNION ALL SELECT 1 FROM member WHERE street = 1 AND branch = :id
                        UNION ALL SELECT 1 FROM activity WHERE street = 1 AND organization = :id
                        UNION ALL SELECT 1 FROM site WHERE street = 1 AND organization = :id
                        UNION ALL SELECT 1 FROM service WHERE street = 1 AND organization = :id
                        LIMIT 1""")
                .bind("id", id.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
