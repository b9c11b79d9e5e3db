package cn.dangqun.server.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodePagesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private ConsoleUnderTest console;
    private Visitor reviewer;
    private Organization branch;
    private Member member;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        branch = branchesOf(console.communities().getFirst()).getFirst();
        member = console.roll(branch.id()).getFirst();
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void issuesACardAndShowsItReadyToPrint() {
        var sheet = issue(reviewer, member);

        assertTrue(sheet.contains(">" + member.name().full() + "<"));
        assertTrue(sheet.contains("2028年11月23日"));
        assertTrue(sheet.contains("党群服务中心</span>"));
        assertEquals(1, DrawnCodes.of(sheet).size());
        assertTrue(DrawnCodes.of(sheet).getFirst().startsWith("DQ1:"));
        assertTrue(reviewer.get(branchPath()).body().contains("data-standing=\"GOOD\""));
    }

    @Test
    void goesBackToThePageWhenNobodyIsChosen() {
        var answer = reviewer.post(branchPath(), branchPath() + "/cards", form("CHOSEN"));

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("请先在名单中勾选党员"));
    }

    @Test
    void issuesToAWholeBranchTenCardsAPage() {
        var location = location(reviewer.post(branchPath(), branchPath() + "/cards", form("EVERYBODY")));

        var sheet = reviewer.get(location).body();

        var people = count("SELECT count(*) FROM member WHERE branch = '" + branch.id()
                + "' AND status IN ('FULL', 'PROBATIONARY')");
        assertEquals(people, DrawnCodes.of(sheet).stream().distinct().count());
        assertEquals((people + 9) / 10, sheet.split("<section class=\"page\">", -1).length - 1);
    }

    @Test
    void printsAgainWithTheSameNumberAndRecordsIt() {
        var first = DrawnCodes.of(issue(reviewer, member));

        var form = form("CHOSEN");
        form.put("member." + member.id(), "yes");
        var again = reviewer.get(location(reviewer.post(branchPath(), branchPath() + "/sheets", form)));

        assertEquals(first, DrawnCodes.of(again.body()));
        assertEquals(1, audited("CODES_PRINTED"));
        assertEquals(2, audited("CODE_SHEET_SHOWN"));
        assertTrue(reviewer.get(cardPath()).body().contains("2 次"));
    }

    @Test
    void refusesDaysThatNobodyMayChoose() {
        for (var day : List.of("2026-11-22", "2031-11-24", "soon", "")) {
            var form = form("CHOSEN");
            form.put("member." + member.id(), "yes");
            form.put("expires", day);

            assertEquals(
                    400,
                    reviewer.post(branchPath(), branchPath() + "/cards", form).statusCode(),
                    day);
        }
        assertEquals(0, count("SELECT count(*) FROM code_card"));
    }

    @Test
    void revokesFromTheCardsPageAndShowsWhoHasNotHeard() {
        issue(reviewer, member);
        console.kiosk(1);
        console.kiosk(2);

        var answer = reviewer.post(cardPath(), cardPath() + "/revocation", Map.of("reason", "LOST", "note", ""));

        assertEquals(cardPath(), location(answer));
        var page = reviewer.get(cardPath()).body();
        assertTrue(page.contains("data-kiosks=\"2\" data-received=\"0\""));
        assertTrue(page.contains("大厅一体机1"));
        assertTrue(page.contains("遗失"));
        console.database.write((handle, changes) -> handle.execute(
                "UPDATE kiosk SET reference_site = site, reference_applied = (SELECT revocation FROM code_card)"));
        assertTrue(reviewer.get(cardPath()).body().contains("data-kiosks=\"2\" data-received=\"2\""));
        assertTrue(reviewer.get(branchPath()).body().contains("data-standing=\"REVOKED\""));
    }

    @Test
    void saysOnTheSheetHowManyKiosksDoNotKnowTheKeyYet() {
        console.kiosk(1);
        var sheet = issue(reviewer, member);

        assertTrue(sheet.contains("有 1 台一体机还没有收到签发密钥"));
        assertTrue(reviewer.get("/codes").body().contains("全街道 1 台一体机，0 台已收到"));
        console.database.write((handle, changes) -> handle.execute(
                "UPDATE kiosk SET reference_site = site, reference_applied = (SELECT publication FROM code_key)"));
        assertFalse(reviewer.get("/codes/sheets/" + text("SELECT id FROM code_sheet"))
                .body()
                .contains("还没有收到签发密钥"));
    }

    @Test
    void asksForWordsWhenTheReasonIsAnother() {
        issue(reviewer, member);

        assertEquals(400, revoke(reviewer, "OTHER", "  ").statusCode());
        assertEquals(400, revoke(reviewer, "WHATEVER", "").statusCode());
        assertEquals(303, revoke(reviewer, "OTHER", "姓名印错").statusCode());
        assertTrue(reviewer.get(cardPath()).body().contains("其他：姓名印错"));
    }

    @Test
    void findsACardByTheNumberOnItWithOrWithoutZeros() {
        issue(reviewer, member);
        var serial = serial();

        for (var typed : List.of(serial, serial.replaceFirst("^0+", ""), " " + serial + " ")) {
            var answer = reviewer.get("/codes/find?serial=" + typed.replace(" ", "%20"));
            assertEquals(cardPath(), location(answer));
        }
        for (var typed : List.of("99999999", "0", "4294967296", "abc", "1%27")) {
            assertEquals(404, reviewer.get("/codes/find?serial=" + typed).statusCode(), typed);
        }
    }

    @Test
    void masksNamesUntilTheyAreAskedForAndRecordsThat() {
        issue(reviewer, member);
        var name = ">" + member.name().full() + "<";

        assertFalse(reviewer.get(branchPath()).body().contains(name));
        assertFalse(reviewer.get(cardPath()).body().contains(name));
        assertTrue(reviewer.get(branchPath() + "?names=full").body().contains(name));
        assertTrue(reviewer.get(cardPath() + "?names=full").body().contains(name));
        assertEquals(2, audited("FULL_NAMES_SHOWN"));
    }

    /// 样*子 four times is nobody: each of a branch is told from the others.
    @Test
    void tellsApartWhomTheMaskMakesTheSame() {
        var names = Pattern.compile("<label class=\"title\"[^>]*>([^<]*)</label>")
                .matcher(reviewer.get(branchPath()).body())
                .results()
                .map(each -> each.group(1))
                .toList();

        assertTrue(names.size() > 5, names.toString());
        assertEquals(names.size(), Set.copyOf(names).size(), names.toString());
        assertTrue(names.stream().anyMatch(each -> each.contains("尾号")), names.toString());
    }

    @Test
    void letsOnlyThoseWhoMayIssueIssue() {
        issue(reviewer, member);
        var sheet = "/codes/sheets/" + text("SELECT id FROM code_sheet");
        var form = form("EVERYBODY");
        for (var role : List.of(Role.STREET_ADMIN, Role.BRANCH_SECRETARY, Role.DUTY_STAFF)) {
            var other = console.visitor(role, Scope.wholeStreet());
            var page = other.get(branchPath());

            assertEquals(200, page.statusCode());
            assertFalse(page.body().contains("id=\"issue\""), role.name());
            assertEquals(
                    403, other.post("/codes", branchPath() + "/cards", form).statusCode(), role.name());
            assertEquals(
                    403, other.post("/codes", branchPath() + "/sheets", form).statusCode(), role.name());
            assertEquals(403, other.get(sheet).statusCode(), role.name());
            assertEquals(403, revoke(other, "LOST", "").statusCode(), role.name());
        }
        assertEquals(1, count("SELECT count(*) FROM code_card WHERE revoked_at IS NULL"));
    }

    @Test
    void knowsNothingOfAnotherCommunity() {
        issue(reviewer, member);
        var sheet = "/codes/sheets/" + text("SELECT id FROM code_sheet");
        var other = console.visitor(
                Role.SITE_ADMIN,
                new Scope(Optional.of(console.communities().get(1).id())));
        var form = form("EVERYBODY");

        assertFalse(other.get("/codes").body().contains("data-branch=\"" + branch.id() + "\""));
        assertEquals(404, other.get(branchPath()).statusCode());
        assertEquals(404, other.post("/codes", branchPath() + "/cards", form).statusCode());
        assertEquals(404, other.post("/codes", branchPath() + "/sheets", form).statusCode());
        assertEquals(404, other.get(cardPath()).statusCode());
        assertEquals(404, other.get("/live" + cardPath()).statusCode());
        assertEquals(404, other.get("/codes/find?serial=" + serial()).statusCode());
        assertEquals(404, other.get(sheet).statusCode());
        assertEquals(404, revoke(other, "LOST", "").statusCode());
        assertEquals(1, count("SELECT count(*) FROM code_card WHERE revoked_at IS NULL"));
    }

    @Test
    void doesNotIssueAForeignMembersCardThroughTheOwnBranch() {
        var own = branchesOf(console.communities().get(1)).getFirst();
        var siteAdmin = console.visitor(
                Role.SITE_ADMIN,
                new Scope(Optional.of(console.communities().get(1).id())));
        var form = form("CHOSEN");
        form.put("member." + member.id(), "yes");

        var path = "/codes/branches/" + own.id();
        assertEquals(404, siteAdmin.post(path, path + "/cards", form).statusCode());
        assertEquals(0, count("SELECT count(*) FROM code_card"));
    }

    @Test
    void letsASiteAdministratorIssueInTheOwnCommunity() {
        var siteAdmin = console.visitor(
                Role.SITE_ADMIN,
                new Scope(Optional.of(console.communities().getFirst().id())));

        assertEquals(1, DrawnCodes.of(issue(siteAdmin, member)).size());
    }

    @Test
    void letsTheStreetsAdministratorReplaceTheKeyAndNobodyElse() {
        issue(reviewer, member);
        var admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
        var form = Map.of("last-day", TODAY.plusDays(90).toString(), "sure", "yes");

        assertEquals(403, reviewer.post("/codes", "/codes/key", form).statusCode());
        assertEquals(
                400,
                admin.post("/codes", "/codes/key", Map.of("last-day", "2026-12-01"))
                        .statusCode());
        assertEquals(1, count("SELECT count(*) FROM code_key"));
        assertEquals(303, admin.post("/codes", "/codes/key", form).statusCode());

        assertEquals(1, audited("STREET_KEY_ROTATED"));
        assertTrue(admin.get("/codes").body().contains("停用中，已发的卡用到 2027-02-21"));
        assertTrue(reviewer.get(branchPath()).body().contains("data-standing=\"KEY_ENDING\""));
        assertFalse(reviewer.get(cardPath()).body().contains("id=\"print-again\""));
    }

    @Test
    void refusesFormsWithoutTheirToken() {
        issue(reviewer, member);
        var admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());

        assertEquals(
                403,
                reviewer.postBare(branchPath() + "/cards", form("EVERYBODY")).statusCode());
        assertEquals(
                403,
                reviewer.postBare(branchPath() + "/sheets", form("EVERYBODY")).statusCode());
        assertEquals(
                403,
                reviewer.postBare(cardPath() + "/revocation", Map.of("reason", "LOST"))
                        .statusCode());
        assertEquals(
                403,
                admin.postBare("/codes/key", Map.of("last-day", TODAY.toString(), "sure", "yes"))
                        .statusCode());
        assertEquals(1, count("SELECT count(*) FROM code_card WHERE revoked_at IS NULL"));
        assertEquals(1, count("SELECT count(*) FROM code_key"));
    }

    private String issue(Visitor visitor, Member to) {
        var form = form("CHOSEN");
        form.put("member." + to.id(), "yes");
        return visitor.get(location(visitor.post(branchPath(), branchPath() + "/cards", form)))
                .body();
    }

    private HttpResponse<String> revoke(Visitor visitor, String reason, String note) {
        return visitor.post("/codes", cardPath() + "/revocation", Map.of("reason", reason, "note", note));
    }

    private static Map<String, String> form(String who) {
        return new HashMap<>(Map.of(
                "who", who,
                "expires", TODAY.plusYears(2).toString(),
                "sheet", SheetId.draw().value()));
    }

    private static String location(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer::body);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private String branchPath() {
        return "/codes/branches/" + branch.id();
    }

    private String cardPath() {
        return "/codes/cards/" + serial();
    }

    private String serial() {
        return "%08d".formatted(count("SELECT max(serial) FROM code_card"));
    }

    private List<Organization> branchesOf(Organization community) {
        return console.organizations().stream()
                .filter(each -> each.level() == OrganizationLevel.BRANCH
                        && each.parent().equals(Optional.of(community.id())))
                .toList();
    }

    private long audited(String action) {
        return count("SELECT count(*) FROM audit_entry WHERE action = '" + action + "'");
    }

    private long count(String sql) {
        return console.database.read(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private String text(String sql) {
        return console.database.read(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }
}
