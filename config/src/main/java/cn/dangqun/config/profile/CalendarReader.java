package cn.dangqun.config.profile;

import cn.dangqun.config.profile.json.Place;
import cn.dangqun.domain.calendar.DateOwner;
import cn.dangqun.domain.calendar.FixedDate;
import cn.dangqun.domain.calendar.Recurrence;
import cn.dangqun.domain.rule.RuleId;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Reads the fixed dates of a profile (RULES 1.13).
final class CalendarReader {
    private enum Every {
        WEEK,
        MONTH,
        MONTH_END,
        QUARTER_END
    }

    private CalendarReader() {}

    static List<FixedDate> read(Place calendar) {
        var codes = new HashSet<String>();
        var dates = new ArrayList<FixedDate>();
        for (var each : calendar.items()) {
            each.only("code", "name", "on", "every", "day", "weekday", "owner", "rule");
            var code = each.field("code").text();
            if (!codes.add(code)) {
                each.fault("duty.twice", "code", code);
            }
            dates.add(new FixedDate(
                    code,
                    each.field("name").text(),
                    recurrence(each),
                    each.field("owner").oneOf(DateOwner.class),
                    DutyReader.ruleId(each.field("rule")).orElseGet(() -> new RuleId("R-000"))));
        }
        return dates;
    }

    private static Recurrence recurrence(Place date) {
        var days = date.maybe("on");
        if (days.isPresent()) {
            return new Recurrence.Yearly(
                    days.get().items().stream().map(Place::monthDay).toList());
        }
        return switch (date.field("every").oneOf(Every.class)) {
            case WEEK -> new Recurrence.Weekly(date.field("weekday").oneOf(DayOfWeek.class));
            case MONTH -> new Recurrence.Monthly(date.field("day").whole(1, 28));
            case MONTH_END -> new Recurrence.MonthEnd();
            case QUARTER_END -> new Recurrence.QuarterEnd();
        };
    }
}
