package cn.dangqun.server.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.roster.Clerk;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// a year's plan out of the branch's rules, or out of the year before. It is 2026-11-23.
class YearPlanTest {
    private static final Pattern ROW = Pattern.compile("name=\"row\\.(\\d+)\" value=\"([^\"]+)\"");
    private static final Pattern FIELD =
            Pattern.compile("name=\"((?:day|starts|ends|title|place)\\.\\d+)\" value=\"([^\"]*)\"");

    private ConsoleUnderTest console;
    private Clerk clerk;
    private String branch;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        clerk = new Clerk(console);
        branch = clerk.organization("c1", "BRANCH", "样例支部");
        clerk.made(
                "/organizations/" + branch + "/rules",
                Map.of("since", "2026-01-01", "reason", "样例", "profile", "STREET_STANDARD"));
    }

    @AfterEach
    void close() {
        console.close();
    }

    private String page(String query) {
        return clerk.page("/plan/year?organization=" + branch + "&" + query);
    }

    private static long rows(String page, String type) {
        return ROW.matcher(page)
                .results()
                .filter(each -> each.group(2).startsWith(type + " "))
                .count();
    }

    /// The form as it was proposed, with a place.
    private Map<String, String> proposed(String page) {
        var form = new HashMap<>(Map.of("organization", branch, "year", "2027", "place", "样例活动室"));
        ROW.matcher(page).results().forEach(each -> form.put("row." + each.group(1), each.group(2)));
        FIELD.matcher(page).results().forEach(each -> form.put(each.group(1), each.group(2)));
        return form;
    }

    @Test
    void proposesWhatTheRulesAsk() {
        var page = page("year=2027");

        assertEquals(12, rows(page, "THEME_DAY"));
        assertEquals(4, rows(page, "MEMBER_MEETING"));
        assertEquals(4, rows(page, "PARTY_LECTURE"));
        assertEquals(1, rows(page, "DEMOCRATIC_REVIEW"));
        assertEquals(0, rows(page, "COMMITTEE_MEETING"), "it has no committee");
        assertEquals(0, rows(page, "GROUP_MEETING"), "it has no groups");
        assertTrue(page.contains("规定 2027-03-10"));
        assertFalse(page.contains("data-activity"), "nothing stands yet");
    }

    @Test
    void proposesNoTwoMeetingsAtOneTime() {
        var form = proposed(page("year=2027"));

        var times = form.keySet().stream()
                .filter(each -> each.startsWith("day."))
                .map(each -> form.get(each) + " " + form.get(each.replace("day.", "starts.")))
                .sorted()
                .toList();
        assertTrue(times.size() > 15);
        assertEquals(times.stream().distinct().toList(), times);
    }

    @Test
    void followsTheRulesOfEachPeriod() {
        clerk.organization(branch, "GROUP", "样例一组");
        clerk.made(
                "/organizations/" + branch + "/rules",
                Map.of(
                        "since",
                        "2027-07-01",
                        "reason",
                        "样例",
                        "profile",
                        "SHANGJIE_2018",
                        "committee",
                        "HAS",
                        "theme-day",
                        "18"));

        var page = page("year=2027");

        assertTrue(page.contains("规定 2027-06-10"));
        assertTrue(page.contains("规定 2027-07-18"));
        assertEquals(6, rows(page, "COMMITTEE_MEETING"));
        assertEquals(12, rows(page, "GROUP_MEETING"));
    }

    @Test
    void plansWhatIsTickedOnceAndProposesTheRest() {
        var form = proposed(page("year=2027"));
        form.keySet().removeIf(key -> key.startsWith("row.") && !form.get(key).startsWith("THEME_DAY"));

        clerk.made("/plan/year", form);
        clerk.made("/plan/year", form);

        assertEquals(0, rows(page("year=2027"), "THEME_DAY"));
        assertEquals(4, rows(page("year=2027"), "MEMBER_MEETING"));
        var march = clerk.page("/plan?month=2027-03&organization=" + branch);
        assertEquals(
                1, Pattern.compile("<tr data-activity").matcher(march).results().count());
        assertTrue(march.contains("3月10日"));
        assertTrue(march.contains("样例活动室"));
    }

    @Test
    void takesAMarkForTheMeetingItself() {
        var form = new HashMap<>(Map.of(
                "type",
                "THEME_DAY",
                "organization",
                branch,
                "title",
                "样例",
                "place",
                "样例活动室",
                "day",
                "2027-03-10",
                "starts",
                "09:30",
                "ends",
                "11:30"));
        form.put("marks.MEMBER_MEETING", "yes");
        clerk.made("/plan/new", form);

        assertEquals(11, rows(page("year=2027"), "THEME_DAY"));
        assertEquals(3, rows(page("year=2027"), "MEMBER_MEETING"));
    }

    @Test
    void copiesTheYearBefore() {
        clerk.made(
                "/plan/new",
                Map.of(
                        "type",
                        "CONSULTATION",
                        "organization",
                        branch,
                        "title",
                        "2026年议事恳谈",
                        "place",
                        "样例议事厅",
                        "day",
                        "2026-12-05",
                        "starts",
                        "14:00",
                        "ends",
                        "15:30"));

        var page = page("year=2027&from=last");

        assertEquals(1, rows(page, "CONSULTATION"));
        assertTrue(page.contains("value=\"2027-12-05\""));
        assertTrue(page.contains("value=\"14:00\""));
        assertTrue(page.contains("2027年议事恳谈"));
        clerk.made("/plan/year", proposed(page));
        assertEquals(0, rows(page("year=2027&from=last"), "CONSULTATION"));
    }

    @Test
    void saysWhichRowIsWrongAndPlansNone() {
        var form = proposed(page("year=2027"));
        form.put("title.2", "");

        assertTrue(clerk.refused("/plan/year", form).contains("第 3 行：请填写“名称”"));
        assertEquals(12, rows(page("year=2027"), "THEME_DAY"));
        form.keySet().removeIf(key -> key.startsWith("row."));
        assertTrue(clerk.refused("/plan/year", form).contains("至少勾选一行"));
    }

    @Test
    void plansForNobodyElse() {
        var form = proposed(page("year=2027"));
        form.put("row.0", "THEME_DAY c2");

        assertTrue(clerk.refused("/plan/year", form).contains("请选择组织"));
    }
}
