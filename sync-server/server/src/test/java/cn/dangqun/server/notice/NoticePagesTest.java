package cn.dangqun.server.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.roster.Clerk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// everybody on the roll is told before the meeting. It is Monday the 23rd, 09:20.
class NoticePagesTest {
    private ConsoleUnderTest console;
    private Clerk clerk;
    private String branch;
    private String first;
    private String second;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        clerk = new Clerk(console);
        branch = clerk.organization("c1", "BRANCH", "样例支部");
        second = clerk.person("样例乙", branch);
        first = clerk.person("样例甲", branch);
    }

    @AfterEach
    void close() {
        console.close();
    }

    private String plan(String day) {
        var form = new HashMap<>(Map.of(
                "type", "MEMBER_MEETING",
                "organization", branch,
                "title", "样例党员大会",
                "place", "样例活动室",
                "day", day,
                "starts", "09:30",
                "ends", "11:30"));
        form.put("note", "请到二楼就座");
        form.put("kind1", "STUDY");
        form.put("item1", "传达学习样例精神");
        form.put("item3", "没有类型的一项");
        return clerk.made("/plan/new", form);
    }

    private String list(String activity) {
        return clerk.page("/plan/activities/" + activity + "/notice");
    }

    private static Map<String, String> told(String member) {
        return Map.of("how", "PHONE", "told." + member, "yes");
    }

    private static List<String> ticks(String page) {
        return List.of(
                page.contains("data-told=\"yes\"") ? "some told" : "nobody told",
                page.contains("data-told=\"no\"") ? "some not" : "all told");
    }

    @Test
    void ticksOffWhoWasToldOnce() {
        var activity = plan("2026-12-10");
        var address = "/plan/activities/" + activity + "/notice";
        assertEquals(List.of("nobody told", "some not"), ticks(list(activity)));
        assertTrue(clerk.refused(address, Map.of("how", "PHONE")).contains("请先在名单上勾选"));

        clerk.made(address, told(first));
        clerk.made(address, Map.of("how", "POSTED", "told." + first, "yes"));
        var page = list(activity);
        assertTrue(page.contains("应通知 2 人，已通知 1 人"));
        assertTrue(page.contains("电话"));
        assertFalse(page.contains("张贴　2026"), "the first word stands");
        assertTrue(clerk.page("/plan/activities/" + activity).contains("应到 2 人，还有 1 人没有通知。"));

        clerk.made(address, Map.of("how", "MESSAGE", "everybody", "yes"));
        assertEquals(List.of("some told", "all told"), ticks(list(activity)));
        assertFalse(clerk.page("/plan/activities/" + activity).contains("没有通知"));

        clerk.made(address + "/removal", Map.of("member", second));
        assertTrue(list(activity).contains("已通知 1 人"));
    }

    @Test
    void saysWhatTheMeetingIsAboutAndWhenItIsLate() {
        var activity = plan("2026-11-25");
        var page = list(activity);
        assertTrue(page.contains("样例支部定于"));
        assertTrue(page.contains("传达学习　传达学习样例精神"));
        assertTrue(page.contains("其他　没有类型的一项"));
        assertTrue(page.contains("离开会不到 3 天了"));
        assertTrue(page.indexOf("样例甲") < page.indexOf("样例乙"), "by sound");
        assertTrue(clerk.page("/plan/activities/" + activity).contains("签到提示：请到二楼就座"));
    }

    @Test
    void staysAsItWasWhenTheMeetingBegins() {
        var activity = plan("2026-11-23");
        console.clock.advance(Duration.ofMinutes(15));
        assertTrue(clerk.refused("/plan/activities/" + activity + "/notice", told(first))
                .contains("活动已经开始"));
        assertFalse(list(activity).contains("id=\"tell\""));
    }
}
