package cn.dangqun.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The street looks at each branch's activity as a whole and says that it is in order, or returns it
/// (reconciliation 8): no figure changes, minutes stand, and another decision takes it back.
class ReviewedTest {
    private ConsoleUnderTest console;
    private Inbox inbox;
    private Visitor reviewer;
    private String item;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        inbox = new Inbox(console);
        inbox.present(0);
        inbox.present(1);
        console.clock.advance(Duration.ofHours(12));
        reviewer = reviewer("test");
        item = ReviewItem.ofActivity(inbox.activity.id(), inbox.branch()).key();
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void whatIsOverWaitsWithWhatSpeaksForAndAgainstItAndIsReviewedByKey() {
        var row = row();
        assertTrue(row.contains("应到 " + inbox.roll.size() + "，实到 2（迟到 0）"), row);
        assertTrue(row.contains("没有写"), row);
        assertTrue(row.contains("data-digit=\"1\""), row);
        assertTrue(month().contains("还没有审核的活动 "), this::month);
        int before = unreviewed();

        assertEquals(303, decide(reviewer, "STANDS", "", "").statusCode());

        assertFalse(list("").contains(item), "what is reviewed waits no more");
        assertEquals(before - 1, unreviewed());
        assertTrue(sheet().contains("已审核"), this::sheet);
        var decided = list("&state=DECIDED");
        assertTrue(decided.contains(item) && decided.contains("已审核"), decided);
        console.ledger.rebuild();
        assertEquals(decided, list("&state=DECIDED"));
        assertEquals(before - 1, unreviewed());

        assertEquals(303, decide(reviewer, "REOPENED", "看错了", mark()).statusCode());

        assertTrue(list("").contains(item));
        assertFalse(sheet().contains("data-reviewed"), this::sheet);
        assertEquals(before, unreviewed());
    }

    @Test
    void whatIsReturnedStandsAtTheKioskAndComesBackWithTheAnswer() {
        assertEquals(422, decide(reviewer, "RETURNED", "", "").statusCode(), "says what is asked");

        assertEquals(303, decide(reviewer, "RETURNED", "请补写会议记录", "").statusCode());

        assertFalse(list("").contains(item));
        assertTrue(list("&state=RETURNED").contains("请补写会议记录"));
        var secretary = console.visitor(Role.BRANCH_SECRETARY, new Scope(Optional.of(inbox.branch())));
        assertTrue(secretary.get("/review").body().contains("已退回支部补充的活动（"), "without asking for a month");
        assertTrue(sheet().contains("已退回补充"), this::sheet);
        var sent = returned().getFirst();
        assertEquals("请补写会议记录", sent.note());
        assertEquals(inbox.branch(), sent.organization());
        assertTrue(sent.title().startsWith("活动审核："), sent.title());
        console.clock.advance(Duration.ofMinutes(5));
        console.fact(
                inbox.kiosk, new StaffFact.ReturnAnswered(ReviewItem.named(sent.id()), new Handling("staff-1", "已补齐")));

        assertEquals(List.of(), returned());
        assertFalse(secretary.get("/review").body().contains("已退回支部补充的活动（"), "it was answered");
        assertTrue(row().contains("答复：已补齐"), this::row);
        assertTrue(list("&state=RETURNED").contains("没有符合条件的事项"));
        assertEquals(303, decide(reviewer, "STANDS", "补了", seen(row())).statusCode());
        assertFalse(list("").contains(item));
    }

    @Test
    void minutesOfWhatIsReviewedStandUntilItIsReturned() {
        var secretary = console.visitor(Role.BRANCH_SECRETARY, new Scope(Optional.of(inbox.branch())));
        assertEquals(303, decide(reviewer, "STANDS", "", "").statusCode());

        var refused = minutes(secretary);

        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("样例议题"), "what was typed is not lost");
        var now = list("&state=DECIDED");
        assertEquals(303, decide(reviewer, "RETURNED", "请补", seen(now)).statusCode());
        assertEquals(303, minutes(secretary).statusCode());
        assertTrue(row("&state=RETURNED").contains("已经写了"), "reopened");
    }

    @Test
    void ofTwoReviewersAtOnceTheSecondIsTold() {
        var other = reviewer("another");
        var first = CompletableFuture.supplyAsync(
                () -> decide(reviewer, "STANDS", "在先", "").statusCode());
        var second = CompletableFuture.supplyAsync(
                () -> decide(other, "RETURNED", "在后", "").statusCode());

        assertEquals(
                List.of(303, 409),
                List.of(first.join(), second.join()).stream().sorted().toList());
        assertEquals(
                1,
                console.database
                        .read(handle -> handle.createQuery(
                                        "SELECT count(*) FROM audit_entry WHERE street = 1 AND action = 'ITEM_DECIDED'")
                                .mapTo(Integer.class)
                                .one())
                        .intValue());
    }

    @Test
    void nobodyReviewsWhatTheyLedRecordedOrWrote() {
        inbox.opened();
        assertEquals(422, decide(named(staff()), "STANDS", "", "").statusCode(), "who opened it");
        var secretary = console.visitor(Role.BRANCH_SECRETARY, new Scope(Optional.of(inbox.branch())));
        assertEquals(303, minutes(secretary).statusCode());
        assertEquals(422, decide(named("样例记录人"), "STANDS", "", "").statusCode(), "who took the minutes");
        assertEquals(422, decide(named("样例主持人"), "STANDS", "", "").statusCode(), "who is in the chair of them");
        assertEquals(303, decide(reviewer, "STANDS", "", "").statusCode());
    }

    @Test
    void onlyReviewersDecideAndOnlyWhatIsOver() {
        var secretary = console.visitor(Role.BRANCH_SECRETARY, new Scope(Optional.of(inbox.branch())));
        assertTrue(secretary.get("/review?kind=ACTIVITY").body().contains(item), "secretaries see their part");
        assertEquals(403, decide(secretary, "STANDS", "", "").statusCode());
        var ahead = console.activities()
                .filter(each -> each.ends().isAfter(console.clock.instant()))
                .findFirst()
                .orElseThrow();
        var form = form("STANDS", "", "");
        form.put("item", ReviewItem.ofActivity(ahead.id(), ahead.organization()).key());
        assertEquals(422, reviewer.post("/review", "/review/decisions", form).statusCode());
        form.put("item", inbox.activity.id() + "/nobody");
        assertEquals(422, reviewer.post("/review", "/review/decisions", form).statusCode());
    }

    private Visitor reviewer(String name) {
        return named("审核 " + name);
    }

    private Visitor named(String name) {
        var visitor = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        console.database.write((handle, changes) -> handle.execute(
                "UPDATE account SET display_name = ? WHERE rowid = (SELECT max(rowid) FROM account)", name));
        return visitor;
    }

    private String staff() {
        console.reference.publish(List.of(new ReferenceItem.Staff("staff-1", "值守样例", "$x", "")));
        return "值守样例";
    }

    private HttpResponse<String> minutes(Visitor visitor) {
        var page = "/activities/" + inbox.activity.id() + "/minutes";
        var form = Map.of(
                "base",
                "0",
                "chair",
                "样例主持人",
                "recorder",
                "样例记录人",
                "topic",
                "样例议题",
                "points",
                "样例要点",
                "dissent",
                "NONE",
                "resolutions",
                "样例决议");
        return visitor.post("/password", page, form);
    }

    private HttpResponse<String> decide(Visitor visitor, String answer, String reason, String seen) {
        return visitor.post("/password", "/review/decisions?kind=ACTIVITY", form(answer, reason, seen));
    }

    private Map<String, String> form(String answer, String reason, String seen) {
        return new HashMap<>(
                Map.of("kind", "ACTIVITY", "item", item, "answer", answer, "reason", reason, "seen", seen));
    }

    private String list(String more) {
        var body = reviewer.get("/review?kind=ACTIVITY&organization=" + inbox.branch() + more)
                .body();
        return body.substring(body.indexOf("<main")).replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private String row() {
        return row("");
    }

    private String row(String more) {
        var list = list(more);
        int at = list.indexOf("data-kind=\"ACTIVITY\" data-item=\"" + item + "\"");
        assertTrue(at > 0, list);
        return list.substring(at, list.indexOf("</article>", at));
    }

    private static String seen(String page) {
        var found = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(page);
        assertTrue(found.find(), page);
        return found.group(1);
    }

    private String mark() {
        return seen(list("&state=DECIDED"));
    }

    private String month() {
        return reviewer.get("/review/month?organization=" + inbox.branch()).body();
    }

    private int unreviewed() {
        var found = Pattern.compile("还没有审核的活动 (\\d+) 场").matcher(month());
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private String sheet() {
        return reviewer.get("/activities/" + inbox.activity.id()).body();
    }

    private List<ReferenceItem.ReturnedItem> returned() {
        return console.database.read(handle -> console.reference.items(handle, ReferenceKind.RETURNED).stream()
                .map(ReferenceItem.ReturnedItem.class::cast)
                .toList());
    }
}
