package cn.dangqun.kiosk.reference;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.protocol.ReferenceCodec;
import cn.dangqun.protocol.ReferencePages;
import cn.dangqun.protocol.wire.ReferencePage;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A made-up street for tests: one community with two branches, the first of which has a group.
public final class MadeUpStreet {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final LocalDate DAY = LocalDate.of(2026, 11, 10);
    public static final OrganizationId STREET = new OrganizationId("street");
    public static final OrganizationId COMMUNITY = new OrganizationId("community");
    public static final OrganizationId FIRST_BRANCH = new OrganizationId("branch-1");
    public static final OrganizationId SECOND_BRANCH = new OrganizationId("branch-2");
    public static final OrganizationId GROUP = new OrganizationId("branch-1-group");

    public static final Member IN_GROUP = member("M-1", FIRST_BRANCH, RelationKind.HOME, MemberStatus.FULL, GROUP);
    public static final Member IN_FIRST = member("M-2", FIRST_BRANCH, RelationKind.HOME, MemberStatus.FULL);
    public static final Member PROBATIONARY = member("M-3", FIRST_BRANCH, RelationKind.HOME, MemberStatus.PROBATIONARY);
    public static final Member REPORTED_IN = member("M-4", FIRST_BRANCH, RelationKind.REPORTED_IN, MemberStatus.FULL);
    public static final Member FLOATING_IN = member("M-5", FIRST_BRANCH, RelationKind.FLOATING_IN, MemberStatus.FULL);
    public static final Member ACTIVIST = member("M-6", FIRST_BRANCH, RelationKind.HOME, MemberStatus.ACTIVIST);
    public static final Member IN_SECOND = member("M-7", SECOND_BRANCH, RelationKind.HOME, MemberStatus.FULL);
    public static final List<Member> MEMBERS =
            List.of(IN_GROUP, IN_FIRST, PROBATIONARY, REPORTED_IN, FLOATING_IN, ACTIVIST, IN_SECOND);

    private MadeUpStreet() {}

    public static Member member(
            String id, OrganizationId branch, RelationKind relation, MemberStatus status, OrganizationId... group) {
        return new Member(
                new MemberId(id),
                new PersonName("样例" + id),
                status,
                relation,
                branch,
                Arrays.stream(group).findFirst());
    }

    /// The card of a member: made up of the member's id.
    public static CardKey card(Member member) {
        return card(member.id().value());
    }

    public static CardKey card(String owner) {
        return CardKey.of(Arrays.copyOf(owner.getBytes(StandardCharsets.UTF_8), 32));
    }

    /// An activity of the day from `starts` to `ends`, check-in open 30 minutes before, late 10 minutes after.
    public static Activity activity(String id, OrganizationId organization, String starts, String ends) {
        return activity(id, organization, DAY, starts, ends);
    }

    public static Activity activity(String id, OrganizationId organization, LocalDate day, String starts, String ends) {
        var from = day.atTime(LocalTime.parse(starts)).atZone(ZONE).toInstant();
        var to = day.atTime(LocalTime.parse(ends)).atZone(ZONE).toInstant();
        return new Activity(
                new ActivityId(id),
                ActivityType.THEME_DAY,
                organization,
                "主题党日 " + id,
                "活动室",
                day,
                from,
                to,
                CheckInWindow.around(from, to));
    }

    /// The organisations and members, each with a card, and the activities given.
    public static List<ReferenceItem> items(Activity... activities) {
        var items = new ArrayList<ReferenceItem>();
        items.add(organization(STREET, Optional.empty(), OrganizationLevel.STREET_COMMITTEE, "样例街道党工委"));
        items.add(organization(COMMUNITY, Optional.of(STREET), OrganizationLevel.COMMITTEE, "样例社区党委"));
        items.add(organization(FIRST_BRANCH, Optional.of(COMMUNITY), OrganizationLevel.BRANCH, "样例第一党支部"));
        items.add(organization(SECOND_BRANCH, Optional.of(COMMUNITY), OrganizationLevel.BRANCH, "样例第二党支部"));
        items.add(organization(GROUP, Optional.of(FIRST_BRANCH), OrganizationLevel.GROUP, "样例第一党小组"));
        for (var member : MEMBERS) {
            items.add(new ReferenceItem.MemberItem(member));
            items.add(new ReferenceItem.CardBinding(card(member), member.id()));
        }
        for (var activity : activities) {
            items.add(new ReferenceItem.ActivityItem(activity));
        }
        return items;
    }

    private static ReferenceItem organization(
            OrganizationId id, Optional<OrganizationId> parent, OrganizationLevel level, String name) {
        return new ReferenceItem.OrganizationItem(
                new Organization(id, parent, level, OrganizationClass.COMMUNITY, name));
    }

    /// A page with these items as changes `after + 1` and on.
    public static ReferencePage page(long after, boolean snapshotStart, Collection<ReferenceItem> items) {
        var changes = new ArrayList<ReferenceChange>();
        for (var item : items) {
            changes.add(ReferenceChange.put(after + changes.size() + 1, item));
        }
        return pageOf(after, snapshotStart, changes);
    }

    public static ReferencePage pageOf(long after, boolean snapshotStart, List<ReferenceChange> changes) {
        var bytes = changes.stream()
                .map(change -> ByteString.copyFrom(ReferenceCodec.encode(change)))
                .toList();
        return ReferencePages.page(after, after + changes.size(), snapshotStart, bytes);
    }

    /// A store in `directory` that holds these items.
    public static ReferenceStore store(Path directory, Clock clock, Collection<ReferenceItem> items) throws Exception {
        var store = ReferenceStore.open(directory.resolve("reference.db"), Optional.empty(), clock);
        store.apply(page(0, true, items), "").join();
        store.contacted();
        return store;
    }
}
