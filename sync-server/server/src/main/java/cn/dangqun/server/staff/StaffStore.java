package cn.dangqun.server.staff;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Placed;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// SQL of people on duty: a district has a few hundred.
record StaffStore(Handle handle) {
    /// `community` is empty for those of an older program, who serve the whole street.
    record Person(
            String id,
            String name,
            String duty,
            Optional<OrganizationId> community,
            String communityName,
            StaffRole role) {
        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }

    private static final Pinyin PINYIN = new Pinyin();

    private static final String ALL = """
            SELECT s.id, s.name, s.duty, d.organization, d.role, coalesce(o.name, '') AS community_name, o.path, o.place
            FROM staff s LEFT JOIN staff_detail d ON d.street = 1 AND d.id = s.id
            LEFT JOIN organization o ON o.street = 1 AND o.id = d.organization
            WHERE s.street = 1""";

    /// In the order of communities, then as names are read.
    List<Person> all(Scope scope) {
        return Placed.inOrder(handle
                .createQuery(ALL + " AND " + scope.inside("o.path") + " ORDER BY s.id")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> new Placed<>(
                        row.getLong("place"),
                        PINYIN.syllables(row.getString("name")),
                        new Person(
                                row.getString("id"),
                                row.getString("name"),
                                row.getString("duty"),
                                Optional.ofNullable(row.getString("organization"))
                                        .map(OrganizationId::new),
                                row.getString("community_name"),
                                Optional.ofNullable(row.getString("role"))
                                        .map(StaffRole::valueOf)
                                        .orElse(StaffRole.DUTY_STAFF))))
                .stream());
    }

    static Owner owner(Handle handle, String id) {
        return handle.createQuery("SELECT d.organization FROM staff s LEFT JOIN staff_detail d ON d.street = 1"
                        + " AND d.id = s.id WHERE s.street = 1 AND s.id = ?")
                .bind(0, id)
                .<Owner>map((row, ignored) -> Optional.ofNullable(row.getString("organization"))
                        .<Owner>map(each -> new Owner.Organization(new OrganizationId(each)))
                        .orElseGet(Owner.Street::new))
                .findOne()
                .orElseGet(Owner.Nobody::new);
    }

    void put(String id, OrganizationId community, StaffRole role) {
        handle.execute(
                "INSERT INTO staff_detail (street, id, organization, role) VALUES (1, ?, ?, ?)"
                        + " ON CONFLICT (street, id) DO UPDATE"
                        + " SET organization = excluded.organization, role = excluded.role",
                id,
                community.value(),
                role.name());
    }

    /// Since when the person's photo hangs with their consent; empty: none hangs.
    Optional<Instant> consented(String id) {
        return handle.createQuery("SELECT consented_at FROM staff_photo WHERE street = 1 AND id = ?")
                .bind(0, id)
                .map((row, ignored) -> Instant.ofEpochMilli(row.getLong("consented_at")))
                .findOne();
    }

    void consents(String id, Instant now) {
        handle.execute(
                "INSERT INTO staff_photo (street, id, consented_at) VALUES (1, ?, ?)"
                        + " ON CONFLICT (street, id) DO UPDATE SET consented_at = excluded.consented_at",
                id,
                now.toEpochMilli());
    }

    void consentsNoMore(String id) {
        handle.execute("DELETE FROM staff_photo WHERE street = 1 AND id = ?", id);
    }

    void delete(String id) {
        consentsNoMore(id);
        handle.execute("DELETE FROM staff_detail WHERE street = 1 AND id = ?", id);
    }
}
