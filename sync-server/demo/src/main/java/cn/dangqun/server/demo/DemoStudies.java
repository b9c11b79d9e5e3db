package cn.dangqun.server.demo;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.FreezeCause;
import cn.dangqun.domain.attendance.RollSnapshot;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.Demonstration.EmptyStreet;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.reference.StreetRoster;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What branches of the demonstration studied in the months of this year before this one, so that 学时 shows something:
/// a theme day and a training each month, to which most came.
record DemoStudies(EmptyStreet street, LocalDate today) {
    private static final int MONTHS = 3;
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final int TRAINING_DAY = 18;
    private static final int THEME_DAY = 10;

    /// `people` are who may be asked to a training.
    void hold(OrganizationId branch, List<MemberId> people) {
        var held = new ArrayList<Activity>();
        for (int back = MONTHS; back >= 1; back--) {
            var month = today.withDayOfMonth(1).minusMonths(back);
            if (month.getYear() == today.getYear()) {
                held.add(activity(branch, ActivityType.THEME_DAY, "主题党日：理论学习", month.withDayOfMonth(THEME_DAY)));
                held.add(activity(branch, ActivityType.TRAINING, "集中培训", month.withDayOfMonth(TRAINING_DAY))
                        .inviting(people));
            }
        }
        street.reference()
                .publish(held.stream()
                        .<ReferenceItem>map(ReferenceItem.ActivityItem::new)
                        .toList());
        held.forEach(each -> street.database().write((handle, changes) -> {
            attend(handle, changes, each);
            return each;
        }));
    }

    private void attend(Handle handle, ChangeLog changes, Activity activity) {
        fix(handle, activity.id(), activity.type() == ActivityType.TRAINING ? 8 : 3);
        var known = new StreetRoster().numbered(handle);
        for (var roll : known.roster().rolls(activity)) {
            street.ledger()
                    .append(
                            handle,
                            changes,
                            new AttendanceFact.RollFrozen(roll, FreezeCause.PLANNED_START, known.number()));
            for (int n = 0; n < roll.entries().size(); n++) {
                if ((n + activity.heldOn().getMonthValue()) % 5 != 0) {
                    street.ledger().append(handle, changes, came(roll, n));
                }
            }
        }
    }

    static void fix(Handle handle, ActivityId activity, int hours) {
        handle.execute(
                "INSERT INTO activity_detail (street, activity, hours) VALUES (1, ?, ?)", activity.value(), hours);
    }

    private static AttendanceFact came(RollSnapshot roll, int number) {
        return new AttendanceFact.CheckedIn(
                roll.activity(),
                roll.entries().get(number).member(),
                AttendanceRole.MEMBER,
                CheckInMethod.CARD,
                false,
                Optional.of(roll.organization()),
                false);
    }

    private Activity activity(OrganizationId branch, ActivityType type, String title, LocalDate day) {
        var starts = day.atTime(MORNING).atZone(street.zone()).toInstant();
        var ends = day.atTime(NOON).atZone(street.zone()).toInstant();
        return new Activity(
                new ActivityId(branch + "-studied-"
                        + type.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + day),
                type,
                branch,
                title,
                "党员活动室",
                day,
                starts,
                ends,
                CheckInWindow.around(starts, ends));
    }
}
