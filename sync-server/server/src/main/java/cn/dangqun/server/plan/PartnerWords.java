package cn.dangqun.server.plan;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.Visiting;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.reference.SiteReach;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// How the people of a partner check in: kiosks of the holder's community know those of their own, and for some
/// days whoever visits them.
record PartnerWords(Handle handle, Texts texts, Times times) {
    String of(Activity activity, OrganizationId partner, String name) {
        if (community(activity.organization()).equals(community(partner))) {
            return texts.get("plan.one.partner", name);
        }
        return Visiting.isFor(activity.type()) && visits(activity, partner)
                ? texts.get(
                        "plan.one.visitingPartner",
                        name,
                        times.day(activity.heldOn().minusDays(Visiting.DAYS_BEFORE)),
                        times.day(activity.heldOn().plusDays(Visiting.DAYS_AFTER)))
                : texts.get("plan.one.farPartner", name);
    }

    /// Whether all branches of the partner are among those that the holder's centre is told on the day.
    private boolean visits(Activity activity, OrganizationId partner) {
        var holder = community(activity.organization());
        var branches = handle.createQuery("""
                        SELECT b.id FROM organization o
                        JOIN organization b ON b.street = 1 AND b.level = 'BRANCH'
                          AND b.path >= o.path AND b.path < substr(o.path, 1, length(o.path) - 1) || '0'
                        WHERE o.street = 1 AND o.id = ? AND o.level <> 'GROUP'""")
                .bind(0, partner.value())
                .mapTo(String.class)
                .map(OrganizationId::new)
                .list();
        return !holder.isEmpty()
                && !branches.isEmpty()
                && SiteReach.visiting(handle, Set.of(new OrganizationId(holder)), activity.heldOn())
                        .containsAll(branches);
    }

    /// The second step of the path, where there is one.
    private String community(OrganizationId id) {
        return handle.createQuery("SELECT path FROM organization WHERE street = 1 AND id = ?")
                .bind(0, id.value())
                .mapTo(String.class)
                .findOne()
                .map(path -> path.split("/", -1))
                .filter(steps -> steps.length > 3)
                .map(steps -> steps[2])
                .orElse("");
    }
}
