package cn.dangqun.bench.console;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.StreetServer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// A made-up district: branches of 25 people, a theme day of each branch every month of some years and a meeting of its
/// members every quarter, with rolls as the street freezes them. Who came stands in the tables that pages read, written
/// there at once: that facts become these rows is measured elsewhere.
final class District {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int BRANCH = 25;
    /// Of a hundred on a roll who came.
    private static final int CAME = 70;

    private final int members;
    private final int branches;
    private final int kiosks;
    private final LocalDate today;
    private final int years;

    District(int members, int kiosks, int years, LocalDate today) {
        this.members = members;
        this.branches = Math.max(1, members / BRANCH);
        this.kiosks = kiosks;
        this.years = years;
        this.today = today;
    }

    int activities() {
        return branches * years * 16;
    }

    /// Fills an empty street.
    void fill(StreetServer street) {
        street.reference().publish(ground());
        int atOnce = 40;
        for (int from = 0; from < branches; from += atOnce) {
            var items = new ArrayList<ReferenceItem>();
            for (int branch = from; branch < Math.min(branches, from + atOnce); branch++) {
                items.addAll(held(branch));
            }
            street.reference().publish(items);
        }
        street.rolls().freezeStarted();
        street.database().write((handle, changes) -> {
            stand(handle);
            return come(handle);
        });
    }

    private List<ReferenceItem> ground() {
        var items = new ArrayList<ReferenceItem>();
        items.add(organization("street", Optional.empty(), OrganizationLevel.STREET_COMMITTEE, "试验街道"));
        for (int i = 0; i < kiosks; i++) {
            items.add(organization("c-" + i, Optional.of("street"), OrganizationLevel.COMMITTEE, "试验社区" + i));
            items.add(new ReferenceItem.Site("s-" + i, "试验中心" + i, new OrganizationId("c-" + i)));
        }
        for (int i = 0; i < branches; i++) {
            items.add(organization("b-" + i, Optional.of("c-" + i % kiosks), OrganizationLevel.BRANCH, "试验支部" + i));
        }
        for (int i = 0; i < members; i++) {
            items.add(new ReferenceItem.MemberItem(new Member(
                    new MemberId("M-" + i),
                    new PersonName("试验" + i),
                    MemberStatus.FULL,
                    RelationKind.HOME,
                    new OrganizationId("b-" + i % branches),
                    Optional.empty())));
        }
        return items;
    }

    private List<ReferenceItem> held(int branch) {
        var items = new ArrayList<ReferenceItem>();
        for (int month = 0; month < 12 * years; month++) {
            var day = today.minusMonths(month).withDayOfMonth(1).plusDays(branch % 20);
            items.add(activity(branch, day, month == 0, ActivityType.THEME_DAY, "t" + month));
            if (month % 3 == 2) {
                items.add(activity(branch, day.plusDays(2), false, ActivityType.MEMBER_MEETING, "m" + month));
            }
        }
        return items;
    }

    /// Those of this month are today, so that the board of the day is full.
    private ReferenceItem activity(int branch, LocalDate planned, boolean now, ActivityType type, String which) {
        var day = now ? today : planned;
        var starts = day.atTime(LocalTime.of(1 + branch % 20, 0)).atZone(ZONE).toInstant();
        var ends = starts.plusSeconds(7200);
        return new ReferenceItem.ActivityItem(new Activity(
                new ActivityId("a-" + branch + "-" + which),
                type,
                new OrganizationId("b-" + branch),
                type == ActivityType.THEME_DAY ? "试验主题党日" : "试验党员大会",
                "活动室",
                day,
                starts,
                ends,
                CheckInWindow.around(starts, ends)));
    }

    private static ReferenceItem organization(
            String id, Optional<String> parent, OrganizationLevel level, String name) {
        return new ReferenceItem.OrganizationItem(new Organization(
                new OrganizationId(id), parent.map(OrganizationId::new), level, OrganizationClass.COMMUNITY, name));
    }

    private void stand(Handle handle) {
        long now = System.currentTimeMillis();
        for (int i = 0; i < kiosks; i++) {
            handle.execute(
                    "INSERT INTO kiosk (id, name, site, created_at, last_contact_at, health_at, unsent)"
                            + " VALUES (?, ?, ?, ?, ?, ?, 0)",
                    "k-" + i,
                    "试验一体机" + i,
                    "s-" + i,
                    now,
                    now,
                    now);
            handle.execute("INSERT INTO kiosk_stand (kiosk, site, from_at) VALUES (?, ?, ?)", "k-" + i, "s-" + i, 0);
        }
        handle.execute(
                "INSERT INTO chain (number, kiosk, epoch, last_seq, last_hash, started_at) VALUES (?, ?, ?, ?, ?, ?)",
                1_000_000,
                "k-0",
                "0123456789abcdef0123456789abcdef",
                1,
                new byte[32],
                now);
    }

    /// Returns how many came.
    private static int come(Handle handle) {
        handle.execute(
                "UPDATE attendance_line SET state = 'PRESENT'" + " WHERE street = 1 AND abs(random()) % 100 < " + CAME);
        return handle.execute("""
                INSERT INTO attendance (chain, seq, activity, member, role, method, late, at, counted, clock, roll)
                SELECT 1000000, row_number() OVER (), l.activity, l.member, 'MEMBER', 'ID_CARD', 0, a.starts_at, 1, 0,
                  l.organization
                FROM attendance_line l JOIN activity a ON a.street = 1 AND a.id = l.activity
                WHERE l.street = 1 AND l.state = 'PRESENT'""");
    }
}
