package cn.dangqun.server.life;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// A year of a made-up street: three communities by three sets of rules, four branches each, and what they did.
final class MadeYear {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final int YEAR = 2026;
    static final LocalDate MOVED = LocalDate.of(YEAR, 7, 1);
    private static final LocalDate BEGUN = LocalDate.of(YEAR, 5, 20);
    private static final int MEMBERS = 5;

    /// What a branch is like. `committee`, `lives`: from that day on; `themeDay`, `laterDay`: its own fixed days,
    /// the later one from the middle of June.
    record Branch(
            String id,
            String community,
            List<String> groups,
            LocalDate committee,
            LocalDate lives,
            int themeDay,
            Optional<Integer> laterDay) {}

    /// What happened: `came` of `org` and of the partner; `lecturer` is the name in the plan.
    record Deed(
            String id,
            ActivityType type,
            Set<ActivityType> marks,
            String org,
            Optional<String> partner,
            LocalDate day,
            boolean cancelled,
            int came,
            int partnerCame,
            Optional<String> lecturer) {}

    /// A day that a branch wanted moved in a month, and when the street consented; never counts where that was after
    /// `original`.
    record Moved(String org, int month, LocalDate original, LocalDate newDay, Optional<LocalDate> approved) {}

    final List<Branch> branches = new ArrayList<>();
    final List<Moved> moved = new ArrayList<>();
    final List<Deed> deeds = new ArrayList<>();
    final List<ReferenceItem> items = new ArrayList<>();
    private final Random lots;

    MadeYear(long seed) {
        lots = new Random(seed);
        organizations();
        branches.forEach(this::people);
        for (int leader = 1; leader <= 3; leader++) {
            seat("c1", "c1-b" + leader + "-m4", leader, LocalDate.of(2025, 1, 1));
        }
        branches.forEach(this::life);
        lectures();
        deeds.forEach(this::plan);
        var others = new Random(seed + 7);
        branches.stream().filter(each -> !each.community().equals("c2")).forEach(each -> moves(each, others));
    }

    /// A third of the months, each with one wish: consented to in time, too late, or not at all.
    private void moves(Branch branch, Random others) {
        for (int month = 1; month <= 12; month++) {
            if (others.nextInt(3) > 0) {
                continue;
            }
            var original = LocalDate.of(YEAR, month, theme(branch, month));
            var other = LocalDate.of(YEAR, month, 1 + others.nextInt(28));
            int before = others.nextInt(12) - 3;
            moved.add(new Moved(
                    branch.id(),
                    month,
                    original,
                    other,
                    Optional.of(original.minusDays(before)).filter(_ -> others.nextInt(4) > 0)));
        }
    }

    /// The rules' own day of that month.
    static int theme(Branch branch, int month) {
        if (branch.community().equals("c3")) {
            return 10;
        }
        return branch.laterDay().isPresent() && month > 6 ? branch.laterDay().get() : branch.themeDay();
    }

    private void organizations() {
        organization("street", Optional.empty(), OrganizationLevel.STREET_COMMITTEE, "样例街道");
        for (int c = 1; c <= 3; c++) {
            organization("c" + c, Optional.of("street"), OrganizationLevel.COMMITTEE, "样例社区" + c);
            items.add(new ReferenceItem.Site("site-" + c, "样例中心" + c, new OrganizationId("c" + c)));
            for (int b = 1; b <= 4; b++) {
                branch("c" + c, b);
            }
        }
    }

    private void branch(String community, int number) {
        var id = community + "-b" + number;
        organization(id, Optional.of(community), OrganizationLevel.BRANCH, "样例支部" + id);
        var groups = new ArrayList<String>();
        for (int g = 1; g < number; g++) {
            groups.add(id + "-g" + g);
        }
        if (groups.size() > 2) {
            groups.clear();
        }
        groups.forEach(each -> organization(each, Optional.of(id), OrganizationLevel.GROUP, "样例小组" + each));
        branches.add(new Branch(
                id,
                community,
                groups,
                committee(number),
                number == 4 ? BEGUN : LocalDate.of(YEAR - 9, 1, 1),
                5 + lots.nextInt(20),
                number == 3 ? Optional.of(5 + lots.nextInt(20)) : Optional.empty()));
    }

    /// None this year, one amid it, one from before, one from when the branch begins.
    private static LocalDate committee(int number) {
        return switch (number) {
            case 1 -> LocalDate.of(YEAR + 1, 1, 1);
            case 2 -> LocalDate.of(YEAR, 4, 10);
            case 3 -> LocalDate.of(YEAR - 1, 1, 1);
            default -> BEGUN;
        };
    }

    private void organization(String id, Optional<String> parent, OrganizationLevel level, String name) {
        items.add(new ReferenceItem.OrganizationItem(new Organization(
                new OrganizationId(id), parent.map(OrganizationId::new), level, OrganizationClass.COMMUNITY, name)));
    }

    private void people(Branch branch) {
        for (int m = 1; m <= MEMBERS; m++) {
            var group = branch.groups().isEmpty()
                    ? Optional.<OrganizationId>empty()
                    : Optional.of(new OrganizationId(
                            branch.groups().get(m % branch.groups().size())));
            var here = new Membership(
                    new OrganizationId(branch.id()),
                    group,
                    RelationKind.HOME,
                    MemberStatus.FULL,
                    Optional.of(branch.lives()),
                    Optional.empty());
            boolean moves = m == MEMBERS && branch.id().endsWith("b2");
            items.add(new ReferenceItem.MemberItem(new Member(
                    new MemberId(member(branch.id(), m)),
                    new PersonName(name(branch.id(), m)),
                    moves ? List.of(here.endingOn(MOVED), there(branch)) : List.of(here))));
        }
        for (int s = 1; s <= 3; s++) {
            seat(branch.id(), branch.id() + "-m" + s, s, branch.committee());
        }
    }

    /// The last of the second branch goes to the first on the first of July.
    private static Membership there(Branch branch) {
        return new Membership(
                new OrganizationId(branch.community() + "-b1"),
                Optional.empty(),
                RelationKind.HOME,
                MemberStatus.FULL,
                Optional.of(MOVED),
                Optional.empty());
    }

    /// The first is the secretary.
    private void seat(String organization, String member, int number, LocalDate from) {
        items.add(new ReferenceItem.CommitteeSeatItem(new CommitteeSeat(
                "seat-" + organization + "-" + number,
                new OrganizationId(organization),
                new MemberId(member.toUpperCase(Locale.ROOT)),
                number == 1 ? CommitteePost.SECRETARY : CommitteePost.MEMBER,
                false,
                Optional.empty(),
                from,
                Optional.empty())));
    }

    static String member(String branch, int number) {
        return (branch + "-m" + number).toUpperCase(Locale.ROOT);
    }

    static String name(String branch, int number) {
        return "样例" + "一二三四".charAt(branch.charAt(4) - '1') + "甲乙丙".charAt(branch.charAt(1) - '1')
                + "天地玄黄宇".charAt(number - 1);
    }

    private void life(Branch branch) {
        for (int month = 1; month <= 12; month++) {
            some(branch.id(), ActivityType.THEME_DAY, month, 80, branch);
            some(branch.id(), ActivityType.COMMITTEE_MEETING, month, 70, branch);
            for (var group : branch.groups()) {
                some(group, ActivityType.GROUP_MEETING, month, 80, branch);
            }
            if (month % 2 == 0) {
                some(branch.id(), ActivityType.MEMBER_MEETING, month, 60, branch);
                some(branch.id(), ActivityType.PARTY_LECTURE, month, 50, branch);
            }
            if (month % 4 == 0) {
                some(branch.id(), ActivityType.ORG_LIFE_MEETING, month, 50, branch);
                some(branch.id(), ActivityType.LEADERSHIP_LIFE_MEETING, month, 50, branch);
                some(branch.id(), ActivityType.DEMOCRATIC_REVIEW, month, 30, branch);
            }
        }
    }

    private void some(String org, ActivityType type, int month, int percent, Branch branch) {
        while (lots.nextInt(100) < percent) {
            deed(org, type, LocalDate.of(YEAR, month, 1 + lots.nextInt(28)), branch, Optional.empty());
            percent /= 4;
        }
    }

    private void deed(String org, ActivityType type, LocalDate day, Branch branch, Optional<String> lecturer) {
        boolean joint = type == ActivityType.THEME_DAY && lots.nextInt(8) == 0;
        var marks = type == ActivityType.THEME_DAY && lots.nextInt(5) == 0
                ? Set.of(ActivityType.PARTY_LECTURE, ActivityType.BRANCH_WORK_REPORT)
                : Set.<ActivityType>of();
        var partner = joint
                ? Optional.of(branch.community() + "-b" + (1 + lots.nextInt(3)))
                        .filter(each -> !each.equals(branch.id()))
                : Optional.<String>empty();
        deeds.add(new Deed(
                "a" + deeds.size(),
                type,
                marks,
                org,
                partner,
                day,
                lots.nextInt(15) == 0,
                lots.nextInt(8) == 0 ? 0 : 1 + lots.nextInt(3),
                partner.isPresent() ? lots.nextInt(2) : 0,
                lecturer));
    }

    /// By leaders, in their own and in other branches, and by somebody else.
    private void lectures() {
        for (int n = 0; n < 5; n++) {
            var branch = branches.get(lots.nextInt(branches.size()));
            deed(
                    branch.id(),
                    ActivityType.PARTY_LECTURE,
                    LocalDate.of(YEAR, 1 + lots.nextInt(12), 1 + lots.nextInt(28)),
                    branch,
                    Optional.of(name("c1-b" + (1 + lots.nextInt(4)), 4)));
        }
        for (int n = 0; n < 4; n++) {
            var branch = branches.get(8 + lots.nextInt(4));
            deed(
                    branch.id(),
                    ActivityType.PARTY_LECTURE,
                    LocalDate.of(YEAR, 6 + lots.nextInt(5), 1 + lots.nextInt(28)),
                    branch,
                    Optional.of(name(branch.id(), 1 + lots.nextInt(2))));
        }
    }

    private void plan(Deed deed) {
        items.add(new ReferenceItem.ActivityItem(activity(deed)));
    }

    static Activity activity(Deed deed) {
        var starts = deed.day().atTime(9, 0).atZone(ZONE).toInstant();
        var ends = deed.day().atTime(11, 0).atZone(ZONE).toInstant();
        return new Activity(
                new ActivityId(deed.id()),
                deed.type(),
                new OrganizationId(deed.org()),
                "样例活动" + deed.id(),
                "会议室",
                deed.day(),
                starts,
                ends,
                CheckInWindow.around(starts, ends),
                deed.partner().map(OrganizationId::new).stream().toList(),
                List.of(),
                deed.marks());
    }
}
