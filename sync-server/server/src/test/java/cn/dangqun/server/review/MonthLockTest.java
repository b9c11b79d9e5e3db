package cn.dangqun.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lock keeps a copy and changes nothing: who comes after it counts at once where people read it, stands apart from
/// the locked figures, and is taken into the report by a reviewer (OQ-32).
class MonthLockTest {
    private ConsoleUnderTest console;
    private Inbox inbox;
    private Visitor reviewer;
    private String month;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        inbox = new Inbox(console);
        reviewer = reviewer();
        month = inbox.activity.heldOn().toString().substring(0, 7);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void whoComesAfterTheLockCountsAtOnceAndStandsApart() {
        inbox.present(0);
        inbox.present(1);
        lock("11 月月报");
        console.clock.advance(Duration.ofMinutes(5));

        inbox.present(2);

        assertEquals(3, present(), "who saw 签到成功 is counted on the page that people read");
        assertTrue(sheet().contains("锁定后补到"), this::sheet);
        assertTrue(figures().contains("实到 2"), "the copy stays");
        assertTrue(figures().contains("锁定后补到 1"), this::figures);
        var before = figures();
        console.ledger.rebuild();
        assertEquals(before, figures());
        assertEquals(3, present());
    }

    @Test
    void anAmendmentIsAFactWithItsReason() {
        inbox.present(0);
        lock("月报");
        console.clock.advance(Duration.ofMinutes(5));
        inbox.present(1);
        var item = item();

        assertEquals(303, decide(item, "COUNTS", "一体机断网两天").statusCode());

        assertTrue(figures().contains("更正 +1"), this::figures);
        assertFalse(figures().contains("锁定后补到 1"), this::figures);
        assertTrue(figures().contains("实到 1"), "the copy stays");
        assertTrue(reviewer.get("/review?state=DECIDED").body().contains("一体机断网两天"));
        assertEquals(2, present());
        var before = figures();
        console.ledger.rebuild();
        assertEquals(before, figures());
    }

    @Test
    void listsWhatIsStillOpenAndLocksAllTheSame() {
        inbox.doubtful(0);

        assertTrue(page().contains("时钟存疑 1 条"), this::page);
        assertTrue(page().contains("没有报齐"), this::page);
        assertTrue(page().contains("待上传"), "nobody is absent of whom nothing is known");
        assertTrue(page().contains("已结束、没有写会议记录的活动 4 场"), this::page);
        lock("先报");
        assertTrue(page().contains("样例管理员 锁定。理由：先报"), this::page);
        assertTrue(page().contains("时钟存疑 1 条"));
    }

    @Test
    void anotherReviewerOpensItWithAReasonAndANewLockTakesAllIn() {
        inbox.present(0);
        lock("月报");
        console.clock.advance(Duration.ofMinutes(5));
        inbox.present(1);
        assertEquals(422, set("opening", "再看看").statusCode(), "not by who has locked it");
        reviewer = reviewer();
        assertEquals(422, set("opening", " ").statusCode());

        assertEquals(303, set("opening", "漏了两个支部").statusCode());

        assertTrue(page().contains("开锁。理由：漏了两个支部"), this::page);
        assertFalse(reviewer.get("/review").body().contains("data-kind=\"LATE\""));
        console.clock.advance(Duration.ofMinutes(5));
        lock("重报");
        assertTrue(figures().contains("实到 2"), this::figures);
        assertFalse(figures().contains("锁定后补到"), this::figures);
        assertEquals(409, set("lock", "又锁一次").statusCode());
    }

    @Test
    void aLockAboveCoversAllBelow() {
        inbox.present(0);
        var top = console.organizations().stream()
                .filter(each -> each.parent().isEmpty())
                .findFirst()
                .orElseThrow()
                .id()
                .value();
        var form = Map.of("month", month, "organization", top, "reason", "全街月报");
        assertEquals(303, reviewer.post("/password", "/review/month/lock", form).statusCode());

        assertTrue(page().contains("这个月由上级"), this::page);
        assertEquals(409, set("lock", "再锁").statusCode());
        console.clock.advance(Duration.ofMinutes(5));
        inbox.present(1);
        assertTrue(figures().contains("锁定后补到 1"), this::figures);
    }

    private Visitor reviewer() {
        return console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
    }

    private void lock(String reason) {
        var answer = set("lock", reason);
        assertEquals(303, answer.statusCode(), answer::body);
    }

    private HttpResponse<String> set(String how, String reason) {
        return reviewer.post(
                "/password",
                "/review/month/" + how,
                Map.of("month", month, "organization", inbox.branch().value(), "reason", reason));
    }

    private String page() {
        var body = reviewer.get("/review/month?month=" + month + "&organization=" + inbox.branch())
                .body();
        return body.substring(body.indexOf("<main"));
    }

    /// The line of the activity.
    private String figures() {
        var page = page();
        int at = page.indexOf("/activities/" + inbox.activity.id() + "\"");
        return page.substring(at, page.indexOf("</tr>", at));
    }

    private String item() {
        var found = Pattern.compile("data-kind=\"LATE\" data-item=\"([^\"]+)\"")
                .matcher(reviewer.get("/review").body());
        assertTrue(found.find());
        return found.group(1);
    }

    private HttpResponse<String> decide(String item, String code, String reason) {
        return reviewer.post(
                "/review",
                "/review/decisions",
                Map.of("kind", "LATE", "item", item, "answer", code, "reason", reason, "seen", ""));
    }

    private String sheet() {
        return reviewer.get("/activities/" + inbox.activity.id()).body();
    }

    private int present() {
        var body = reviewer.get("/activities").body();
        int at = body.indexOf("data-activity=\"" + inbox.activity.id() + "\"");
        var found = Pattern.compile("data-present=\"(\\d+)\"").matcher(body.substring(at));
        assertTrue(found.find());
        return Integer.parseInt(found.group(1));
    }
}
