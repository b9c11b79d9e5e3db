package cn.dangqun.server.attendance;

import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.server.db.OneProcess;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Who the people of a sheet are: by the roster, or as they were called who have left it.
@OneProcess("Names read for one page; gone with it.")
public final class SheetPeople {
    private static final int AT_ONCE = 500;
    private static final Known NOBODY = new Known(Optional.empty(), "", "", "", Optional.empty());

    private final Map<String, Known> known = new HashMap<>();

    /// `reading` is what the name is sorted by; `branch` and `group` are empty where there is none, `relation`
    /// for who has left.
    public record Known(
            Optional<PersonName> name, String reading, String branch, String group, Optional<RelationKind> relation) {}

    public SheetPeople(Handle handle, Collection<String> members) {
        var all = List.copyOf(members);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            read(handle, all.subList(from, Math.min(from + AT_ONCE, all.size())));
        }
    }

    public Known of(String member) {
        return known.getOrDefault(member, NOBODY);
    }

    /// As a list of people is read: by sound, namesakes by their number.
    public Comparator<String> order() {
        return Comparator.comparing((String member) -> of(member).reading).thenComparing(member -> member);
    }

    private void read(Handle handle, List<String> members) {
        handle.createQuery("""
                        SELECT m.id, m.name, m.reading, m.relation, b.name AS branch_name, g.name AS group_name FROM (
                          SELECT id, name, reading, branch, grp, relation FROM member WHERE street = 1 AND id IN (<members>)
                          UNION ALL
                          SELECT f.id, f.name, '', f.branch, NULL, NULL FROM former_member f
                          WHERE f.street = 1 AND f.id IN (<members>) AND NOT EXISTS (
                            SELECT 1 FROM member x WHERE x.street = 1 AND x.id = f.id)) m
                        LEFT JOIN organization b ON b.street = 1 AND b.id = m.branch
                        LEFT JOIN organization g ON g.street = 1 AND g.id = m.grp""")
                .bindList("members", members)
                .map((row, ignored) -> Map.entry(
                        row.getString("id"),
                        new Known(
                                Optional.of(new PersonName(row.getString("name"))),
                                row.getString("reading"),
                                Optional.ofNullable(row.getString("branch_name"))
                                        .orElse(""),
                                Optional.ofNullable(row.getString("group_name")).orElse(""),
                                Optional.ofNullable(row.getString("relation")).map(RelationKind::valueOf))))
                .forEach(each -> known.put(each.getKey(), each.getValue()));
    }
}
