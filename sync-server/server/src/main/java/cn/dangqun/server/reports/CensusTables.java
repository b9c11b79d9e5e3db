package cn.dangqun.server.reports;

import cn.dangqun.domain.attendance.Roster;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.organizations.OrganizationWords;
import cn.dangqun.server.reports.Report.Row;
import cn.dangqun.server.reports.Report.Table;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// 组织 and 流入党员 as they are on a day, one line each, for the yearly censuses.
record CensusTables(Handle handle, Roster roster, Texts texts, MonthTables tables) {
    Table organizations(Scope scope, LocalDate day) {
        var words = new OrganizationWords(texts);
        var seats = roster.seats().stream()
                .filter(each -> each.isHeldOn(day))
                .collect(Collectors.groupingBy(each -> each.organization().value(), Collectors.counting()));
        var homes = homes(scope, day);
        var rows = handle.createQuery("""
                        SELECT o.id, o.name, o.level, o.path, coalesce(a.name, '') AS above,
                          coalesce(d.term_end, '') AS term_end
                        FROM organization o LEFT JOIN organization a ON a.street = 1 AND a.id = o.parent
                        LEFT JOIN organization_detail d ON d.street = 1 AND d.id = o.id
                        WHERE o.street = 1 AND %s ORDER BY o.place""".formatted(scope.inside("o.path")))
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> {
                    var id = row.getString("id");
                    var path = row.getString("path");
                    var level = OrganizationLevel.valueOf(row.getString("level"));
                    boolean ofGroup = level == OrganizationLevel.GROUP;
                    var inside = homes.stream()
                            .filter(each -> ofGroup
                                    ? each.group().equals(id)
                                    : each.path().startsWith(path))
                            .toList();
                    return new Row(
                            id,
                            row.getString("name"),
                            "/organizations/" + id,
                            List.of(
                                    row.getString("name"),
                                    row.getString("above"),
                                    words.level(level),
                                    String.valueOf(inside.stream()
                                            .mapToInt(Homes::full)
                                            .sum()),
                                    String.valueOf(inside.stream()
                                            .mapToInt(Homes::probationary)
                                            .sum()),
                                    ofGroup ? "—" : String.valueOf(seats.getOrDefault(id, 0L)),
                                    row.getString("term_end")));
                })
                .list();
        return new Table(
                "organizations",
                texts.get("reports.census.organizations"),
                texts.get("reports.census.aboutOrganizations"),
                false,
                List.of(
                        tables.words("plan.field.organization", 4),
                        tables.words("reports.census.above", 3),
                        tables.words("reports.census.level", 2),
                        tables.number("reports.census.full"),
                        tables.number("reports.census.probationary"),
                        tables.number("reports.census.seats"),
                        tables.words("reports.census.termEnd", 2)),
                rows,
                List.of(),
                texts.get("reports.duties.none"));
    }

    /// Whose home is in a branch, by its groups; `group` is empty for those in none.
    private record Homes(String path, String group, int full, int probationary) {}

    private List<Homes> homes(Scope scope, LocalDate day) {
        return handle.createQuery("""
                        SELECT o.path, coalesce(m.grp, '') AS in_group,
                          count(CASE WHEN m.status = 'FULL' THEN 1 END) AS full_members,
                          count(CASE WHEN m.status = 'PROBATIONARY' THEN 1 END) AS probationary
                        FROM organization o CROSS JOIN member m
                        WHERE o.street = 1 AND o.path >= :prefix AND o.path < :after AND m.street = 1
                          AND m.branch = o.id AND m.relation = 'HOME' AND (m.until IS NULL OR m.until > :day)
                        GROUP BY o.path, in_group""")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .bind("day", day.toString())
                .map((row, ignored) -> new Homes(
                        row.getString("path"),
                        row.getString("in_group"),
                        row.getInt("full_members"),
                        row.getInt("probationary")))
                .list();
    }

    Table floating(Scope scope, LocalDate day, boolean fullNames) {
        var rows = handle.createQuery("""
                        SELECT m.id, m.name, m.relation, o.name AS branch_name
                        FROM organization o CROSS JOIN member m
                        WHERE o.street = 1 AND o.path >= :prefix AND o.path < :after AND m.street = 1
                          AND m.branch = o.id AND m.relation <> 'HOME' AND (m.until IS NULL OR m.until > :day)
                        ORDER BY o.place, m.reading, m.id""")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .bind("day", day.toString())
                .map((row, ignored) -> {
                    var name = new PersonName(row.getString("name"));
                    return new Row(
                            row.getString("id"),
                            row.getString("branch_name"),
                            "/attendance/members/" + row.getString("id"),
                            List.of(
                                    row.getString("branch_name"),
                                    fullNames ? name.full() : name.masked(),
                                    texts.get(
                                            row.getString("relation").equals("FLOATING_IN")
                                                    ? "reports.census.floating"
                                                    : "reports.census.reported")));
                })
                .list();
        return new Table(
                "floating",
                texts.get("reports.census.incoming"),
                texts.get("reports.census.aboutIncoming"),
                false,
                List.of(
                        tables.words("plan.field.organization", 4),
                        tables.words("roster.field.name", 3),
                        tables.words("reports.census.relation", 3)),
                rows,
                List.of(),
                texts.get("reports.census.none"));
    }
}
