package cn.dangqun.server.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Households that people are paired with, visits to them, and the diary they make.
class HouseholdsTest {
    private static final String COMMUNITY = "c1";
    private static final String NAME = "户主样例";
    private static final String WORDS = "屋顶漏雨，已联系维修";

    private ConsoleUnderTest console;
    private Visitor centre;
    private Visitor colleague;
    private Visitor elsewhere;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        centre = console.visitor(Role.SITE_ADMIN, own(COMMUNITY));
        colleague = console.visitor(Role.BRANCH_SECRETARY, own(COMMUNITY));
        elsewhere = console.visitor(Role.SITE_ADMIN, own("c2"));
    }

    @AfterEach
    void close() {
        console.close();
    }

    private static Scope own(String id) {
        return new Scope(Optional.of(new OrganizationId(id)));
    }

    private String paired(String helper) {
        var answer = centre.post("/households/new", "/households/new", form(helper));
        assertEquals(303, answer.statusCode(), answer.body());
        return answer.headers().firstValue("location").orElseThrow();
    }

    private static Map<String, String> form(String helper) {
        return new HashMap<>(Map.of(
                "organization",
                COMMUNITY,
                "helper",
                helper,
                "since",
                "2026-08-01",
                "name",
                NAME,
                "phone",
                "00000000000",
                "words",
                "独居"));
    }

    private static void done(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
    }

    @Test
    void whoTheyAreIsReadOnlyByWhoIsPairedWithThem() {
        var household = paired("account:test-site-admin1");

        assertFalse(centre.get(household).body().contains(NAME));
        assertTrue(centre.get(household + "/who").body().contains(NAME));
        assertFalse(colleague.get(household + "/who").body().contains(NAME));
        assertEquals(404, elsewhere.get(household).statusCode());
        assertEquals(
                422,
                colleague
                        .post(household, household + "/visits", Map.of("day", "2026-11-20", "words", WORDS))
                        .statusCode());
        var auditor = console.visitor(Role.AUDITOR, Scope.wholeStreet());
        assertTrue(auditor.get("/trail").body().contains("查看结对联系户"));
    }

    @Test
    void aVisitStandsInTheRegisterTheDiaryAndTheHousehold() {
        var household = paired("account:test-site-admin1");
        assertTrue(centre.get("/households?state=late").body().contains(household), "nobody was there since August");

        done(centre.post(household, household + "/visits", Map.of("day", "2026-11-20", "words", WORDS, "done", "yes")));

        assertFalse(centre.get("/households?state=late").body().contains(household));
        assertTrue(centre.get("/households").body().contains("2026-11-20"));
        assertTrue(centre.get("/requests?state=closed").body().contains("走访"));
        assertTrue(centre.get("/requests/diary").body().contains(WORDS));
        assertFalse(colleague.get("/requests/diary").body().contains(WORDS));
        assertTrue(centre.get(household + "/who").body().contains(WORDS));
        assertFalse(centre.get("/requests/diary?until=2026-11-19").body().contains(WORDS));
    }

    @Test
    void namesWhoHasNoHousehold() {
        assertTrue(centre.get("/households").body().contains("人没有联系户"));
        var before = lacking();

        var household = paired("staff:staff-1a");

        assertEquals(before - 1, lacking());
        done(centre.post(household, household + "/helper", Map.of("helper", "account:test-site-admin1")));
        assertEquals(before - 1, lacking());
        done(centre.post(household, household + "/end", Map.of("ended", "已经脱困")));
        assertEquals(before, lacking());
        assertTrue(centre.get("/households?state=ended").body().contains(household));
    }

    private int lacking() {
        return centre.get("/households?state=gap").body().split("data-mark=\"LACKING\"", -1).length - 1;
    }

    @Test
    void isForgottenNinetyDaysAfterItsEnd() {
        var household = paired("account:test-site-admin1");
        done(centre.post(household, household + "/end", Map.of("ended", "已经脱困")));
        var oblivion = new RequestOblivion(console.database, console.clock, ZoneId.of("Asia/Shanghai"));
        oblivion.forget();
        assertTrue(centre.get(household + "/who").body().contains(NAME));

        console.clock.advance(Duration.ofDays(91));
        oblivion.forget();

        var later = console.visitor(Role.SITE_ADMIN, own(COMMUNITY)).get(household + "/who");
        assertFalse(later.body().contains(NAME));
        assertTrue(later.body().contains("已按规定清除"));
    }

    @Test
    void saysWhatIsWrong() {
        for (var wrong : Map.of(
                        "name", "",
                        "since", "2027-01-01",
                        "phone", "电话",
                        "words", "00000000000000000X",
                        "helper", "staff:nobody")
                .entrySet()) {
            var form = form("staff:staff-1a");
            form.put(wrong.getKey(), wrong.getValue());
            assertEquals(
                    422, centre.post("/households/new", "/households/new", form).statusCode(), wrong.toString());
        }
    }
}
