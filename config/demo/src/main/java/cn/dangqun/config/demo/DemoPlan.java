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

/// This month's plan of every branch, and for today a set that shows every case: open, two at once, a meeting that asks
/// for a signature, not open yet, closed, and a branch's half with nothing at all. No room is used twice at a time.
final class DemoPlan {
    private static final String PARTY_ROOM = "党员活动室";
    private static final LocalTime LATEST = LocalTime.of(22, 0);
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final Duration SHORT = Duration.ofMinutes(90);
    private static final long FIVE_MINUTES = 300;
    private static final List<LocalTime> HOURS =
            List.of(LocalTime.of(9, 0), LocalTime.of(11, 0), LocalTime.of(14, 0), LocalTime.of(16, 0));

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
        var hour = HOURS.get(organizations.placeOf(branch));
        var plan = new ArrayList<Activity>();
        plan.add(planned(branch, ActivityType.COMMITTEE_MEETING, "支部委员会会议", month.atDay(5), hour));
        plan.add(planned(branch, ActivityType.THEME_DAY, "主题党日", month.atDay(10), hour));
        boolean quarterEnd = month.getMonthValue() % 3 == 0;
        plan.add(planned(
                branch,
                quarterEnd ? ActivityType.MEMBER_MEETING : ActivityType.PARTY_LECTURE,
                quarterEnd ? "支部党员大会" : "党课",
                month.atDay(25),
                hour));
        for (var group : organizations.groupsOf(branch)) {
            var day = month.atDay(20 + organizations.placeOf(group));
            plan.add(planned(group, ActivityType.GROUP_MEETING, "党小组会", day, hour));
        }
        return plan;
    }

    // the branches of a community one after another, in its one room
    private Activity planned(
            Organization organization, ActivityType type, String title, LocalDate day, LocalTime hour) {
        return activity(
                organization,
                type,
                title,
                PARTY_ROOM,
                day.atTime(hour).atZone(zone).toInstant(),
                TWO_HOURS);
    }

    private List<Activity> todaysSet() {
        var set = new ArrayList<Activity>();
        for (var community : organizations.communities()) {
            var branches = organizations.branchesOf(community);
            set.add(opening(branches.get(0), ActivityType.THEME_DAY, "主题党日：重温入党誓词", PARTY_ROOM));
            var starts = soon().minus(Duration.ofHours(4));
            if (branches.size() < 4 && heldOn(starts).equals(today)) {
                set.add(activity(branches.get(1), ActivityType.PARTY_LECTURE, "专题党课", "多功能厅", starts, TWO_HOURS));
            }
        }
        var first = organizations.branchesOf(organizations.communities().getFirst());
        set.add(opening(first.get(1), ActivityType.THEME_DAY, "主题党日：志愿服务", "多功能厅"));
        set.add(opening(groupOf(first.get(1), 1), ActivityType.GROUP_MEETING, "党小组会：学习讨论", "小会议室"));
        set.add(opening(first.get(3), ActivityType.MEMBER_MEETING, "支部党员大会：讨论接收预备党员", "大会议室"));
        var evening = at(LATEST);
        var later = soon().plus(Duration.ofHours(4));
        var notYet = later.isAfter(evening) ? evening : later;
        if (now.isBefore(notYet.minus(CheckInWindow.DEFAULT_LEAD))) {
            set.add(activity(groupOf(first.get(2), 0), ActivityType.GROUP_MEETING, "党小组会：交流心得", "阅览室", notYet, SHORT));
        }
        return set;
    }

    private Instant at(LocalTime time) {
        return today.atTime(time).atZone(zone).toInstant();
    }

    private Organization groupOf(Organization branch, int group) {
        return organizations.groupsOf(branch).get(group);
    }

    /// Begins within half an hour, on a full five minutes, so that check-in is open; late in the evening it has begun
    /// already, and whoever comes is late.
    private Activity opening(Organization organization, ActivityType type, String title, String room) {
        var starts = soon();
        var lasts = Duration.between(starts, endOfDay);
        return activity(organization, type, title, room, starts, lasts.compareTo(TWO_HOURS) < 0 ? lasts : TWO_HOURS);
    }

    private Instant soon() {
        long seconds = now.plus(Duration.ofMinutes(20)).getEpochSecond();
        var full = Instant.ofEpochSecond(Math.ceilDiv(seconds, FIVE_MINUTES) * FIVE_MINUTES);
        return full.isAfter(at(LATEST)) ? at(LATEST) : full;
    }

    private LocalDate heldOn(Instant starts) {
        return LocalDate.ofInstant(starts, zone);
    }

    private Activity activity(
            Organization organization, ActivityType type, String title, String room, Instant starts, Duration lasts) {
        var heldOn = heldOn(starts);
        var ends = starts.plus(lasts);
        var lateAfter = starts.plus(CheckInWindow.DEFAULT_GRACE);
        var window = new CheckInWindow(
                starts.minus(CheckInWindow.DEFAULT_LEAD), lateAfter.isAfter(ends) ? ends : lateAfter, ends);
        var id = organization.id() + "-" + type.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + heldOn;
        var place = organizations.communityOf(organization) + room;
        return new Activity(new ActivityId(id), type, organization.id(), title, place, heldOn, starts, ends, window);
    }
}
