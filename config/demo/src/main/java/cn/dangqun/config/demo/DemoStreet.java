package cn.dangqun.config.demo;

import cn.dangqun.domain.calendar.OpeningCalendar;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.staff.Rota;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One street with four communities, twelve branches and 400 members, and this month's plan. The same `now` gives
/// the same street; only the plan depends on it, so that something is open when the demonstration starts.
public final class DemoStreet {
    private static final List<CommitteePost> POSTS = List.of(
            CommitteePost.SECRETARY,
            CommitteePost.DEPUTY_SECRETARY,
            CommitteePost.ORGANIZATION,
            CommitteePost.PUBLICITY,
            CommitteePost.DISCIPLINE);

    /// The site whose kiosk the demonstration starts.
    public static final String FIRST_SITE = "site-1";

    /// The community in which that site lies.
    public static final OrganizationId FIRST_COMMUNITY = new OrganizationId("c1");

    /// A branch of that community.
    public static final OrganizationId FIRST_BRANCH = new OrganizationId("c1-b1");

    /// PIN of every demonstration staff member.
    public static final String STAFF_PIN = "246810";

    /// This site serves its neighbours as well.
    private static final int SHARED = 3;

    private static final String PIN_VERIFIER =
            "$argon2id$v=19$m=19456,t=2,p=1$ZGVtby1zdHJlZXQtc2FsdA$R4TyI+WomgqIQz78OlmXpqO2+T67e2XyIOT24H7unG8";

    private final DemoOrganizations organizations = new DemoOrganizations();
    private final List<Member> members = new DemoMembers(organizations).all();

    /// Everything the street publishes to its kiosks. `keyer` holds the street's card secret.
    public List<ReferenceItem> items(Instant now, ZoneId zone, CardKeyer keyer) {
        var items = new ArrayList<ReferenceItem>();
        organizations.all().forEach(each -> items.add(new ReferenceItem.OrganizationItem(each)));
        addSites(items);
        members.forEach(each -> items.add(new ReferenceItem.MemberItem(each)));
        members.forEach(each -> items.add(new ReferenceItem.CardBinding(keyer.ofUid(uid(each)), each.id())));
        organizations.branches().forEach(branch -> items.addAll(committee(branch, now, zone)));
        new DemoPlan(organizations, now, zone).all().forEach(each -> items.add(new ReferenceItem.ActivityItem(each)));
        items.addAll(DemoCodes.published());
        items.addAll(DemoServices.of(
                organizations.all().getFirst(), organizations.communities().size()));
        return items;
    }

    /// Five members of every branch, in office for a year.
    private List<ReferenceItem> committee(Organization branch, Instant now, ZoneId zone) {
        var since = LocalDate.ofInstant(now, zone).minusYears(1);
        var holders = members.stream()
                .filter(each -> each.branch().equals(branch.id()) && each.isOnRoll())
                .filter(each -> each.status() == MemberStatus.FULL)
                .limit(POSTS.size())
                .toList();
        var seats = new ArrayList<ReferenceItem>();
        for (int i = 0; i < holders.size(); i++) {
            seats.add(new ReferenceItem.CommitteeSeatItem(new CommitteeSeat(
                    branch.id() + "-seat-" + (i + 1),
                    branch.id(),
                    holders.get(i).id(),
                    POSTS.get(i),
                    false,
                    Optional.empty(),
                    since,
                    Optional.empty())));
        }
        return seats;
    }

    private void addSites(List<ReferenceItem> items) {
        int number = 1;
        for (Organization community : organizations.communities()) {
            var name = DemoOrganizations.communityName(number) + "党群服务中心";
            var site = new ReferenceItem.Site("site-" + number, name, community.id(), rota("staff-" + number));
            items.add(number == SHARED ? site.serving(List.of(new OrganizationId("c2"))) : site);
            number++;
        }
        staff().values().forEach(items::addAll);
    }

    /// Two half days, every day of the week: somebody tries the demonstration on a Sunday.
    private static Rota rota(String staff) {
        var every = EnumSet.allOf(DayOfWeek.class);
        return new Rota(
                List.of(
                        new Rota.Weekly(every, new Rota.Turn(staff + "a", LocalTime.of(8, 30), LocalTime.of(12, 0))),
                        new Rota.Weekly(every, new Rota.Turn(staff + "b", LocalTime.of(12, 0), LocalTime.of(17, 30)))),
                List.of(),
                OpeningCalendar.NONE);
    }

    /// Duty staff by the community whose kiosks know them.
    public Map<OrganizationId, List<ReferenceItem.Staff>> staff() {
        var byCommunity = new LinkedHashMap<OrganizationId, List<ReferenceItem.Staff>>();
        int number = 1;
        for (Organization community : organizations.communities()) {
            var id = "staff-" + number++;
            byCommunity.put(
                    community.id(),
                    List.of(
                            new ReferenceItem.Staff(id + "a", "值守样例甲", PIN_VERIFIER, "上午值守"),
                            new ReferenceItem.Staff(id + "b", "值守样例乙", PIN_VERIFIER, "下午值守")));
        }
        return byCommunity;
    }

    /// What hangs on the walls; the server brings it there as people would.
    public List<DemoPiece> wall(LocalDate today) {
        return new DemoWall(organizations).all(today);
    }

    /// People to play at the first community's kiosk, one for every outcome a demonstration can show.
    public List<DemoPerson> people() {
        var branches = organizations.branchesOf(organizations.communities().getFirst());
        var people = new ArrayList<DemoPerson>();
        firstOf(branches.get(0), 6).forEach(each -> people.add(card("正常签到", each)));
        inGroup(branches.get(1), 1, 1).forEach(each -> people.add(card("两场活动同时", each)));
        inGroup(branches.get(2), 0, 1).forEach(each -> people.add(card("活动尚未开始", each)));
        inGroup(branches.get(2), 1, 1).forEach(each -> people.add(card("今天没有活动的党员", each)));
        people.add(new DemoPerson("未登记的卡", new DemoPerson.Shows.CardUid("04FFEEDDCCBBAA")));
        var codeHolder = firstOf(branches.get(0), 8).getLast();
        people.addAll(DemoCodes.people(codeHolder));
        firstOf(branches.get(3), 1).forEach(each -> people.add(card("党员大会要签名", each)));
        return people;
    }

    /// The seven-byte UID of a demonstration member's card.
    static byte[] uid(Member member) {
        int number = Integer.parseInt(member.id().value().substring(2));
        return new byte[] {0x04, (byte) 0xDE, 0x30, 0x00, (byte) (number >> 8), (byte) number, (byte) 0x80};
    }

    private static DemoPerson card(String label, Member member) {
        var uid = HexFormat.of().withUpperCase().formatHex(uid(member));
        return new DemoPerson(label + "　" + member.name().full(), new DemoPerson.Shows.CardUid(uid));
    }

    private List<Member> firstOf(Organization branch, int count) {
        return members.stream()
                .filter(each -> each.branch().equals(branch.id()) && each.isOnRoll())
                .limit(count)
                .toList();
    }

    private List<Member> inGroup(Organization branch, int group, int count) {
        var wanted = organizations.groupsOf(branch).get(group).id();
        return members.stream()
                .filter(each ->
                        each.isOnRoll() && each.group().filter(wanted::equals).isPresent())
                .limit(count)
                .toList();
    }
}
