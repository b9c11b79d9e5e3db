package cn.dangqun.server.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The wall's pages over a real database, at 09:20 on Monday, 23 November 2026.
class WallPagesTest {
    private static final String FRAME = "/wall/frames/room-rules?place=c1";
    private static final String FRAME_NEW = "/wall/frames/room-rules/new?place=c1";
    private static final String VERSIONS = "/wall/frames/room-rules/versions";
    private static final String OATH = "/wall/frames/oath";

    private ConsoleUnderTest console;
    private Visitor writer;
    private Visitor reviewer;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        writer = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c1"))));
        reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void bringsAVersionToTheWallThroughTwoPersons() {
        var version = draft(writer, words());
        assertEquals(0, hanging());

        assertEquals(303, step(writer, version, "submission", Map.of()).statusCode());
        assertEquals(303, approve(reviewer, version).statusCode());
        assertEquals(0, hanging());
        assertEquals(303, step(reviewer, version, "publication", Map.of()).statusCode());

        assertEquals(1, hanging());
        assertTrue(reviewer.get(version).body().contains("data-stage=\"PUBLISHED\""));
        assertTrue(reviewer.get(FRAME).body().contains("挂的是第 1 版，自 2026-11-23 起"));
        assertEquals(4, count("SELECT count(*) FROM wall_step"));
        assertEquals(1, audited("WALL_APPROVED"));
    }

    /// Kiosks show the oath that came with the program (F-35): the street is not told that nothing is there.
    @Test
    void anOathThatNobodyHungIsTheProgramsOwn() {
        var row = Pattern.compile("data-frame=\"oath\".*?</tr>", Pattern.DOTALL)
                .matcher(reviewer.get("/wall").body());
        assertTrue(row.find());
        assertTrue(row.group().contains("data-cell=\"BUILT_IN\"") && row.group().contains("自带文本"), row.group());
        assertTrue(reviewer.get("/wall/frames/oath").body().contains("程序自带的誓词"));
    }

    @Test
    void showsWhatIsMissingUntilSomethingHangs() {
        var before = number(reviewer.get("/wall").body(), "missing");

        publish();

        var page = reviewer.get("/wall").body();
        assertEquals(before - 1, number(page, "missing"));
        assertTrue(page.contains("data-frame=\"room-rules\""));
    }

    @Test
    void sendsTheFramesToTheKiosksButNoneThatIsForbidden() {
        assertTrue(count("SELECT count(*) FROM reference_item WHERE kind = 'WALL_SLOT' AND id = 'oath'") == 1);
        assertTrue(count("SELECT count(*) FROM reference_item WHERE kind = 'WALL_SLOT' AND id LIKE 'internal%'") == 0);
        var newest = count("SELECT max(number) FROM reference_change");

        console.stop();
        console.startAgain();

        assertEquals(newest, count("SELECT max(number) FROM reference_change"));
    }

    @Test
    void refusesWhatNobodyClassifiedAndRecordsTheAttempt() {
        var words = words();
        words.remove("classification");
        var version = draft(writer, words);

        var answer = step(writer, version, "submission", Map.of());

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("内部管理等制度不得上墙"));
        assertEquals(1, audited("WALL_REFUSED"));
        assertTrue(reviewer.get(version).body().contains("data-stage=\"DRAFT\""));
    }

    @Test
    void hasNoPageForAFrameThatMustNeverHang() {
        assertEquals(
                404, reviewer.get("/wall/frames/internal-management?place=c1").statusCode());
        var form = words();
        assertEquals(
                404,
                writer.post(FRAME_NEW, "/wall/frames/internal-management/versions", form)
                        .statusCode());
    }

    @Test
    void letsNobodyApproveTheirOwnWords() {
        var version = draft(reviewer, words());
        step(reviewer, version, "submission", Map.of());

        var answer = approve(reviewer, version);

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("起草和提交的人不能审批"));
        var other = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        assertEquals(303, approve(other, version).statusCode());
    }

    @Test
    void asksForTheSecrecyReview() {
        var version = draft(writer, words());
        step(writer, version, "submission", Map.of());

        var answer = step(reviewer, version, "approval", Map.of("revision", revision(version)));

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("保密审查"));
    }

    @Test
    void publishesNoOfficialTextThatNobodyHasProofread() {
        var words = oath();
        words.remove("proofread-on");
        var version = draft(reviewer, OATH + "/new", OATH + "/versions", words);

        var answer = step(reviewer, version, "submission", Map.of());

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("待核对"));
    }

    @Test
    void beginsAnOfficialTextFromTheOneThatCameWithTheProduct() {
        var page = reviewer.get(OATH + "/new").body();

        assertTrue(page.contains("我志愿加入中国共产党"));
        assertTrue(page.contains("《中国共产党章程》第六条"));
        assertTrue(reviewer.get("/wall/frames/duties/new").body().contains("随附文本待核对"));
        var version = draft(reviewer, OATH + "/new", OATH + "/versions", oath());
        assertEquals(303, step(reviewer, version, "submission", Map.of()).statusCode());
    }

    @Test
    void givesBackWithWords() {
        var version = draft(writer, words());
        step(writer, version, "submission", Map.of());

        assertEquals(
                422, step(reviewer, version, "return", Map.of("reason", "  ")).statusCode());
        assertEquals(
                303,
                step(reviewer, version, "return", Map.of("reason", "请写明开放时间")).statusCode());
        var page = writer.get(version).body();
        assertTrue(page.contains("data-stage=\"DRAFT\"") && page.contains("请写明开放时间"));
    }

    @Test
    void writesOverNothingItsWriterHasNotSeen() {
        var version = draft(writer, words());
        var form = words();
        form.put("revision", revision(version));
        form.put("title", "活动室管理制度（修订）");
        assertEquals(303, step(writer, version, "words", form).statusCode());

        assertEquals(409, step(reviewer, version, "words", form).statusCode());
        assertTrue(writer.get(version).body().contains("修订"));
    }

    @Test
    void takesDownAtOnceAndShowsKioskByKioskWhoHasDoneIt() {
        var version = publish();
        var first = console.kiosk(1);
        console.kiosk(1);
        console.kiosk(2);

        assertEquals(
                303,
                step(writer, version, "withdrawal", Map.of("reason", "写错了")).statusCode());

        assertEquals(0, hanging());
        var page = reviewer.get(version).body();
        assertTrue(page.contains("data-down=\"yes\" data-kiosks=\"2\" data-confirmed=\"0\""), page);
        console.database.write((handle, changes) -> handle.execute(
                "UPDATE kiosk SET reference_site = site, reference_protocol = 3,"
                        + " reference_applied = (SELECT withdrawal FROM wall_version) WHERE id = ?",
                first.value()));
        page = reviewer.get(version).body();
        assertTrue(page.contains("data-kiosks=\"2\" data-confirmed=\"1\""));
        assertTrue(page.contains("data-standing=\"CONFIRMED\"") && page.contains("data-standing=\"WAITING\""));
    }

    @Test
    void doesNotCountAKioskThatIsTooOldForTheWall() {
        var version = publish();
        console.kiosk(1);
        console.database.write((handle, changes) -> handle.execute("UPDATE kiosk SET reference_site = site,"
                + " reference_protocol = 2, reference_applied = (SELECT max(number) FROM reference_change)"));

        var page = reviewer.get(version).body();

        assertTrue(page.contains("data-standing=\"TOO_OLD\""));
        assertTrue(page.contains("data-confirmed=\"0\""));
    }

    @Test
    void keepsOneFormerVersionToFallBackToAndTakesOlderOnesAway() {
        publish();
        publish();
        assertEquals(2, hanging());

        publish();

        assertEquals(2, hanging());
        assertEquals(1, count("SELECT count(*) FROM wall_version WHERE state = 'WITHDRAWN' AND number = 1"));
    }

    @Test
    void keepsPeopleInsideTheirSubtree() {
        var version = publish();
        var stranger = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c2"))));

        for (var path : new String[] {version, FRAME, FRAME_NEW, version + "/words", OATH, OATH + "/new"}) {
            assertEquals(404, stranger.get(path).statusCode(), path);
        }
        var own = "/wall/frames/room-rules/new?place=c2";
        assertEquals(404, stranger.post(own, VERSIONS, words()).statusCode());
        assertEquals(
                404,
                stranger.post(own, version + "/withdrawal", Map.of("reason", "恶意"))
                        .statusCode());
        assertEquals(1, hanging());
        assertEquals(200, stranger.get("/wall").statusCode());
        assertFalse(stranger.get("/wall").body().contains("place=c1"));
    }

    @Test
    void letsOnlyThoseWriteAndApproveWhoMay() {
        var version = draft(writer, words());
        step(writer, version, "submission", Map.of());
        var staff = console.visitor(Role.DUTY_STAFF, Scope.wholeStreet());

        assertEquals(403, staff.get(FRAME_NEW).statusCode());
        assertEquals(200, staff.get(version).statusCode());
        for (var deed : new String[] {"approval", "return", "publication"}) {
            assertEquals(
                    403,
                    writer.post("/password", version + "/" + deed, Map.of()).statusCode(),
                    deed);
        }
        assertEquals(
                403,
                staff.post("/password", version + "/withdrawal", Map.of("reason", "x"))
                        .statusCode());
    }

    @Test
    void showsMarkupAsPlainWords() {
        var words = words();
        words.put("body", "<script>alert(1)</script>\n（一）<b>粗</b>");
        var page = reviewer.get(draft(writer, words)).body();

        assertFalse(page.contains("<script>alert"));
        assertTrue(page.contains("&lt;script>alert(1)") || page.contains("&lt;script&gt;alert(1)"));
    }

    @Test
    void saysWhatIsWrongWithTheWordsAndKeepsThem() {
        var words = words();
        words.put("valid-until", "2026-01-01");

        var answer = writer.post(FRAME_NEW, VERSIONS, words);

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("结束日期不能早于开始日期"));
        assertTrue(answer.body().contains("第一条　保持整洁"));
        words.put("valid-until", "soon");
        assertEquals(422, writer.post(FRAME_NEW, VERSIONS, words).statusCode());
    }

    @Test
    void writesOneVersionForAFormThatIsSentTwice() {
        var words = words();

        writer.post(FRAME_NEW, VERSIONS, words);
        writer.post(FRAME_NEW, VERSIONS, words);

        assertEquals(1, count("SELECT count(*) FROM wall_version"));
    }

    @Test
    void carriesTheLongestTextThatIsAllowed() {
        var words = words();
        words.put("body", "字".repeat(6000));

        var version = draft(writer, words);
        step(writer, version, "submission", Map.of());
        approve(reviewer, version);

        assertEquals(303, step(reviewer, version, "publication", Map.of()).statusCode());
        assertEquals(1, hanging());
    }

    private String publish() {
        var version = draft(writer, words());
        step(writer, version, "submission", Map.of());
        approve(reviewer, version);
        step(reviewer, version, "publication", Map.of());
        return version;
    }

    private String draft(Visitor who, Map<String, String> words) {
        return draft(who, FRAME_NEW, VERSIONS, words);
    }

    private static String draft(Visitor who, String page, String path, Map<String, String> words) {
        var answer = who.post(page, path, words);
        assertEquals(303, answer.statusCode(), answer::body);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<String> step(Visitor who, String version, String deed, Map<String, String> form) {
        return who.post("/password", version + "/" + deed, form);
    }

    private HttpResponse<String> approve(Visitor who, String version) {
        return step(who, version, "approval", Map.of("secrecy", "yes", "revision", revision(version)));
    }

    private String revision(String version) {
        var id = version.substring(version.lastIndexOf('/') + 1);
        return Long.toString(count("SELECT revision FROM wall_version WHERE id = '" + id + "'"));
    }

    private static Map<String, String> words() {
        var form = new HashMap<String, String>();
        form.put("id", UUID.randomUUID().toString());
        form.put("place", "c1");
        form.put("title", "活动室管理制度");
        form.put("body", "第一条　保持整洁\n第二条　免费开放");
        form.put("classification", "PUBLIC_RULE");
        form.put("valid-from", "2026-11-23");
        return form;
    }

    private static Map<String, String> oath() {
        var form = words();
        form.put("place", "");
        form.put("title", "入党誓词");
        form.put("classification", "PUBLIC_TEXT");
        form.put("work", "《中国共产党章程》第六条");
        form.put("edition", "二十大修改");
        form.put("proofread-on", "2026-11-20");
        return form;
    }

    private long hanging() {
        return count("SELECT count(*) FROM reference_item WHERE kind = '" + ReferenceKind.WALL_PIECE + "'");
    }

    private long audited(String action) {
        return count("SELECT count(*) FROM audit_entry WHERE action = '" + action + "'");
    }

    private long count(String sql) {
        return console.database.read(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private static int number(String page, String id) {
        return Integer.parseInt(page.replaceAll("(?s).*id=\"" + id + "\">(\\d+)<.*", "$1"));
    }
}
