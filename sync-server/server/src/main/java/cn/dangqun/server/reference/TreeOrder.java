package cn.dangqun.server.reference;

import cn.dangqun.domain.organization.NumberedName;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.organization.OrganizationTree;
import cn.dangqun.server.db.Database;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Where each organisation stands in lists: below what it belongs to, beside its likes in the order in which they are
/// counted and read, 第二 before 第十.
public final class TreeOrder {
    private TreeOrder() {}

    /// Every organisation once; those whose superior is not there come last.
    public static List<Organization> of(Collection<Organization> organizations) {
        var tree = new OrganizationTree(organizations);
        var readings = organizations.stream()
                .collect(
                        Collectors.toMap(Organization::id, each -> SearchWords.reading(NumberedName.key(each.name()))));
        var siblings = Comparator.comparing((Organization each) -> readings.getOrDefault(each.id(), ""))
                .thenComparing(each -> each.id().value());
        var walked = new ArrayList<Organization>();
        organizations.stream()
                .filter(each -> each.parent().flatMap(tree::find).isEmpty())
                .sorted(siblings)
                .forEach(top -> walk(tree, siblings, top, walked));
        return walked;
    }

    private static void walk(
            OrganizationTree tree,
            Comparator<Organization> siblings,
            Organization organization,
            List<Organization> walked) {
        walked.add(organization);
        tree.childrenOf(organization.id()).stream()
                .sorted(siblings)
                .forEach(each -> walk(tree, siblings, each, walked));
    }

    static void write(Handle handle, Collection<Organization> organizations) {
        var batch = handle.prepareBatch("UPDATE organization SET place = ? WHERE street = 1 AND id = ? AND place <> ?");
        int place = 0;
        for (var each : of(organizations)) {
            place++;
            batch.add(place, each.id().value(), place);
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /// For a tree that an older program planted. Blocks.
    public static void complete(Database database) {
        boolean unplaced = database.read(
                handle -> handle.createQuery("SELECT 1 FROM organization WHERE street = 1 AND place = 0 LIMIT 1")
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
        if (unplaced) {
            database.write((handle, changes) -> {
                write(handle, all(handle));
                return true;
            });
        }
    }

    private static List<Organization> all(Handle handle) {
        return handle.createQuery("SELECT id, parent, level, org_class, name FROM organization WHERE street = 1")
                .map((row, ignored) -> new Organization(
                        new OrganizationId(row.getString("id")),
                        Optional.ofNullable(row.getString("parent")).map(OrganizationId::new),
                        OrganizationLevel.valueOf(row.getString("level")),
                        OrganizationClass.valueOf(row.getString("org_class")),
                        row.getString("name")))
                .list();
    }
}
