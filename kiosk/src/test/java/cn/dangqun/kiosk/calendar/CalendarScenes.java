package cn.dangqun.kiosk.calendar;

import cn.dangqun.domain.calendar.DateOwner;
import cn.dangqun.domain.calendar.FixedDate;
import cn.dangqun.domain.calendar.Recurrence;
import cn.dangqun.domain.rule.RuleId;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.shell.TestKiosk;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// 活动日历 in every state.
public final class CalendarScenes {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 10);

    private CalendarScenes() {}

    public static CalendarFeature feature(FakeCalendar days) {
        return new CalendarFeature(days, () -> TODAY);
    }

    /// What a test says of the days to come.
    public static final class FakeCalendar implements CalendarDesk {
        private List<CalendarLine> all = List.of();
        private boolean sealed;

        @Override
        public List<CalendarLine> lines(boolean forStaff) {
            if (sealed) {
                throw new IllegalStateException("sealed");
            }
            return all.stream()
                    .filter(each -> forStaff || !(each instanceof CalendarLine.Due))
                    .toList();
        }

        public void reset() {
            sealed = false;
            all = full();
        }
    }

    private static List<CalendarLine> full() {
        return List.of(
                new CalendarLine.Planned(Samples.THEME_DAY, "样例社区第一党支部"),
                new CalendarLine.Planned(Samples.EVENING, Samples.LONG_BRANCH),
                new CalendarLine.Due(
                        LocalDate.of(2026, 11, 30),
                        new FixedDate(
                                "COMMITTEE_MEETING",
                                "召开支部委员会",
                                new Recurrence.MonthEnd(),
                                DateOwner.BRANCH,
                                new RuleId("R-081"))),
                new CalendarLine.Planned(Samples.MEETING, "样例社区第二党支部"),
                new CalendarLine.Holiday(LocalDate.of(2027, 1, 1), "元旦"),
                new CalendarLine.Holiday(LocalDate.of(2027, 1, 2), ""),
                new CalendarLine.Due(
                        LocalDate.of(2027, 1, 10),
                        new FixedDate(
                                "FEE_PUBLICITY",
                                "公布并报送上半年度或上年度下半年党费收缴情况",
                                new Recurrence.MonthEnd(),
                                DateOwner.BRANCH,
                                new RuleId("R-131"))),
                new CalendarLine.Planned(Samples.LECTURE, "样例社区第一党支部"));
    }

    public static void addTo(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        scenes.accept("calendar", kiosk -> kiosk.shell().go(Ways.CALENDAR));
        scenes.accept("calendar-empty", kiosk -> {
            kiosk.services.calendar.all = List.of();
            kiosk.shell().go(Ways.CALENDAR);
        });
        scenes.accept("calendar-sealed", kiosk -> {
            kiosk.services.calendar.sealed = true;
            kiosk.shell().go(Ways.CALENDAR);
        });
        scenes.accept("calendar-staff", kiosk -> {
            kiosk.shell().admit(staff());
            kiosk.shell().go(CalendarPlace.STAFF);
        });
    }

    private static StaffMember staff() {
        return Samples.staff().getFirst();
    }
}
