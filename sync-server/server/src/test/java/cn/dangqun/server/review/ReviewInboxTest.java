package cn.dangqun.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.AttendanceFact;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that waits for the street is on one page with its evidence; a decision is a fact, changes the figures of
/// the sheet as its sentence says, is undone by another, and a ledger read anew gives the same pages.
class ReviewInboxTest {
    private ConsoleUnderTest console;
    private Inbox inbox;
    private Visitor reviewer;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        inbox = new Inbox(console);
        reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void isCalmWhenNothingWaits() {
        inbox.present(0);

        assertTrue(page().contains("没有等待复核的事项"));
    }

    @Test
    void ofTwoCheckInsTheReviewerMayChooseTheOther() {
        inbox.twice(0);
        var item = only("DUPLICATE");
        assertTrue(page().contains("签到时间由"), this::page);
        var before = sheet();
        assertTrue(before.contains("重复"), before);

        decide(item, code(item, 2), "");

        assertEquals(1, present());
        assertEquals(1, figure("late"), "the later one is late");
        assertTrue(sheet().contains("复核不计"), this::sheet);
        staysSoAfterReadingAnew();
        undo(item);
        assertEquals(before, sheet());
        assertEquals(item, only("DUPLICATE"));
    }

    @Test
    void aPersonInTwoPlacesCountsWhereTheReviewerSays() {
        inbox.present(1);
        inbox.inTwoPlaces(0);
        assertEquals(2, present());
        var item = only("OVERLAP");
        boolean ownIsFirst = item.startsWith(inbox.activity.id() + "/");

        decide(item, ownIsFirst ? "AT_OTHER" : "AT_FIRST", "问过本人");

        assertEquals(1, present());
        staysSoAfterReadingAnew();
        undo(item);
        assertEquals(2, present());
        decide(item, "STANDS", "两场都到了");
        assertEquals(2, present());
        assertTrue(decided().contains("两场都到了"), this::decided);
    }

    @Test
    void aGuestWhoIsRecognisedCountsOnTheRoll() {
        inbox.present(1);
        inbox.guest();
        var item = only("GUEST");
        assertEquals(1, figure("guests"));

        assertEquals(422, post(item, "MATCH", "", "", Map.of("member", "没有这人")).statusCode());
        assertEquals(
                303,
                post(item, "MATCH", "", "", Map.of("member", inbox.member(0).value()))
                        .statusCode());

        assertEquals(2, present());
        assertEquals(0, figure("guests"));
        assertTrue(sheet().contains("来宾认出"), this::sheet);
        staysSoAfterReadingAnew();
        undo(item);
        assertEquals(1, present());
        assertEquals(1, figure("guests"));
    }

    @Test
    void aGuestWhomStaffRegisteredByNameIsRecognisedLikeOneWithACard() {
        inbox.present(1);
        inbox.guestByName();
        var item = only("GUEST");
        assertEquals(1, present(), "never 实到 of this branch");
        assertEquals(1, figure("guests"));
        assertTrue(page().contains("值守登记") && page().contains("没有带证件"), this::page);
        assertTrue(page().contains("流动党员") && page().contains("手写的姓名"), this::page);
        assertFalse(page().contains("本人刷卡或扫码"), this::page);

        assertEquals(
                303,
                post(item, "MATCH", "", "", Map.of("member", inbox.member(0).value()))
                        .statusCode());

        assertEquals(2, present());
        assertEquals(0, figure("guests"));
        assertTrue(sheet().contains("手写的姓名"), this::sheet);
        assertTrue(decided().contains("认出是") && decided().contains("手写的姓名"), this::decided);
        staysSoAfterReadingAnew();
        undo(item);
        assertEquals(1, present());
        assertEquals(1, figure("guests"));
        only("GUEST");
    }

    @Test
    void aDoubtfulClockIsBelievedOrSetAside() {
        inbox.present(1);
        inbox.doubtful(0);
        var item = only("CLOCK");
        assertEquals(2, present(), "who saw 签到成功 counts until somebody decides");
        assertTrue(page().contains("实到由 2 人改为 1 人"), this::page);

        decide(item, "SET_ASIDE", "那台机器的时钟停在去年");

        assertEquals(1, present());
        staysSoAfterReadingAnew();
        undo(item);
        assertEquals(2, present());
        decide(item, "STANDS", "");
        assertEquals(2, present());
        assertFalse(page().contains(item));
    }

    @Test
    void aMakeUpCountsWhenItIsApproved() {
        inbox.makeUp(0);
        var item = only("MAKEUP");
        assertEquals(0, present());
        assertTrue(page().contains("实到由 0 人改为 1 人"), this::page);

        decide(item, "COUNTS", "书记来电同意");

        assertEquals(1, present());
        staysSoAfterReadingAnew();
        undo(item);
        assertEquals(0, present());
        decide(item, "SET_ASIDE", "当天不在");
        assertEquals(0, present());
        assertFalse(page().contains(item));
    }

    @Test
    void aMakeUpCountsNobodyWhereTheyHaveNotSigned() {
        inbox.makeUpToSign(0);
        assertTrue(page().contains("实到仍是 0 人，没有本人签名"), this::page);

        decide(only("MAKEUP"), "COUNTS", "书记来电同意");

        assertEquals(0, present());
        staysSoAfterReadingAnew();
    }

    @Test
    void aSignatureOnPaperIsSeenByTheReviewer() {
        inbox.unsigned(0);
        assertFalse(page().contains("data-kind=\"UNSIGNED\""), "people still sign");
        later(Duration.ofHours(9));
        var item = only("UNSIGNED");
        assertEquals(0, present());

        decide(item, "COUNTS", "看过纸质签到表");

        assertEquals(1, present());
        assertTrue(fullSheet().contains("看过纸质签到表"), this::fullSheet);
        staysSoAfterReadingAnew();
        undo(item);
        assertEquals(0, present());
    }

    @Test
    void aSessionThatNobodyClosedIsLookedAt() {
        inbox.opened();
        inbox.present(0);
        later(Duration.ofHours(12));
        var item = only("UNCLOSED");
        assertTrue(page().contains("按计划时间结束，实到 1 人不变"), this::page);

        decide(item, "STANDS", "");

        assertFalse(page().contains("data-kind=\"UNCLOSED\""));
        assertEquals(1, present());
        staysSoAfterReadingAnew();
    }

    @Test
    void whatBeganAtAMachineIsEndedAtTheOneThatTookItsPlace() {
        inbox.opened();
        inbox.present(0);
        inbox.closedAtTheOther();
        later(Duration.ofHours(12));
        only("UNCLOSED");

        inbox.closedByTheSuccessor();

        assertFalse(page().contains("data-kind=\"UNCLOSED\""), this::page);
    }

    @Test
    void aRecordThatWasSetAsideIsSettledHereToo() {
        inbox.contradiction();
        var item = only("PARKED");
        assertTrue(page().contains("撤销签到"), this::page);
        assertEquals(422, post(item, "DISREGARDED", "", "", Map.of()).statusCode(), "with a reason");

        decide(item, "DISREGARDED", "误点");

        assertFalse(page().contains("data-kind=\"PARKED\""));
        assertTrue(decided().contains("误点"));
        staysSoAfterReadingAnew();
        undo(item);
        assertEquals(item, only("PARKED"));
    }

    @Test
    void whoBelongsOnAFrozenRollIsAddedAndTakenOffAgain(@TempDir Path other) {
        var street = new ConsoleUnderTest(other);
        console.close();
        console = street;
        inbox = new Inbox(console, 1);
        reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        int due = figure("due");
        var key = inbox.activity.id() + "/" + inbox.member(0) + "/" + inbox.branch();
        var rolls = "/review?kind=ROSTER&month="
                + inbox.activity.heldOn().toString().substring(0, 7);
        assertTrue(
                reviewer.get(rolls).body().contains(key),
                () -> reviewer.get(rolls).body());

        decide("ROSTER", key, "COUNTS", "转入手续当月已办");

        assertEquals(due + 1, figure("due"));
        assertFalse(reviewer.get(rolls).body().contains(key));
        inbox.present(0);
        assertEquals(1, present());
        staysSoAfterReadingAnew();
        assertEquals(
                303,
                post("ROSTER", key, "REOPENED", "撤销", mark("ROSTER", key), Map.of())
                        .statusCode());
        assertEquals(due + 1, figure("due"), "who was received stands on the roll");
    }

    @Test
    void whatIsReturnedComesBackWithTheAnswerOfTheKiosk() {
        inbox.unsigned(0);
        later(Duration.ofHours(9));
        var item = only("UNSIGNED");
        assertEquals(422, post(item, "RETURNED", "", "", Map.of()).statusCode(), "says what is asked");

        decide(item, "RETURNED", "请补交纸质签到表");

        assertFalse(page().contains(item));
        assertTrue(main(reviewer.get("/review?state=RETURNED").body()).contains("请补交纸质签到表"));
        var sent = returned().getFirst();
        assertEquals("请补交纸质签到表", sent.note());
        assertTrue(sent.title().startsWith("未签名："), sent.title());
        assertFalse(sent.title().contains(inbox.roll.getFirst().name().full()), "names are masked");
        console.ledger.rebuild();
        assertEquals(List.of(sent), returned(), "what was returned stays returned");

        console.clock.advance(Duration.ofMinutes(5));
        console.fact(
                inbox.kiosk, new StaffFact.ReturnAnswered(ReviewItem.named(sent.id()), new Handling("staff-1", "已补齐")));

        assertEquals(List.of(), returned());
        assertTrue(page().contains("答复：已补齐"), this::page);
        staysSoAfterReadingAnew();
        var seen = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(page());
        assertTrue(seen.find());
        assertEquals(303, post(item, "COUNTS", "看过", seen.group(1), Map.of()).statusCode());
        assertEquals(1, present());
    }

    private List<ReferenceItem.ReturnedItem> returned() {
        return console.database.read(handle -> console.reference.items(handle, ReferenceKind.RETURNED).stream()
                .map(ReferenceItem.ReturnedItem.class::cast)
                .toList());
    }

    @Test
    void aDecisionThatIsReadBeforeWhatItIsAboutHoldsAllTheSame() {
        inbox.makeUp(5);
        decide(only("MAKEUP"), "COUNTS", "");
        console.clock.advance(Duration.ofMinutes(1));
        inbox.doubtful(0);
        inbox.twice(1);
        inbox.guestAtTheOther();
        decide(only("CLOCK"), "SET_ASIDE", "");
        var twice = only("DUPLICATE");
        decide(twice, code(twice, 2), "");
        assertEquals(
                303,
                post(
                                only("GUEST"),
                                "MATCH",
                                "",
                                "",
                                Map.of("member", inbox.member(2).value()))
                        .statusCode());
        assertEquals(List.of("kiosk", "street"), begunFirst(), "the others began after the street's ledger");

        assertEquals(3, present());
        staysSoAfterReadingAnew();
    }

    /// Whose ledgers the facts are read from first, when they are read anew.
    private List<String> begunFirst() {
        return console.database.read(handle -> handle.createQuery(
                        "SELECT kiosk FROM chain WHERE street = 1 ORDER BY started_at, kiosk LIMIT 2")
                .mapTo(String.class)
                .map(each -> each.replaceAll("-.*", ""))
                .list());
    }

    @Test
    void narrowsByKindOrganisationKioskAndMonthAndTurnsPages() {
        int all = Math.min(25, inbox.roll.size() - 1);
        for (int i = 1; i <= all; i++) {
            inbox.doubtful(i);
        }
        inbox.makeUp(0);

        assertEquals(InboxReader.PER_PAGE, rows("/review?kind=CLOCK"));
        assertEquals(all - InboxReader.PER_PAGE, rows("/review?kind=CLOCK&page=2"));
        assertEquals(1, rows("/review?kiosk=" + inbox.kiosk), "the doubtful ones came from another");
        assertEquals(InboxReader.PER_PAGE, rows("/review?organization=" + inbox.branch()));
        assertEquals(
                0,
                rows("/review?organization=" + console.communities().getLast().id()));
        assertEquals(InboxReader.PER_PAGE, rows("/review?month=2026-11"));
        assertEquals(0, rows("/review?month=2026-10"));
    }

    private int rows(String address) {
        return (int) Pattern.compile(" data-case ")
                .matcher(reviewer.get(address).body())
                .results()
                .count();
    }

    @Test
    void whoComesSecondIsToldWhatTheFirstDecided() {
        inbox.doubtful(0);
        var item = only("CLOCK");
        var second = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        second.get("/review");

        decide(item, "SET_ASIDE", "时钟停了");
        var answer = second.post("/review", "/review/decisions", form("CLOCK", item, "STANDS", "", "", Map.of()));

        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("时钟停了"), answer::body);
        assertEquals(0, present(), "the first stands");
        assertEquals(1, decisions());
    }

    @Test
    void ofTwoAtOnceOneDecidesAndTheOtherIsTold() {
        for (int round = 0; round < 5; round++) {
            inbox.doubtful(round);
            var item = only("CLOCK");
            var second = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
            var token = second.token("/review");
            var answers = Stream.of(
                            CompletableFuture.supplyAsync(() -> post(item, "SET_ASIDE", "甲", "", Map.of())),
                            CompletableFuture.supplyAsync(() -> {
                                var form = form("CLOCK", item, "STANDS", "乙", "", Map.of());
                                form.put("_csrf", token);
                                return second.postBare("/review/decisions", form);
                            }))
                    .toList();

            var statuses = answers.stream()
                    .map(each -> each.join().statusCode())
                    .sorted()
                    .toList();

            assertEquals(List.of(303, 409), statuses);
            assertEquals(round + 1, decisions());
        }
    }

    @Test
    void nobodyDecidesAboutThemselves() {
        var name = inbox.roll.getFirst().name().full();
        inbox.doubtful(0);
        var item = only("CLOCK");
        console.database.write((handle, changes) -> handle.execute("UPDATE account SET display_name = ?", name));

        var answer = post(item, "SET_ASIDE", "", "", Map.of());

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("请另一位审核人员决定"), answer::body);
        assertEquals(item, only("CLOCK"), "it stays open");
    }

    @Test
    void onlyReviewersDecideAndEverybodySeesTheirOwnPart() {
        inbox.doubtful(0);
        var item = only("CLOCK");
        var own = console.visitor(Role.BRANCH_SECRETARY, new Scope(Optional.of(inbox.branch())));
        var stranger = console.visitor(
                Role.SITE_ADMIN,
                new Scope(Optional.of(console.communities().getLast().id())));

        assertTrue(own.get("/review").body().contains(item));
        assertFalse(own.get("/review").body().contains("name=\"answer\""), "secretaries answer, never decide");
        assertFalse(stranger.get("/review").body().contains(item));
        assertEquals(
                403,
                own.post("/password", "/review/decisions", form("CLOCK", item, "STANDS", "", "", Map.of()))
                        .statusCode());
        assertFalse(page().contains(inbox.roll.getFirst().name().full()), "names are masked");
        assertTrue(reviewer.get("/review?names=full")
                .body()
                .contains(inbox.roll.getFirst().name().full()));
    }

    @Test
    void whatIsDecidedStandsInTheTrailWithWho() {
        inbox.doubtful(0);
        var item = only("CLOCK");
        decide(item, "SET_ASIDE", "");
        undo(item);

        var trail =
                console.visitor(Role.AUDITOR, Scope.wholeStreet()).get("/trail").body();

        assertTrue(trail.contains("复核作出决定") && trail.contains("复核撤销决定"), trail);
    }

    @Test
    void aCorrectionAtTheKioskOverridesNothingThatWasDecided() {
        inbox.twice(0);
        var item = only("DUPLICATE");
        decide(item, code(item, 2), "");
        console.fact(
                inbox.second,
                new AttendanceFact.CheckInVoided(inbox.activity.id(), 1, AttendanceFact.VoidReason.STAFF_CORRECTION));

        assertEquals(1, present(), "the one that was chosen is gone: the other counts again");
        staysSoAfterReadingAnew();
    }

    /// Nobody stays signed in so long.
    private void later(Duration by) {
        console.clock.advance(by);
        reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
    }

    private void staysSoAfterReadingAnew() {
        var sheet = fullSheet();
        var page = page();
        var decided = decided();
        console.ledger.rebuild();
        assertEquals(sheet, fullSheet());
        assertEquals(page, page());
        assertEquals(decided, decided());
    }

    private String page() {
        return main(reviewer.get("/review").body());
    }

    private String decided() {
        return main(reviewer.get("/review?state=DECIDED").body());
    }

    private static String main(String body) {
        return body.substring(body.indexOf("<main")).replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private String sheet() {
        return summary(reviewer.get("/activities/" + inbox.activity.id()).body());
    }

    private String fullSheet() {
        return summary(reviewer.get("/activities/" + inbox.activity.id() + "?names=full")
                .body());
    }

    private static String summary(String body) {
        return body.substring(body.indexOf("<dl class=\"summary\""));
    }

    private int present() {
        return figure("present");
    }

    private int figure(String name) {
        var body = reviewer.get("/activities").body();
        int at = body.indexOf("data-activity=\"" + inbox.activity.id() + "\"");
        var found = Pattern.compile("data-" + name + "=\"(\\d+)\"").matcher(body.substring(at));
        assertTrue(found.find());
        return Integer.parseInt(found.group(1));
    }

    /// The only item of the kind, by its key.
    private String only(String kind) {
        var body = page();
        var found = Pattern.compile("data-kind=\"" + kind + "\" data-item=\"([^\"]+)\"")
                .matcher(body)
                .results()
                .toList();
        assertEquals(1, found.size(), body);
        var key = found.getFirst().group(1);
        assertTrue(ReviewItem.read(kind, key).isPresent(), key);
        return key;
    }

    /// What the form sends for the digit.
    private String code(String item, int digit) {
        var body = page();
        var found = Pattern.compile("value=\"([^\"]+)\" data-digit=\"" + digit + "\"")
                .matcher(body.substring(body.indexOf(item)));
        assertTrue(found.find(), body);
        return found.group(1);
    }

    private String kindOf(String item) {
        var body = reviewer.get("/review").body() + decided();
        var found = Pattern.compile("data-kind=\"([A-Z]+)\" data-item=\"" + Pattern.quote(item) + "\"")
                .matcher(body);
        assertTrue(found.find(), body);
        return found.group(1);
    }

    private void decide(String item, String code, String reason) {
        decide(kindOf(item), item, code, reason);
    }

    private void decide(String kind, String item, String code, String reason) {
        var answer = post(kind, item, code, reason, "", Map.of());
        assertEquals(303, answer.statusCode(), answer::body);
    }

    private void undo(String item) {
        var kind = kindOf(item);
        var answer = post(kind, item, "REOPENED", "看错了", mark(kind, item), Map.of());
        assertEquals(303, answer.statusCode(), answer::body);
    }

    private String mark(String kind, String item) {
        var body = decided();
        int at = body.indexOf("data-kind=\"" + kind + "\" data-item=\"" + item + "\"");
        var found = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(body.substring(at));
        assertTrue(found.find(), body);
        return found.group(1);
    }

    private HttpResponse<String> post(String item, String code, String reason, String seen, Map<String, String> more) {
        return post(kindOf(item), item, code, reason, seen, more);
    }

    private HttpResponse<String> post(
            String kind, String item, String code, String reason, String seen, Map<String, String> more) {
        return reviewer.post("/review", "/review/decisions", form(kind, item, code, reason, seen, more));
    }

    private static Map<String, String> form(
            String kind, String item, String code, String reason, String seen, Map<String, String> more) {
        var form = new HashMap<>(Map.of("kind", kind, "item", item, "answer", code, "reason", reason, "seen", seen));
        form.putAll(more);
        return form;
    }

    private int decisions() {
        return console.database.read(handle -> handle.createQuery(
                        "SELECT count(*) FROM audit_entry WHERE street = 1 AND action = 'ITEM_DECIDED'")
                .mapTo(Integer.class)
                .one());
    }
}
