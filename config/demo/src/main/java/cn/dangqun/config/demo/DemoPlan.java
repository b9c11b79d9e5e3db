package cn.dangqun.config.demo;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.organization.Organization;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// This month's plan of every branch, and for today a set that shows every case: open, two at once, not open yet,
/// closed.
final class DemoPlan {
    private final DemoOrganizations organizations;
    private final ZoneId zone;
    private final Instant now;
    private final LocalDate today;
    private final Instant endOfDay;

    DemoPlan(DemoOrganizations organizations, Instant now, ZoneId zone) {
        this.organizations = organizations;
        this.zone = zone;
        this.now = now;
        this.today = LocalDate.ofInstant(now, zone);
        this.endOfDay = today.atTime(23, 59, 59).atZone(zone).toInstant();
    }

    List<Activity> all() {
        var plan = new ArrayList<Activity>();
        var month = YearMonth.from(today);
        for (var branch : organizations.branches()) {
            plan.addAll(monthOf(branch, month));
        }
        plan.removeIf(each -> each.heldOn().equals(today));
        plan.addAll(todaysSet());
        return plan;
    }

    // theme day on the 10th, as communities do; the others follow RULES §1.5
    private List<Activity> monthOf(Organization branch, YearMonth month) {
        var plan = new ArrayList<Activity>();
        plan.add(planned(branch, ActivityType.COMMITTEE_MEETING, "支部委员会会议", month.atDay(5)));
        plan.add(planned(branch, ActivityType.THEME_DAY, "主题党日", month.atDay(10)));
        boolean quarterEnd = month.getMonthValue() % 3 == 0;
        plan.add(planned(
                branch,
                quarterEnd ? ActivityType.MEMBER_MEETING : ActivityType.PARTY_LECTURE,
                quarterEnd ? "支部党员大会" : "党课",
                month.atDay(25)));
        for (var group : organizations.groupsOf(branch)) {
            plan.add(planned(group, ActivityType.GROUP_MEETING, "党小组会", month.atDay(20)));
        }
        return plan;
    }

    private Activity planned(Organization organization, ActivityType type, String title, LocalDate day) {
        var starts = day.atTime(LocalTime.of(9, 0)).atZone(zone).toInstant();
        return activity(organization, type, title, starts, Duration.ofHours(2));
    }

    private List<Activity> todaysSet() {
        var set = new ArrayList<Activity>();
        var soon = now.plus(Duration.ofMinutes(20));
        for (var community : organizations.communities()) {
            var branches = organizations.branchesOf(community);
            set.add(opening(branches.get(0), ActivityType.THEME_DAY, "主题党日：重温入党誓词", soon));
            var held = today.atStartOfDay(zone).toInstant();
            if (now.isAfter(held.plus(Duration.ofHours(3))) && branches.size() < 4) {
                var starts = now.minus(Duration.ofHours(3));
                set.add(activity(branches.get(1), ActivityType.PARTY_LECTURE, "专题党课", starts, Duration.ofHours(2)));
            }
        }
        var first = organizations.branchesOf(organizations.communities().getFirst());
        set.add(opening(first.get(1), ActivityType.THEME_DAY, "主题党日：志愿服务", soon));
        var secondGroup = organizations.groupsOf(first.get(1)).get(1);
        set.add(opening(secondGroup, ActivityType.GROUP_MEETING, "党小组会：学习讨论", soon));
        set.add(opening(first.get(2), ActivityType.PARTY_LECTURE, "专题党课", now.plus(Duration.ofHours(4))));
        return set;
    }

    // late in the evening everything moves together before midnight, so that a demonstration never has an empty day
    private Activity opening(Organization organization, ActivityType type, String title, Instant starts) {
        var latest = endOfDay.minus(Duration.ofSeconds(30));
        var begins = starts.isAfter(latest) ? latest : starts;
        var lasts = Duration.between(begins, endOfDay).compareTo(Duration.ofHours(2)) < 0
                ? Duration.between(begins, endOfDay)
                : Duration.ofHours(2);
        return activity(organization, type, title, begins, lasts);
    }

    private Activity activity(
            Organization organization, ActivityType type, String title, Instant starts, Duration lasts) {
        var heldOn = LocalDate.ofInstant(starts, zone);
        var ends = starts.plus(lasts);
        var lateAfter = starts.plus(CheckInWindow.DEFAULT_GRACE);
        var window = new CheckInWindow(
                starts.minus(CheckInWindow.DEFAULT_LEAD), lateAfter.isAfter(ends) ? ends : lateAfter, ends);
        var id = organization.id() + "-" + type.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + heldOn;
        return new Activity(new ActivityId(id), type, organization.id(), title, "党员活动室", heldOn, starts, ends, window);
    }
}
