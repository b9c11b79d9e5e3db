package cn.dangqun.simulation.check;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.machine.StreetMachine;
import cn.dangqun.simulation.story.Story;
import cn.dangqun.simulation.world.World;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The activities of a story as the street plans them.
public final class Activities {
    private static final String PREFIX = "activity-";

    private Activities() {}

    public static ActivityId id(int number) {
        return new ActivityId(PREFIX + number);
    }

    public static int number(ActivityId id) {
        return Integer.parseInt(id.value().substring(PREFIX.length()));
    }

    public static ActivityType type(Story.Planned planned) {
        return planned.signs() ? ActivityType.MEMBER_MEETING : ActivityType.THEME_DAY;
    }

    public static LocalDate day(int day) {
        return LocalDate.ofInstant(World.BEGINNING, StreetMachine.ZONE).plusDays(day);
    }

    public static List<ReferenceItem> items(Story story) {
        return IntStream.range(0, story.activities().size())
                .<ReferenceItem>mapToObj(i -> new ReferenceItem.ActivityItem(
                        activity(i, story.activities().get(i))))
                .toList();
    }

    private static Activity activity(int number, Story.Planned planned) {
        var day = day(planned.day());
        var starts = day.atTime(planned.hour(), 0).atZone(StreetMachine.ZONE).toInstant();
        var ends = starts.plus(Duration.ofHours(1));
        return new Activity(
                id(number),
                type(planned),
                Ground.branch(planned.branch()),
                "样例主题党日" + number,
                "党员活动室" + number,
                day,
                starts,
                ends,
                CheckInWindow.around(starts, ends),
                planned.joint() ? List.of(Ground.branch(planned.branch() ^ 1)) : List.of(),
                List.of(),
                Set.of());
    }
}
