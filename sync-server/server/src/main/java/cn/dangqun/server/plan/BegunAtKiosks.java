package cn.dangqun.server.plan;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.Origin;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.ledger.Place;
import cn.dangqun.server.ledger.Projection;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.reference.SiteReach;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Activities that duty staff began at a kiosk (OQ-35): published like whatever the office plans, so that every
/// kiosk of the centre and every page knows them. What the office makes of one afterwards stands.
public record BegunAtKiosks(ReferenceLedger reference) implements Projection {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Override
    public String name() {
        return "begun at kiosks";
    }

    @Override
    public int form() {
        return 1;
    }

    @Override
    public boolean apply(Handle handle, Place place, RecordedFact recorded, ChangeLog changes) {
        return !(recorded.fact() instanceof SessionFact.Opened opened
                        && opened.adHoc().isPresent())
                || isKnown(handle, opened.activity())
                || begun(handle, recorded, opened, changes);
    }

    /// What was published stays: deriving anew must not plan anew.
    @Override
    public void clear(Handle handle) {}

    /// A kiosk begins what is of the communities it serves and nobody else's; one of the street itself, anybody's.
    private boolean begun(Handle handle, RecordedFact recorded, SessionFact.Opened opened, ChangeLog changes) {
        var adHoc = opened.adHoc().orElseThrow();
        var kiosk = recorded.carried().map(Origin::id).orElse(recorded.id()).kiosk();
        if (!isOfItsCommunity(handle, kiosk.value(), adHoc.organization())) {
            return false;
        }
        var activity = adHoc.begun(opened.activity(), recorded.clock().instant(), ZONE);
        reference.publish(handle, changes, List.of(new ReferenceItem.ActivityItem(activity)));
        changes.activity(opened.activity());
        return true;
    }

    private static boolean isKnown(Handle handle, ActivityId activity) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM activity WHERE street = 1 AND id = ?)")
                .bind(0, activity.value())
                .mapTo(Boolean.class)
                .one();
    }

    private static boolean isOfItsCommunity(Handle handle, String kiosk, OrganizationId organization) {
        var day = LocalDate.EPOCH; // nobody visits then: a kiosk begins what its own hold
        return handle.createQuery("SELECT site FROM kiosk WHERE street = 1 AND id = ?")
                .bind(0, kiosk)
                .mapTo(String.class)
                .findOne()
                .map(site -> SiteReach.of(handle, site, day))
                .filter(reach -> reach.communities().isEmpty()
                        || reach.organizations(handle).contains(organization))
                .isPresent();
    }
}
