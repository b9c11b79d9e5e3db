package cn.dangqun.server.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What an official text must say, on the pages of who writes and who approves it.
class OfficialTextTest extends WallUnderTest {
    @Test
    void showsBothColumnsOfAnOathThatIsNotTheShippedOne() {
        var half = "我志愿加入中国共产党，拥护党的纲领，遵守党的章程，履行党员义务，执行党的决定，永不叛党。";
        var version = draft(reviewer, "oath", official("入党誓词", half, "二十大修改", "2026-11-20"));
        step(reviewer, version, "submission", Map.of());
        var other = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());

        var page = other.get(version).body();
        assertTrue(page.contains("<del>严守党的纪律，保守党的秘密，对党忠诚，积极工作，为共产主义奋斗终身，随时准备为党和人民牺牲一切，</del>"), page);
        assertTrue(page.contains("有 1 处不同"));
        var answer = approve(other, version, Map.of());
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("请逐处看过"));
        assertEquals(303, approve(other, version, Map.of("difference", "yes")).statusCode());
        assertTrue(other.get(version).body().contains("<span>不同之处已逐处看过</span></li>"));
    }

    @Test
    void asksNothingMoreOfAnOathThatIsWordForWordTheShippedOne() {
        var shipped = WallLibrary.shipped().textFor(new WallSlotId("oath")).orElseThrow();
        var version = draft(
                reviewer,
                "oath",
                official("入党誓词", shipped.text().body(), shipped.source().edition(), "2026-11-20"));
        step(reviewer, version, "submission", Map.of());
        var other = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());

        assertFalse(other.get(version).body().contains("id=\"difference\""));
        assertEquals(303, approve(other, version, Map.of()).statusCode());
    }

    @Test
    void refusesAnEditionThatIsNoneAndADayThatCannotBe() {
        var oath = WallLibrary.shipped()
                .textFor(new WallSlotId("oath"))
                .orElseThrow()
                .text()
                .body();
        var edition = draft(reviewer, "oath", official("入党誓词", oath, "随便", "2026-11-20"));
        var answer = step(reviewer, edition, "submission", Map.of());
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("看不出是哪一版"));

        for (var day : List.of("2099-01-01", "2021-01-01")) {
            var version = draft(reviewer, "oath", official("入党誓词", oath, "二十大修改", day));
            answer = step(reviewer, version, "submission", Map.of());
            assertEquals(422, answer.statusCode(), day);
            assertTrue(answer.body().contains("核对日期不对"), day);
        }
    }

    @Test
    void saysOfTheShippedTextsWithWhatTheyWereCompared() {
        var rights = reviewer.get("/wall/frames/rights/new").body();
        assertTrue(rights.contains("随附文本逐字比对过：一份网上公开的2022年版章程全文"), rights);
        assertFalse(rights.contains("多份"));
        assertTrue(reviewer.get("/wall/frames/duties/new").body().contains("没有找到这一版章程的官方文本"));
    }
}
