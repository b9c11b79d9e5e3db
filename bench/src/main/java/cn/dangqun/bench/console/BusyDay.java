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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A district on one day: so many activities, each of a branch, and everybody came to four of them. Rolls are
/// frozen; who came beyond a branch's own people came as a guest of it.
record BusyDay(int members, int activities) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int TIMES = 4;
    private static final int COMMITTEES = 20;

    int checkIns() {
        return members * TIMES;
    }

    /// Fills an empty street.
    void fill(StreetServer street) {
        street.reference().publish(items());
        street.rolls().freezeStarted();
        street.database().write((handle, changes) -> {
            handle.execute("UPDATE attendance_line SET state = 'PRESENT' WHERE street = 1");
            return handle.execute("""
                    WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :all)
                    INSERT INTO attendance (chain, seq, activity, member, role, method, late, at, counted, clock, roll)
                    SELECT 1000000, i + 1, 'a-' || ((i + i / :members * 7) % :activities), 'M-' || (i % :members),
                      CASE WHEN i < :members THEN 'MEMBER' ELSE 'OBSERVER' END, 'ID_CARD', 0, 0, 1, 0,
                      CASE WHEN i < :members THEN 'b-' || (i % :activities) END
                    FROM n""".replace(":all", String.valueOf(checkIns()))
                    .replace(":members", String.valueOf(members))
                    .replace(":activities", String.valueOf(activities)));
        });
    }

    private List<ReferenceItem> items() {
        var items = new ArrayList<ReferenceItem>();
        items.add(organization("street", Optional.empty(), OrganizationLevel.STREET_COMMITTEE));
        for (int each = 0; each < COMMITTEES; each++) {
            items.add(organization("c-" + each, Optional.of("street"), OrganizationLevel.COMMITTEE));
            items.add(new ReferenceItem.Site("s-" + each, "试验中心" + each, new OrganizationId("c-" + each)));
        }
        for (int each = 0; each < activities; each++) {
            items.add(organization("b-" + each, Optional.of("c-" + each % COMMITTEES), OrganizationLevel.BRANCH));
        }
        for (int each = 0; each < members; each++) {
            items.add(new ReferenceItem.MemberItem(new Member(
                    new MemberId("M-" + each),
                    new PersonName("试验" + each),
                    MemberStatus.FULL,
                    RelationKind.HOME,
                    new OrganizationId("b-" + each % activities),
                    Optional.empty())));
        }
        for (int each = 0; each < activities; each++) {
            items.add(activity(each));
        }
        return items;
    }

    private static ReferenceItem organization(String id, Optional<String> parent, OrganizationLevel level) {
        return new ReferenceItem.OrganizationItem(new Organization(
                new OrganizationId(id),
                parent.map(OrganizationId::new),
                level,
                OrganizationClass.COMMUNITY,
                "试验" + id));
    }

    private static ReferenceItem activity(int number) {
        var starts = Instant.now().minus(Duration.ofHours(1));
        var ends = starts.plus(Duration.ofHours(3));
        return new ReferenceItem.ActivityItem(new Activity(
                new ActivityId("a-" + number),
                ActivityType.THEME_DAY,
                new OrganizationId("b-" + number),
                "试验主题党日",
                "活动室",
                LocalDate.now(ZONE),
                starts,
                ends,
                CheckInWindow.around(starts, ends)));
    }
}
