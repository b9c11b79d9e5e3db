package cn.dangqun.server.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.RequestFact;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStage;
import cn.dangqun.domain.request.RequestStanding;
import cn.dangqun.domain.request.RequestStep;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What residents ask for, at the street: figures and words as they stand on the page.
class RequestsTest {
    private static final String COMMUNITY = "c1";
    private static final String NAME = "居民样例";
    private static final String WORDS = "楼道灯坏了三天";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ConsoleUnderTest console;
    private Visitor centre;
    private Visitor colleague;
    private Visitor street;
    private Visitor elsewhere;
    private Visitor auditor;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        centre = console.visitor(Role.SITE_ADMIN, own(COMMUNITY));
        colleague = console.visitor(Role.BRANCH_SECRETARY, own(COMMUNITY));
        street = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        elsewhere = console.visitor(Role.SITE_ADMIN, own("c2"));
        auditor = console.visitor(Role.AUDITOR, Scope.wholeStreet());
    }

    @AfterEach
    void close() {
        console.close();
    }

    private static Scope own(String id) {
        return new Scope(Optional.of(new OrganizationId(id)));
    }

    private static Map<String, String> entered() {
        return Map.of(
                "kind", "OPINION",
                "organization", COMMUNITY,
                "responder", "account:test-site-admin1",
                "day", "2026-11-23",
                "due", "2026-11-25",
                "name", NAME,
                "phone", "00000000000",
                "words", WORDS);
    }

    private String filed(Map<String, String> form) {
        var answer = centre.post("/requests/new", "/requests/new", form);
        assertEquals(303, answer.statusCode(), answer.body());
        return answer.headers().firstValue("location").orElseThrow();
    }

    private static HttpResponse<String> step(Visitor who, String request, Map<String, String> form) {
        return who.post(request, request + "/steps", form);
    }

    private static void done(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
    }

    private static String cell(String page, String id) {
        var found = Pattern.compile("<div id=\"" + id + "\"><dt>[^<]*</dt><dd>(.*?)</dd>", Pattern.DOTALL)
                .matcher(page);
        assertTrue(found.find(), id);
        return found.group(1).replaceAll("<[^>]+>", "").replace('　', ' ').strip();
    }

    @Test
    void whoAskedIsReadOnlyByWhoAnswersAndEachLookIsRecorded() {
        var request = filed(entered());

        for (var who : new Visitor[] {centre, colleague, street, auditor}) {
            var page = who.get(request);
            assertEquals(200, page.statusCode());
            assertFalse(page.body().contains(NAME) || page.body().contains(WORDS));
        }
        assertEquals(404, elsewhere.get(request).statusCode());
        assertEquals(404, elsewhere.get(request + "/resident").statusCode());
        assertEquals(403, auditor.get(request + "/resident").statusCode());
        assertFalse(colleague.get(request + "/resident").body().contains(NAME));
        assertFalse(street.get(request + "/resident").body().contains(NAME));
        var opened = centre.get(request + "/resident").body();
        assertTrue(opened.contains(NAME) && opened.contains(WORDS));
        assertTrue(auditor.get("/trail").body().contains("查看诉求的联系人和内容"));
    }

    @Test
    void aHandoverCountsOnceItIsAcceptedAndTheFirstResponderStays() {
        var request = filed(entered());
        done(step(centre, request, Map.of("step", "TRANSFERRED", "handler", "account:test-branch-secretary2")));

        assertTrue(cell(page(request), "answers").endsWith("已转交给 样例管理员，等对方接手"));
        assertEquals(422, step(centre, request, Map.of("step", "ACCEPTED")).statusCode());
        done(step(colleague, request, Map.of("step", "ACCEPTED")));
        assertEquals("样例管理员", cell(page(request), "answers"));
        assertTrue(colleague.get("/requests?state=own").body().contains(request));
        assertFalse(centre.get("/requests?state=own").body().contains(request));
        assertTrue(colleague.get(request + "/resident").body().contains(NAME));

        assertEquals(
                422,
                step(colleague, request, Map.of("step", "DONE", "note", "")).statusCode());
        done(step(colleague, request, Map.of("step", "DONE", "note", "已报修，今天换好")));
        assertEquals("已办结", cell(page(request), "stage"));
        assertFalse(page(request).contains("今天换好"));
        assertTrue(centre.get(request + "/resident").body().contains("今天换好"));
        done(step(centre, request, Map.of("step", "REOPENED")));
        assertEquals("办理中", cell(page(request), "stage"));
    }

    @Test
    void theStreetSeesToWhatItIsAskedFor() {
        var request = filed(entered());
        assertEquals(
                422,
                step(street, request, Map.of("step", "IN_PROGRESS", "note", "先看看"))
                        .statusCode());

        done(step(centre, request, Map.of("step", "ESCALATED", "note", "要协调物业")));

        assertTrue(street.get("/requests?state=street").body().contains(request));
        assertTrue(street.get(request + "/resident").body().contains(WORDS));
        done(step(street, request, Map.of("step", "IN_PROGRESS", "note", "已联系物业")));
        done(step(street, request, Map.of("step", "TRANSFERRED", "handler", "account:test-street-reviewer3")));
        done(step(street, request, Map.of("step", "ACCEPTED")));
        assertTrue(street.get("/requests?state=own").body().contains(request));
    }

    @Test
    void forPeopleOnDutyTheirCentresAccountActs() {
        var form = new HashMap<>(entered());
        form.put("responder", "staff:staff-1a");
        var request = filed(form);
        assertEquals("值守样例甲", cell(page(request), "responder"));

        assertFalse(street.get(request + "/resident").body().contains(NAME));
        assertTrue(centre.get(request + "/resident").body().contains(NAME));
        done(step(colleague, request, Map.of("step", "TRANSFERRED", "handler", "staff:staff-1b")));
        assertEquals(422, step(street, request, Map.of("step", "ACCEPTED")).statusCode());
        assertEquals("值守样例甲 已转交给 值守样例乙，等对方接手", cell(page(request), "answers"));
        done(step(centre, request, Map.of("step", "DECLINED")));
        assertEquals("值守样例甲", cell(page(request), "answers"));
    }

    @Test
    void whatIsOverdueStandsAboveTheListAndInItsOwn() {
        var request = filed(entered());
        var later = new HashMap<>(entered());
        later.put("due", "2026-12-20");
        var other = filed(later);
        assertFalse(street.get("/requests").body().contains("已逾期 "));

        console.clock.advance(Duration.ofDays(3));
        var next = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());

        assertTrue(next.get("/requests").body().contains("已逾期 1 件"));
        var overdue = next.get("/requests?state=overdue").body();
        assertTrue(overdue.contains(request));
        assertFalse(overdue.contains(other));
        assertFalse(console.visitor(Role.SITE_ADMIN, own("c2"))
                .get("/requests")
                .body()
                .contains(request));
    }

    @Test
    void ninetyDaysAfterItWasClosedNobodyReadsWhoAsked() {
        var request = filed(entered());
        done(step(centre, request, Map.of("step", "DONE", "note", "换好了")));
        var oblivion = new RequestOblivion(console.database, console.clock, ZONE);
        console.clock.advance(Duration.ofDays(89));
        assertEquals(0, oblivion.forget());
        console.clock.advance(Duration.ofDays(2));

        assertEquals(1, oblivion.forget());
        assertEquals(0, oblivion.forget());

        centre.signIn("test-site-admin1", ConsoleUnderTest.PASSWORD);
        var page = centre.get(request + "/resident").body();
        assertFalse(page.contains(NAME) || page.contains(WORDS) || page.contains("换好了"));
        assertTrue(page.contains("已按规定清除"));
        assertTrue(centre.get("/requests/forgotten")
                .body()
                .contains("<td>2027-02</td><td class=\"number figure\">1</td>"));
    }

    @Test
    void refusesWhatCannotBe() {
        for (var wrong : Map.of(
                        "kind", "NOTHING",
                        "organization", "",
                        "responder", "account:nobody",
                        "day", "2026-11-24",
                        "due", "2026-11-22",
                        "words", "",
                        "service", "nothing",
                        "phone", "abc",
                        "address", "号码 00000000000000000X 样例")
                .entrySet()) {
            var form = new HashMap<>(entered());
            form.put(wrong.getKey(), wrong.getValue());
            var answer = centre.post("/requests/new", "/requests/new", form);
            assertEquals(422, answer.statusCode(), wrong.getKey());
            assertTrue(answer.body().contains(NAME), wrong.getKey());
        }
        var request = filed(entered());
        for (var wrong :
                new String[][] {{"IN_PROGRESS", "", ""}, {"ESCALATED", "", ""}, {"IN_PROGRESS", "样例", "2020-01-01"}}) {
            assertEquals(
                    422,
                    step(centre, request, Map.of("step", wrong[0], "note", wrong[1], "due", wrong[2]))
                            .statusCode());
        }
        var nameless = new HashMap<>(entered());
        nameless.remove("name");
        nameless.put("kind", "AGENCY");
        assertEquals(
                422, centre.post("/requests/new", "/requests/new", nameless).statusCode());
        nameless.put("kind", "OPINION");
        assertEquals(
                303, centre.post("/requests/new", "/requests/new", nameless).statusCode());
    }

    /// A visit without anything left to do is closed as it is entered.
    @Test
    void aVisitMayBeClosedAtOnce() {
        var form = new HashMap<>(entered());
        form.put("kind", "VISIT");
        form.put("answer", "无待办");
        assertEquals("已办结", cell(page(filed(form)), "stage"));
    }

    /// Kiosks' facts come in any order: the page is the same.
    @Test
    void theOrderInWhichKiosksTellChangesNothing() {
        var one = console.kiosk(1);
        var other = console.kiosk(1);
        var id = "00000000000000ab";
        var first = Answerer.staff("staff-1a");
        var second = Answerer.staff("staff-1b");
        Fact filed = new RequestFact.Filed(
                id,
                RequestKind.AGENCY,
                new OrganizationId(COMMUNITY),
                Optional.empty(),
                Optional.empty(),
                LocalDate.of(2026, 11, 23),
                Optional.empty(),
                first,
                Optional.empty());
        Fact handed = advanced(id, RequestStep.TRANSFERRED, Optional.of(second), first);
        Fact accepted = advanced(id, RequestStep.ACCEPTED, Optional.empty(), second);
        Fact closed = advanced(id, RequestStep.DONE, Optional.empty(), second);

        console.clock.advance(Duration.ofMinutes(1));
        console.fact(other, handed);
        console.clock.advance(Duration.ofMinutes(1));
        console.fact(other, accepted);
        console.clock.advance(Duration.ofMinutes(1));
        console.fact(other, closed);
        console.fact(other, new RequestFact.Rated(id, 5));
        assertEquals(404, centre.get("/requests/" + id).statusCode());
        console.clock.advance(Duration.ofMinutes(-3));
        console.fact(one, filed);

        var page = page("/requests/" + id);
        assertEquals("已办结", cell(page, "stage"));
        assertEquals("值守样例乙", cell(page, "answers"));
        assertTrue(page.contains("5 分（满分 5 分）"));
        console.database.write((handle, changes) -> {
            console.ledger.street().deriveAgain(handle, changes);
            return 0;
        });
        assertEquals(page, page("/requests/" + id));
    }

    /// What kiosks hear of it for its receipt: how it stands and who answers, and nothing of who asked.
    @Test
    void kiosksAreToldHowItStandsUntilNinetyDaysAfterItWasClosed() {
        var standings = new Standings(console.database, console.reference, console.clock);
        var request = filed(entered());
        standings.tell();
        var told = told().getFirst();
        assertEquals(RequestStage.FILED, told.state().stage());
        assertEquals("样例管理员", told.answerer());
        assertFalse(told.toString().contains("test-site-admin"), "no login");
        assertFalse(told.toString().contains(NAME) || told.toString().contains(WORDS));
        var number = told.number().text();
        assertTrue(page(request).contains(number));
        assertTrue(
                centre.get("/requests?search=" + number.replace(" ", "")).body().contains(request));
        assertTrue(centre.get("/requests?search=" + number.replace(" ", "%20"))
                .body()
                .contains(request));
        assertFalse(centre.get("/requests?search=999999999999").body().contains(request));

        done(step(centre, request, Map.of("step", "DONE", "note", "换好了")));
        standings.tell();
        assertEquals(RequestStage.DONE, told().getFirst().state().stage());
        var visit = new HashMap<>(entered());
        visit.put("kind", "VISIT");
        filed(visit);
        standings.tell();
        assertEquals(1, told().size(), "a visit has no receipt");

        console.clock.advance(Duration.ofDays(89));
        assertEquals(0, standings.retire());
        console.clock.advance(Duration.ofDays(2));
        assertEquals(1, standings.retire());
        assertEquals(List.of(), told());
    }

    private List<RequestStanding> told() {
        return console.database.read(handle -> console.reference.items(handle, ReferenceKind.REQUEST_STANDING)).stream()
                .map(each -> ((ReferenceItem.StandingItem) each).standing())
                .toList();
    }

    /// Whoever rates again, wherever, changes nothing.
    @Test
    void theFirstRatingStands() {
        var request = filed(entered());
        done(step(centre, request, Map.of("step", "DONE", "note", "换好了")));
        var id = request.substring(request.lastIndexOf('/') + 1);
        console.clock.advance(Duration.ofMinutes(2));
        console.fact(console.kiosk(1), new RequestFact.Rated(id, 1));
        console.clock.advance(Duration.ofMinutes(-1));
        console.fact(console.kiosk(1), new RequestFact.Rated(id, 4));

        assertTrue(page(request).contains("4 分（满分 5 分）"));
        var rated = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet())
                .get("/requests/satisfaction?year=2026")
                .body();
        assertTrue(
                Pattern.compile("<td>2026-11</td><td>[^<]+</td><td class=\"number figure\">1</td>"
                                + "<td class=\"number figure\">1</td><td class=\"number figure\">0</td>"
                                + "<td class=\"number figure\">100%</td>")
                        .matcher(rated)
                        .find(),
                rated);
        assertFalse(rated.contains("样例管理员</td>"), "nobody who served them");
    }

    @Test
    void aLookAtAWindowIsOnTheRecordAndChangesNothing() {
        var request = filed(entered());
        var id = request.substring(request.lastIndexOf('/') + 1);
        console.clock.advance(Duration.ofMinutes(1));
        console.fact(console.kiosk(1), advanced(id, RequestStep.OPENED, Optional.empty(), Answerer.staff("staff-1a")));

        assertTrue(page(request).contains("在窗口查看了联系人和内容"));
        assertEquals("已登记", cell(page(request), "stage"));
        assertFalse(page(request).contains("value=\"OPENED\""));
    }

    private static Fact advanced(String id, RequestStep step, Optional<Answerer> to, Answerer by) {
        return new RequestFact.Advanced(id, step, Optional.empty(), to, Optional.empty(), by);
    }

    private String page(String request) {
        return centre.get(request).body();
    }
}
