package cn.dangqun.kiosk.calendar;

import static cn.dangqun.kiosk.reference.MadeUpStreet.COMMUNITY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.DAY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.FIRST_BRANCH;
import static cn.dangqun.kiosk.reference.MadeUpStreet.ZONE;
import static cn.dangqun.kiosk.reference.MadeUpStreet.activity;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.domain.calendar.OpeningCalendar;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.staff.Rota;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.reference.ReferenceStore;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 活动日历 out of what a street really sent. It is 2026-11-10, by the national rules.
class ReferenceCalendarDeskTest {
    private static final Instant NOW = DAY.atTime(8, 0).atZone(ZONE).toInstant();

    private ReferenceStore reference;
    private CalendarDesk desk;

    @BeforeEach
    void open(@TempDir Path directory) throws Exception {
        var items = new ArrayList<>(MadeUpStreet.items(
                activity("yesterday", FIRST_BRANCH, DAY.minusDays(1), "09:00", "11:00"),
                activity("evening", FIRST_BRANCH, "19:00", "20:00"),
                activity("morning", FIRST_BRANCH, "09:00", "11:00"),
                activity("last", FIRST_BRANCH, DAY.plusDays(60), "09:00", "11:00"),
                activity("too-far", FIRST_BRANCH, DAY.plusDays(61), "09:00", "11:00")));
        var calendar = new OpeningCalendar(Map.of(
                DAY.plusDays(52), new OpeningCalendar.OtherDay.Closed("元旦"),
                DAY.minusDays(3), new OpeningCalendar.OtherDay.Closed("过去"),
                DAY.plusDays(4), new OpeningCalendar.OtherDay.Like(DayOfWeek.MONDAY)));
        items.add(new ReferenceItem.Site("site-1", "样例社区党群服务中心", COMMUNITY, new Rota(List.of(), List.of(), calendar)));
        reference = MadeUpStreet.store(directory, new SteppedClock(NOW), items);
        desk = new ReferenceCalendarDesk(reference, () -> NOW, ZONE, ProfileLibrary.shipped());
    }

    @AfterEach
    void close() {
        reference.close();
    }

    private static String told(CalendarLine line) {
        return line.day()
                + switch (line) {
                    case CalendarLine.Planned(var activity, var whose) -> " " + activity.id() + " " + whose;
                    case CalendarLine.Holiday(var _, var why) -> " 休息 " + why;
                    case CalendarLine.Due(var _, var date) -> " " + date.code();
                };
    }

    private List<String> lines(boolean forStaff) {
        return desk.lines(forStaff).stream()
                .map(ReferenceCalendarDeskTest::told)
                .toList();
    }

    @Test
    void tellsEverybodyWhatIsPlannedAndWhenTheCentreIsClosed() {
        assertEquals(
                List.of(
                        "2026-11-10 morning 样例第一党支部",
                        "2026-11-10 evening 样例第一党支部",
                        "2027-01-01 休息 元旦",
                        "2027-01-09 last 样例第一党支部"),
                lines(false));
    }

    /// A theme day stands in November's plan, in December's none does.
    @Test
    void tellsStaffWhatComesDueAndIsNotPlanned() {
        assertEquals(
                List.of(
                        "2026-11-10 morning 样例第一党支部",
                        "2026-11-10 evening 样例第一党支部",
                        "2026-11-30 COMMITTEE_MEETING",
                        "2026-11-30 GROUP_MEETING",
                        "2026-12-31 COMMITTEE_MEETING",
                        "2026-12-31 GROUP_MEETING",
                        "2026-12-31 THEME_DAY",
                        "2026-12-31 MEMBER_MEETING",
                        "2026-12-31 DEMOCRATIC_REVIEW",
                        "2027-01-01 休息 元旦",
                        "2027-01-09 last 样例第一党支部"),
                lines(true));
    }
}
