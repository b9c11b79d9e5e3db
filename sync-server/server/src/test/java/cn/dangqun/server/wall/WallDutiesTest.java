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
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Scope;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What hangs and what is owed, on the pages that people read.
class WallDutiesTest extends WallUnderTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final WallSlotId FEES = new WallSlotId("fees");
    private static final String ROOM = "room-rules";

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
    void hangsABranchsNoticeOnTheWallsOfItsCommunityAndTakesItAlongWhenTheBranchMoves() {
        console.kiosk(1);
        console.kiosk(2);
        var version = publish(FEES.value(), "c1-b1", "PUBLICITY", "2026-11-23");
        assertTrue(reviewer.get(version).body().contains("data-kiosks=\"1\""));

        console.reference.publish(List.of(new ReferenceItem.OrganizationItem(new Organization(
                new OrganizationId("c1-b1"),
                Optional.of(new OrganizationId("c2")),
                OrganizationLevel.BRANCH,
                OrganizationClass.COMMUNITY,
                "样例移过来的党支部"))));

        assertEquals("org:c2", text("SELECT scope FROM reference_item WHERE kind = 'WALL_PIECE'"));
        assertEquals(404, writer.get(version).statusCode());
        assertTrue(reviewer.get(version).body().contains("样例移过来的党支部"));
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
        assertEquals(404, reviewer.get("/wall/frames/fees/new?place=c1").statusCode());
        assertEquals(
                404,
                writer.post("/password", "/wall/frames/fees/versions", words("c1", "PUBLICITY", "2026-11-23"))
                        .statusCode());
        assertEquals(
                303,
                step(writer, version, "withdrawal", Map.of("reason", "改为各支部公示")).statusCode());
    }
}
