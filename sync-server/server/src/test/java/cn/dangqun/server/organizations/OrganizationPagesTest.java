package cn.dangqun.server.organizations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.roster.Clerk;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// the tree as the street enters it.
class OrganizationPagesTest {
    private static final String STREET = "street";

    private ConsoleUnderTest console;
    private Clerk clerk;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        clerk = new Clerk(console);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void growsATreeThatKiosksReceive() {
        var committee = clerk.organization(STREET, "COMMITTEE", "样例新社区党委");
        var branch = clerk.organization(committee, "BRANCH", "样例新支部");
        var group = clerk.organization(branch, "GROUP", "样例第一党小组");

        var list = clerk.page("/organizations?search=样例");
        assertTrue(list.contains("data-organization=\"" + committee + "\""));
        assertTrue(list.contains("data-organization=\"" + group + "\""));
        boolean published =
                console.database.read(handle -> console.reference.items(handle, ReferenceKind.ORGANIZATION).stream()
                        .anyMatch(item -> item.id().equals(group)));
        assertTrue(published);
    }

    @Test
    void countsThePeopleOfAGroupAndOfItsBranch() {
        var branch = clerk.organization("c1", "BRANCH", "样例新支部");
        var group = clerk.organization(branch, "GROUP", "样例第一党小组");
        clerk.person("样例甲", branch, Map.of("group", group));
        clerk.person("样例乙", branch);

        assertTrue(row(group).contains("<td class=\"number\">1</td>"), () -> row(group));
        assertTrue(row(branch).contains("<td class=\"number\">2</td>"), () -> row(branch));
    }

    private String row(String organization) {
        var list = clerk.page("/organizations?search=样例");
        int at = list.indexOf("data-organization=\"" + organization + "\"");
        return list.substring(at, list.indexOf("</tr>", at));
    }

    @Test
    void putsNothingWhereItCannotBe() {
        var branch = clerk.organization("c1", "BRANCH", "样例支部");

        assertTrue(clerk.refused(
                        "/organizations/" + branch + "/new",
                        Map.of("level", "COMMITTEE", "name", "倒挂党委", "class", "COMMUNITY", "kind", "ORDINARY"))
                .contains("不能设在所选的上级下面"));
        assertTrue(clerk.refused(
                        "/organizations/c1/new",
                        Map.of("level", "BRANCH", "name", "样例支部", "class", "COMMUNITY", "kind", "ORDINARY"))
                .contains("已有这个名称"));
        assertTrue(clerk.refused("/organizations", Map.of("name", "第二个街道")).contains("已经登记过"));
        assertTrue(clerk.refused(
                        "/organizations/c1/new",
                        Map.of("level", "BRANCH", "name", "", "class", "COMMUNITY", "kind", "ORDINARY"))
                .contains("请填写“名称”"));
    }

    @Test
    void keepsWhatTheStreetNotes() {
        var branch = clerk.organization("c1", "BRANCH", "样例支部");
        clerk.made(
                "/organizations/" + branch,
                Map.of(
                        "name", "样例支部",
                        "class", "NEW_ORG",
                        "kind", "GRID",
                        "grid", "示例片区三号楼",
                        "term-end", "2028-06-30"));

        var page = clerk.page("/organizations/" + branch);
        assertTrue(page.contains("value=\"示例片区三号楼\""));
        assertTrue(page.contains("value=\"2028-06-30\""));
    }

    @Test
    void advisesAndNeverActs() {
        var branch = clerk.organization("c1", "BRANCH", "样例支部");
        clerk.person("样例甲", branch);

        assertTrue(clerk.page("/organizations/" + branch).contains("不足 3 人"));
    }

    @Test
    void remindsOfATermThatEnds() {
        var branch = clerk.organization("c1", "BRANCH", "样例支部");
        var today = LocalDate.of(2026, 11, 23);

        assertFalse(advice(branch, today.plusMonths(6).plusDays(1)).contains("换届"));
        assertTrue(advice(branch, today.plusMonths(6)).contains("不到 6 个月"));
        assertTrue(advice(branch, today.plusMonths(1)).contains("不到 1 个月"));
        assertTrue(advice(branch, today.minusDays(1)).contains("请按时换届"));
    }

    private String advice(String branch, LocalDate termEnd) {
        clerk.made(
                "/organizations/" + branch,
                Map.of("name", "样例支部", "class", "COMMUNITY", "kind", "ORDINARY", "term-end", termEnd.toString()));
        return clerk.page("/organizations/" + branch);
    }

    @Test
    void removesOnlyWhatNobodyEverBelongedTo() {
        var branch = clerk.organization("c1", "BRANCH", "样例支部");
        var other = clerk.organization("c1", "BRANCH", "样例他支部");
        var person = clerk.person("样例甲", branch);
        assertTrue(
                clerk.refused("/organizations/" + branch + "/removal", Map.of()).contains("不能删除"));
        clerk.made(
                "/roster/members/" + person + "/place",
                Map.of(
                        "branch", other,
                        "status", "FULL",
                        "relation", "HOME",
                        "effective", "2026-11-20",
                        "reason", "转接"));

        assertTrue(
                clerk.refused("/organizations/" + branch + "/removal", Map.of()).contains("不能删除"));
        clerk.made("/organizations/" + clerk.organization("c1", "BRANCH", "登记错了") + "/removal", Map.of());
        assertFalse(clerk.page("/organizations").contains("登记错了"));
    }

    @Test
    void movesABranchWithItsPeopleToAnotherCommunity() {
        var branch = clerk.organization("c1", "BRANCH", "样例支部");
        var person = clerk.person("样例甲", branch);

        clerk.made(
                "/organizations/" + branch,
                Map.of("name", "样例支部", "class", "COMMUNITY", "kind", "ORDINARY", "parent", "c2"));

        var ofSecond = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c2"))));
        assertEquals(200, ofSecond.get("/roster/members/" + person).statusCode());
        assertTrue(ofSecond.get("/roster?branch=" + branch).body().contains("data-member=\"" + person + "\""));
        var ofFirst = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c1"))));
        assertEquals(404, ofFirst.get("/roster/members/" + person).statusCode());
    }

    @Test
    void moveNothingOutOfTheOwnSubtree() {
        var own = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c1"))));
        var answer = own.post(
                "/organizations",
                "/organizations/c1-b1",
                Map.of("name", "抢走", "class", "COMMUNITY", "kind", "ORDINARY", "parent", "c2"));

        assertEquals(422, answer.statusCode());
    }
}
