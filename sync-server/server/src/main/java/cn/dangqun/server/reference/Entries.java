package cn.dangqun.server.reference;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationTree;
import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// What stands now, one by one, inside a read or write: for those who change it, since a write that reads all members
/// holds up every other. For pages and rolls there is [StreetRoster].
public record Entries(Handle handle) {
    public Optional<Member> member(MemberId id) {
        return one(ReferenceKind.MEMBER, id.value(), item -> ((ReferenceItem.MemberItem) item).member());
    }

    public Optional<Activity> activity(ActivityId id) {
        return one(ReferenceKind.ACTIVITY, id.value(), item -> ((ReferenceItem.ActivityItem) item).activity());
    }

    public Optional<CommitteeSeat> seat(String id) {
        return one(ReferenceKind.COMMITTEE_SEAT, id, item -> ((ReferenceItem.CommitteeSeatItem) item).seat());
    }

    public Optional<ReferenceItem.Staff> staff(String id) {
        return one(ReferenceKind.STAFF, id, item -> (ReferenceItem.Staff) item);
    }

    public Optional<ReferenceItem.Site> site(String id) {
        return one(ReferenceKind.SITE, id, item -> (ReferenceItem.Site) item);
    }

    /// A few hundred.
    public List<ReferenceItem.Site> sites() {
        return all(ReferenceKind.SITE, item -> (ReferenceItem.Site) item);
    }

    public Optional<ReferenceItem.Service> service(String id) {
        return one(ReferenceKind.SERVICE, id, item -> (ReferenceItem.Service) item);
    }

    /// A few hundred.
    public List<ReferenceItem.Service> services() {
        return all(ReferenceKind.SERVICE, item -> (ReferenceItem.Service) item);
    }

    /// Of the site; empty when it gives out no numbers.
    public Optional<QueuePlan> queuePlan(String site) {
        return one(ReferenceKind.QUEUE_PLAN, site, item -> ((ReferenceItem.SiteQueue) item).plan());
    }

    /// Of a kiosk; empty when it goes by its own.
    public Optional<ReferenceItem.KioskSettings> kioskSettings(String kiosk) {
        return one(ReferenceKind.KIOSK_SETTINGS, kiosk, item -> (ReferenceItem.KioskSettings) item);
    }

    /// A few hundred.
    public List<QueuePlan> queuePlans() {
        return all(ReferenceKind.QUEUE_PLAN, item -> ((ReferenceItem.SiteQueue) item).plan());
    }

    /// A few hundred.
    public List<ReferenceItem.Staff> staff() {
        return all(ReferenceKind.STAFF, item -> (ReferenceItem.Staff) item);
    }

    private <T> Optional<T> one(ReferenceKind kind, String id, Function<ReferenceItem, T> part) {
        return new ReferenceStore(handle).find(kind, id).map(current -> part.apply(current.item()));
    }

    /// A few thousand.
    public List<Organization> organizations() {
        return all(ReferenceKind.ORGANIZATION, item -> ((ReferenceItem.OrganizationItem) item).organization());
    }

    public OrganizationTree tree() {
        return new OrganizationTree(organizations());
    }

    /// A few thousand.
    public List<CommitteeSeat> seats() {
        return all(ReferenceKind.COMMITTEE_SEAT, item -> ((ReferenceItem.CommitteeSeatItem) item).seat());
    }

    private <T> List<T> all(ReferenceKind kind, Function<ReferenceItem, T> part) {
        return new ReferenceStore(handle)
                .all(kind).stream().map(current -> part.apply(current.item())).toList();
    }
}
