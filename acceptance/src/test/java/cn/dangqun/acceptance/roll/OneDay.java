package cn.dangqun.acceptance.roll;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A made-up community of two branches and a group, with an activity of every type on one morning.
final class OneDay {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate DAY = LocalDate.parse("2026-06-10");
    static final String SITE = "site-1";
    static final OrganizationId STREET = new OrganizationId("street");
    static final OrganizationId COMMUNITY = new OrganizationId("c1");
    static final OrganizationId FIRST = new OrganizationId("c1-b1");
    static final OrganizationId SECOND = new OrganizationId("c1-b2");
    static final OrganizationId GROUP = new OrganizationId("c1-b1-g1");
    static final int PEOPLE = 16;

    private OneDay() {}

    static Instant at(int hour, int minute) {
        return DAY.atTime(hour, minute).atZone(ZONE).toInstant();
    }

    static MemberId id(int person) {
        return new MemberId("M-%02d".formatted(person));
    }

    static CardKey card(int person) {
        return CardKey.of(ByteBuffer.allocate(32).putInt(person).array());
    }

    static Member member(int person, OrganizationId branch) {
        return new Member(
                id(person),
                new PersonName("样例" + (char) ('甲' + person)),
                person % 5 == 4 ? MemberStatus.PROBATIONARY : MemberStatus.FULL,
                person % 7 == 6 ? RelationKind.REPORTED_IN : RelationKind.HOME,
                branch,
                branch.equals(FIRST) && person % 2 == 0 ? Optional.of(GROUP) : Optional.empty());
    }

    static CommitteeSeat seat(int number, int person, Optional<LocalDate> until) {
        return new CommitteeSeat(
                "seat-" + number,
                FIRST,
                id(person),
                CommitteePost.MEMBER,
                false,
                Optional.empty(),
                DAY.minusYears(1),
                until);
    }

    static List<ReferenceItem> items() {
        var items = new ArrayList<ReferenceItem>();
        items.add(organization(STREET, Optional.empty(), OrganizationLevel.STREET_COMMITTEE));
        items.add(organization(COMMUNITY, Optional.of(STREET), OrganizationLevel.COMMITTEE));
        items.add(organization(FIRST, Optional.of(COMMUNITY), OrganizationLevel.BRANCH));
        items.add(organization(SECOND, Optional.of(COMMUNITY), OrganizationLevel.BRANCH));
        items.add(organization(GROUP, Optional.of(FIRST), OrganizationLevel.GROUP));
        items.add(new ReferenceItem.Site(SITE, "试验社区党群服务中心", COMMUNITY));
        for (int person = 1; person <= PEOPLE; person++) {
            items.add(new ReferenceItem.MemberItem(member(person, person <= PEOPLE / 2 ? FIRST : SECOND)));
            items.add(new ReferenceItem.CardBinding(card(person), id(person)));
        }
        for (int seat = 1; seat <= 3; seat++) {
            items.add(new ReferenceItem.CommitteeSeatItem(seat(seat, seat, Optional.empty())));
        }
        activities().forEach(each -> items.add(new ReferenceItem.ActivityItem(each)));
        return items;
    }

    private static ReferenceItem organization(
            OrganizationId id, Optional<OrganizationId> parent, OrganizationLevel level) {
        return new ReferenceItem.OrganizationItem(
                new Organization(id, parent, level, OrganizationClass.COMMUNITY, "试验" + id));
    }

    /// One of every type, half of them of the whole community.
    static List<Activity> activities() {
        var all = new ArrayList<Activity>();
        for (var type : ActivityType.values()) {
            all.add(activity(type, "own", type == ActivityType.GROUP_MEETING ? GROUP : FIRST, List.of()));
        }
        all.add(activity(ActivityType.THEME_DAY, "wide", COMMUNITY, List.of()));
        all.add(activity(ActivityType.PARTY_LECTURE, "joint", FIRST, List.of(SECOND)));
        return all;
    }

    private static Activity activity(
            ActivityType type, String which, OrganizationId organization, List<OrganizationId> partners) {
        return new Activity(
                id(which, type),
                type,
                organization,
                "试验活动 " + type,
                "活动室",
                DAY,
                at(9, 0),
                at(11, 0),
                new CheckInWindow(at(8, 0), at(9, 10), at(11, 0)),
                partners,
                type == ActivityType.TRAINING ? List.of(id(1), id(9), id(12)) : List.of(),
                Set.of());
    }

    static ActivityId id(String which, ActivityType type) {
        return new ActivityId(which + "-" + type.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
