package cn.dangqun.server.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.period.Period;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.domain.wall.WallText;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
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
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What hangs, what is owed and what an official text must say, on the pages that people read; at 09:20 on Monday,
/// 23 November 2026, of a street with four communities and twelve branches.
class WallDutiesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final WallSlotId FEES = new WallSlotId("fees");
    private static final String ROOM = "room-rules";

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
    void owesWhatNeverHungSinceTheDayThePlaceWasEntered() {
        assertEquals(0, number("overdue"));

        enteredOn("2026-05-01");

        // three quarterly columns of four communities, and the fee notice of each of twelve branches
        assertEquals(4 * 3 + 12, number("overdue"));
        var page = reviewer.get("/wall").body();
        assertTrue(page.contains("data-branches=\"12\" data-owing=\"12\""), page);
        enteredOn("2025-03-02");
        assertTrue(reviewer.get("/wall/branches?standing=owing").body().contains("应于 2025-07-10 前，已欠 3 期"));
    }

    @Test
    void owesOneNoticeOfEachBranchAndTakesNoneForAnothers() {
        enteredOn("2026-05-01");
        publish(FEES.value(), "c1-b1", "PUBLICITY", "2026-11-23");

        assertEquals(4 * 3 + 11, number("overdue"));
        var page = reviewer.get("/wall/branches?standing=unfiled").body();
        assertTrue(page.contains("找到 1 个支部；11 个应更新"), page);
        assertTrue(page.contains("还没有登记"));
        assertEquals("org:c1", text("SELECT scope FROM reference_item WHERE kind = 'WALL_PIECE'"));
        var stranger = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c2"))));
        assertEquals(404, stranger.get("/wall/frames/fees?place=c1-b1").statusCode());
    }

    @Test
    void recordsThatANoticeWasFiledWithTheSuperior() {
        var version = publish(FEES.value(), "c1-b1", "PUBLICITY", "2026-11-23");
        var form = new HashMap<>(Map.of("filed-on", "2026-11-22", "filed-to", "样例街道党工委", "filed-by", "样例甲"));

        assertTrue(writer.get(version).body().contains("还没有登记"));
        assertEquals(303, step(writer, version, "filing", form).statusCode());

        var page = reviewer.get(version).body();
        assertTrue(page.contains("2026-11-22 报送样例街道党工委，报送人：样例甲"), page);
        assertTrue(page.contains("登记报送回执"));
        assertTrue(reviewer.get("/wall/branches?search=第一党支部").body().contains("2026-11-22"));
        form.put("filed-on", "2026-11-24");
        assertEquals(422, step(writer, version, "filing", form).statusCode());
        form.put("filed-on", "2026-11-23");
        form.put("filed-to", " ");
        assertEquals(422, step(writer, version, "filing", form).statusCode());
    }

    @Test
    void hangsACorrectionWhateverFirstDayItsWriterChose() {
        publish(ROOM, "c1", "PUBLIC_RULE", "2026-11-20");
        var correction = publish(ROOM, "c1", "PUBLIC_RULE", "2026-11-01");

        var page = reviewer.get("/wall/frames/room-rules?place=c1").body();
        assertTrue(page.contains("挂的是第 2 版，自 2026-11-23 起"), page);
        assertTrue(page.contains("data-version=\"1\" data-stage=\"STANDBY\""), page);
        assertTrue(page.contains("data-version=\"2\" data-stage=\"PUBLISHED\""), page);
        assertTrue(reviewer.get(correction).body().contains("data-stage=\"PUBLISHED\""));
        var coming = publish(ROOM, "c1", "PUBLIC_RULE", "2026-12-01");
        assertTrue(reviewer.get(coming).body().contains("到日再挂"));
    }

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
    void showsABranchsSecretaryWhatTheBranchOwes() {
        enteredOn("2026-05-01");
        var secretary = console.visitor(Role.BRANCH_SECRETARY, new Scope(Optional.of(new OrganizationId("c1-b1"))));

        var page = secretary.get("/wall").body();

        assertTrue(page.contains("data-branches=\"1\" data-owing=\"1\""), page);
    }

    /// Both sides put pieces in order by the moment of publication, which an older program did not tell the kiosks.
    @Test
    void tellsKiosksTheMomentOfWhatAnOlderProgramPublished() {
        publish(ROOM, "c1", "PUBLIC_RULE", "2026-11-20");
        var before = console.database.read(handle -> handle.createQuery("SELECT max(number) FROM reference_change")
                .mapTo(Long.class)
                .one());
        console.stop();
        console.startAgain();
        assertEquals(before, count("SELECT max(number) FROM reference_change"));
        console.database.write(
                (handle, changes) -> handle.execute("UPDATE wall_version SET published_at = published_at - 60000"));

        console.stop();
        console.startAgain();

        assertTrue(count("SELECT max(number) FROM reference_change") > before);
    }

    @Test
    void offersNothingThatMustFail() {
        var version = draft(reviewer, ROOM, words("c1", "", "2026-11-23"));
        assertFalse(reviewer.get(version).body().contains("id=\"submit\""));

        var form = words("c1", "PUBLIC_RULE", "2026-11-23");
        form.put("valid-until", "2026-11-23");
        version = draft(reviewer, ROOM, form);
        assertTrue(reviewer.get(version).body().contains("id=\"submit\""));
        step(reviewer, version, "submission", Map.of());
        var own = reviewer.get(version).body();
        assertTrue(own.contains("id=\"another\"") && !own.contains("id=\"approve\""), own);
        var other = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        assertTrue(other.get(version).body().contains("id=\"approve\""));
        approve(other, version, Map.of());
        assertTrue(other.get(version).body().contains("id=\"publish\""));

        console.clock.advance(Duration.ofDays(1));

        other = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        var late = other.get(version).body();
        assertTrue(late.contains("有效期已过") && !late.contains("id=\"publish\""), late);
        assertEquals(
                303,
                step(other, version, "return", Map.of("reason", "过期了，请改日期")).statusCode());
        assertTrue(other.get(version).body().contains("data-stage=\"DRAFT\""));
    }

    @Test
    void saysOfTheShippedTextsWithWhatTheyWereCompared() {
        var rights = reviewer.get("/wall/frames/rights/new").body();
        assertTrue(rights.contains("随附文本逐字比对过：一份网上公开的2022年版章程全文"), rights);
        assertFalse(rights.contains("多份"));
        assertTrue(reviewer.get("/wall/frames/duties/new").body().contains("没有找到这一版章程的官方文本"));
    }

    @Test
    void writesTheStructureFromTheTreeAndSaysWhenTheTreeHasChanged() {
        var version = location(writer.post("/wall", "/wall/structure", Map.of("place", "c1")));
        var secretary = text("SELECT name FROM member WHERE branch = 'c1-b1' AND status = 'FULL' ORDER BY id LIMIT 1");

        var page = writer.get(version).body();
        assertTrue(page.contains("data-stage=\"DRAFT\"") && page.contains("书记　" + secretary), page);
        assertFalse(writer.get("/wall").body().contains("data-changed"));
        var again = location(writer.post("/wall", "/wall/structure", Map.of("place", "c1")));
        assertEquals(version, again);

        console.reference.publish(List.of(new ReferenceItem.OrganizationItem(new Organization(
                new OrganizationId("c1-b9"),
                Optional.of(new OrganizationId("c1")),
                OrganizationLevel.BRANCH,
                OrganizationClass.COMMUNITY,
                "样例新建党支部"))));
        assertTrue(writer.get("/wall").body().contains("data-changed=\"yes\""));
        location(writer.post("/wall", "/wall/structure", Map.of("place", "c1")));
        assertTrue(writer.get(version).body().contains("样例新建党支部"));
        assertFalse(writer.get("/wall").body().contains("data-changed"));
        assertEquals(1, count("SELECT count(*) FROM wall_version"));
        assertEquals(
                404,
                writer.post("/wall", "/wall/structure", Map.of("place", "c2")).statusCode());
    }

    @Test
    void takesANoticeOfAPeriodAsADraftAndKeepsWhatSomebodyChanged() {
        var drafts = new WallDrafts(WallLibrary.shipped(), new Times(console.clock, ZONE, new Texts()));
        var first = handOver(drafts, "2026H1", "应交 32 名");
        assertEquals(first, handOver(drafts, "2026H1", "应交 33 名"));
        assertTrue(writer.get(first).body().contains("应交 33 名"));

        var form = words("c1-b1", "PUBLICITY", "2026-11-23");
        form.put("revision", revision(first));
        assertEquals(303, step(writer, first, "words", form).statusCode());
        var second = handOver(drafts, "2026H1", "应交 34 名");

        assertFalse(first.equals(second));
        assertTrue(writer.get(first).body().contains("保持整洁"));
    }

    private String handOver(WallDrafts drafts, String period, String body) {
        var place = new WallPlace.Branch(new OrganizationId("c1-b1"));
        return console.database.write((handle, changes) -> drafts.begin(
                handle, FEES, place, Period.parse(period), new WallText("党费收缴情况", body), new Actor("anna", "")));
    }

    @Test
    void showsWhatBeginsWithABarAsATable() {
        var form = words("c1", "PUBLIC_RULE", "2026-11-23");
        form.put("body", "项目\t金额\n楼道灯\t6240");

        var page = writer.get(draft(writer, ROOM, form)).body();

        assertTrue(page.contains("<th scope=\"col\">金额</th>") && page.contains("<td>6240</td>"), page);
    }

    @Test
    void goesOnShowingWhatWasPublishedForAWholeCommunityBefore() {
        var version = publish(FEES.value(), "c1-b1", "PUBLICITY", "2026-11-23");
        console.database.write(
                (handle, changes) -> handle.execute("UPDATE wall_version SET reach = 'COMMUNITY', place = 'c1'"));

        assertTrue(reviewer.get("/wall").body().contains("还挂着按社区合发的公示"));
        assertEquals(200, reviewer.get(version).statusCode());
        var frame = reviewer.get("/wall/frames/fees?place=c1").body();
        assertTrue(frame.contains("挂的是第 1 版") && !frame.contains("id=\"write\""), frame);
        assertEquals(
                303,
                step(writer, version, "withdrawal", Map.of("reason", "改为各支部公示")).statusCode());
    }

    private void enteredOn(String day) {
        var at = LocalDate.parse(day).atStartOfDay(ZONE).toInstant().toEpochMilli();
        console.database.write((handle, changes) -> handle.execute("UPDATE organization SET entered_at = ?", at));
    }

    private String publish(String slot, String place, String kind, String from) {
        var version = draft(writer, slot, words(place, kind, from));
        step(writer, version, "submission", Map.of());
        assertEquals(303, approve(reviewer, version, Map.of()).statusCode());
        assertEquals(303, step(reviewer, version, "publication", Map.of()).statusCode());
        return version;
    }

    private static String draft(Visitor who, String slot, Map<String, String> words) {
        return location(who.post("/password", "/wall/frames/" + slot + "/versions", words));
    }

    private static String location(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer::body);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<String> step(Visitor who, String version, String deed, Map<String, String> form) {
        return who.post("/password", version + "/" + deed, form);
    }

    private HttpResponse<String> approve(Visitor who, String version, Map<String, String> more) {
        var form = new HashMap<>(more);
        form.put("secrecy", "yes");
        form.put("revision", revision(version));
        return step(who, version, "approval", form);
    }

    private String revision(String version) {
        var id = version.substring(version.lastIndexOf('/') + 1);
        return Long.toString(count("SELECT revision FROM wall_version WHERE id = '" + id + "'"));
    }

    private static Map<String, String> words(String place, String kind, String from) {
        return new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "place",
                place,
                "title",
                "样例标题",
                "body",
                "第一条　保持整洁",
                "classification",
                kind,
                "valid-from",
                from));
    }

    private static Map<String, String> official(String title, String body, String edition, String proofread) {
        var form = words("", "PUBLIC_TEXT", "2026-11-23");
        form.put("title", title);
        form.put("body", body);
        form.put("work", "《中国共产党章程》第六条");
        form.put("edition", edition);
        form.put("proofread-on", proofread);
        return form;
    }

    private long count(String sql) {
        return console.database.read(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private String text(String sql) {
        return console.database.read(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private int number(String id) {
        var page = reviewer.get("/wall").body();
        return Stream.of(page.split("id=\"" + id + "\">"))
                .skip(1)
                .map(each -> Integer.parseInt(each.substring(0, each.indexOf('<'))))
                .findFirst()
                .orElseThrow();
    }
}
