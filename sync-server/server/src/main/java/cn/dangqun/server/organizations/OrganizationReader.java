package cn.dangqun.server.organizations;

import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads organisations inside a [Scope], in the order of the tree. Call it inside one read transaction.
public record OrganizationReader(Handle handle, Scope scope) {

    /// An organisation with what is above it; `depth` is 0 at the street. `path` is the database's.
    public record Row(
            OrganizationId id,
            Optional<OrganizationId> parent,
            String name,
            String above,
            OrganizationLevel level,
            OrganizationClass orgClass,
            String path,
            int depth) {}

    /// Members of the organisation and all below it, as of now.
    record People(int full, int probationary, int others) {}

    /// All inside the scope: a district has a few thousand.
    public List<Row> all() {
        return handle.createQuery("""
                        SELECT o.id, o.parent, o.name, coalesce(a.name, '') AS above, o.level, o.org_class, o.path
                        FROM organization o LEFT JOIN organization a ON a.street = 1 AND a.id = o.parent
                        WHERE o.street = 1 AND %s ORDER BY o.place""".formatted(scope.inside("o.path")))
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> row(row.getString("path"), row.getString("id"), row))
                .list();
    }

    private static Row row(String path, String id, ResultSet row) throws SQLException {
        return new Row(
                new OrganizationId(id),
                Optional.ofNullable(row.getString("parent")).map(OrganizationId::new),
                row.getString("name"),
                row.getString("above"),
                OrganizationLevel.valueOf(row.getString("level")),
                OrganizationClass.valueOf(row.getString("org_class")),
                path,
                (int) path.chars().filter(each -> each == '/').count() - 2);
    }

    Optional<Row> find(OrganizationId id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    List<Row> below(OrganizationId id) {
        return all().stream()
                .filter(each -> each.parent().filter(id::equals).isPresent())
                .toList();
    }

    /// Of a group those who are in it; of anything else those of its branches.
    People people(Row of, String today) {
        boolean ofGroup = of.level() == OrganizationLevel.GROUP;
        return handle.createQuery("""
                        SELECT count(CASE WHEN m.status = 'FULL' THEN 1 END) AS full_members,
                          count(CASE WHEN m.status = 'PROBATIONARY' THEN 1 END) AS probationary, count(*) AS everybody
                        FROM organization o CROSS JOIN member m
                        WHERE m.street = 1 AND m.branch = o.id AND o.street = 1 AND o.path >= :prefix AND o.path < :after
                          AND (:grp = '' OR m.grp = :grp) AND (m.until IS NULL OR m.until > :today)""")
                .bind("prefix", ofGroup ? branchOf(of.path()) : of.path())
                .bind("after", after(ofGroup ? branchOf(of.path()) : of.path()))
                .bind("grp", ofGroup ? of.id().value() : "")
                .bind("today", today)
                .map((row, ignored) -> new People(
                        row.getInt("full_members"),
                        row.getInt("probationary"),
                        row.getInt("everybody") - row.getInt("full_members") - row.getInt("probationary")))
                .one();
    }

    /// The path without its last step.
    private static String branchOf(String path) {
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }

    private static String after(String path) {
        return path.substring(0, path.length() - 1) + '0';
    }

    /// A holder's name beside the seat.
    record Seat(CommitteeSeat seat, String holder) {}

    String nameOf(String member) {
        return handle.createQuery("SELECT name FROM member WHERE street = 1 AND id = ?")
                .bind(0, member)
                .mapTo(String.class)
                .findOne()
                .orElse(member);
    }
}
