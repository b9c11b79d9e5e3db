package cn.dangqun.server.codes;

import cn.dangqun.domain.credential.code.CardSerial;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads branches, their members and their cards inside a [Scope] (F-79). Call it inside one read transaction.
final class CodeReader {
    private static final String INSIDE = "o.path >= :prefix AND o.path < :after";
    private static final String HOLDS =
            "m.status IN ('FULL', 'PROBATIONARY') AND (m.until IS NULL OR m.until > :today)";

    private CodeReader() {}

    /// How many members of a branch hold a card that is good, and of how many it ends soon.
    record Count(OrganizationId branch, String name, String above, int members, int holders, int ending) {}

    /// `centre` is the name board of the place whose kiosks the branch uses, or what is above the branch.
    record Branch(OrganizationId id, String name, String above, String centre) {}

    /// Somebody who may hold a card.
    record Holder(MemberId id, PersonName name) {}

    /// Who holds a card. `name` is empty when the street's roster no longer knows the member.
    record Bearer(Optional<PersonName> name, Optional<Branch> branch) {}

    static List<Count> counts(Handle handle, Scope scope, LocalDate today) {
        return handle.createQuery("""
                        SELECT id, name, above, count(member) AS members,
                          count(CASE WHEN last_day >= :today THEN 1 END) AS holders,
                          count(CASE WHEN last_day >= :today AND last_day <= :soon THEN 1 END) AS ending
                        FROM (
                          SELECT o.id, o.name, coalesce(above.name, '') AS above, o.place, m.id AS member, (
                              SELECT max(CASE WHEN k.retired_after < c.expires_on THEN k.retired_after
                                              ELSE c.expires_on END)
                              FROM code_card c JOIN code_key k ON k.street = 1 AND k.id = c.signing_key
                              WHERE c.street = 1 AND c.member = m.id AND c.revoked_at IS NULL) AS last_day
                          FROM organization o
                          LEFT JOIN organization above ON above.street = 1 AND above.id = o.parent
                          LEFT JOIN member m ON m.street = 1 AND m.branch = o.id AND %s
                          WHERE o.street = 1 AND o.level = 'BRANCH' AND %s) each_member
                        GROUP BY place, id, name, above ORDER BY place""".formatted(HOLDS, INSIDE))
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .bind("today", today.toString())
                .bind("soon", today.plus(CardState.SOON).toString())
                .map((row, ignored) -> new Count(
                        new OrganizationId(row.getString("id")),
                        row.getString("name"),
                        row.getString("above"),
                        row.getInt("members"),
                        row.getInt("holders"),
                        row.getInt("ending")))
                .list();
    }

    static Owner branchOwner(Handle handle, String id) {
        return Owner.of(
                handle.createQuery("SELECT id FROM organization WHERE street = 1 AND id = :id AND level = 'BRANCH'")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne()
                        .map(OrganizationId::new));
    }

    /// The member's branch, or for one who is gone the branch that got the card; the street's when that is gone too.
    static Owner cardOwner(Handle handle, CardSerial serial) {
        return handle.createQuery("""
                        SELECT o.id FROM code_card c LEFT JOIN member m ON m.street = 1 AND m.id = c.member
                        LEFT JOIN organization o ON o.street = 1 AND o.id = coalesce(m.branch, c.branch)
                        WHERE c.street = 1 AND c.serial = :serial""")
                .bind("serial", serial.value())
                .<Owner>map((row, ignored) -> Optional.ofNullable(row.getString("id"))
                        .<Owner>map(id -> new Owner.Organization(new OrganizationId(id)))
                        .orElseGet(Owner.Street::new))
                .findOne()
                .orElseGet(Owner.Nobody::new);
    }

    static Optional<Branch> branch(Handle handle, Scope scope, OrganizationId id) {
        return handle.createQuery("""
                        SELECT o.name, o.path, coalesce(above.name, '') AS above
                        FROM organization o LEFT JOIN organization above ON above.street = 1 AND above.id = o.parent
                        WHERE o.street = 1 AND o.id = :id AND o.level = 'BRANCH' AND\s""" + INSIDE)
                .bind("id", id.value())
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> new Branch(
                        id,
                        row.getString("name"),
                        row.getString("above"),
                        centre(handle, row.getString("path")).orElse(row.getString("above"))))
                .findOne();
    }

    /// The place that is nearest above: of the organisation itself, or of the lowest one it belongs to.
    private static Optional<String> centre(Handle handle, String path) {
        return handle.createQuery("""
                        SELECT s.name FROM organization o JOIN site s ON s.street = 1 AND s.organization = o.id
                        WHERE o.street = 1 AND o.id IN (<above>) ORDER BY length(o.path) DESC, s.id LIMIT 1""")
                .bindList("above", List.of(path.split("/", -1)))
                .mapTo(String.class)
                .findOne();
    }

    /// 正式党员 and 预备党员 who belong to the branch in any way, by how they are called.
    static List<Holder> holders(Handle handle, OrganizationId branch, LocalDate today) {
        return handle.createQuery("""
                        SELECT m.id, m.name FROM member m
                        WHERE m.street = 1 AND m.branch = :branch AND %s ORDER BY m.reading, m.id""".formatted(HOLDS))
                .bind("branch", branch.value())
                .bind("today", today.toString())
                .map((row, ignored) ->
                        new Holder(new MemberId(row.getString("id")), new PersonName(row.getString("name"))))
                .list();
    }

    /// Empty when there is no such card, or when its member, or for one who is gone the branch that got it, is
    /// outside.
    static Optional<Bearer> bearer(Handle handle, Scope scope, CardSerial serial) {
        return handle.createQuery("""
                        SELECT m.name, coalesce(m.branch, c.branch) AS branch FROM code_card c
                        LEFT JOIN member m ON m.street = 1 AND m.id = c.member
                        LEFT JOIN organization o ON o.street = 1 AND o.id = coalesce(m.branch, c.branch)
                        WHERE c.street = 1 AND c.serial = :serial AND %s""".formatted(scope.inside("o.path")))
                .bind("serial", serial.value())
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> new Bearer(
                        Optional.ofNullable(row.getString("name")).map(PersonName::new),
                        branch(handle, scope, new OrganizationId(row.getString("branch")))))
                .findOne();
    }
}
