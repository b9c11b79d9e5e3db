package cn.dangqun.server.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.ExemptionKind;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// OQ-03, OQ-38: left out of 应到 with two approvals of two accounts, from then on. It is 2026-11-23.
class ExemptionPagesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private ConsoleUnderTest console;
    private Clerk clerk;
    private Visitor other;
    private String branch;
    private String person;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        clerk = new Clerk(console);
        other = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        branch = clerk.organization("c1", "BRANCH", "样例支部");
        person = clerk.person("样例甲", branch);
        clerk.person("样例乙", branch);
    }

    @AfterEach
    void close() {
        console.close();
    }

    private String page() {
        return "/roster/members/" + person;
    }

    private String asked() {
        clerk.made(page() + "/exemptions", Map.of("exemption", "BEDRIDDEN", "meeting", "2026-11-10", "reason", "长期卧床"));
        var found = Pattern.compile("data-exemption=\"([^\"]+)\" data-state=\"ASKED\"")
                .matcher(clerk.page(page()));
        assertTrue(found.find());
        return found.group(1);
    }

    private int consents(Visitor visitor, String asked) {
        return visitor.post(page(), page() + "/exemptions/consent", Map.of("asked", asked))
                .statusCode();
    }

    private String planned(LocalDate day) {
        return clerk.made(
                "/plan/new",
                Map.of(
                        "type", "THEME_DAY",
                        "organization", branch,
                        "title", "样例主题党日",
                        "place", "样例活动室",
                        "day", day.toString(),
                        "starts", "09:30",
                        "ends", "11:30"));
    }

    /// Who counts as 应到 by the street's roster.
    private long due(String activity) {
        return console.database.read(handle -> {
            var known = new Entries(handle).activity(new ActivityId(activity)).orElseThrow();
            return new StreetRoster()
                    .now(handle).rolls(known).stream()
                            .flatMap(roll -> roll.entries().stream())
                            .filter(entry -> entry.exemption().isEmpty())
                            .count();
        });
    }

    private List<ReferenceItem> published() {
        return console.database.read(handle -> console.reference.items(handle, ReferenceKind.EXEMPTION));
    }

    @Test
    void countsOnlyWithBothApprovalsAndNeverBefore() {
        var past = planned(TODAY.minusDays(3));
        var today = planned(TODAY);
        var asked = asked();
        assertEquals(2, due(today), "one approval alone changes nothing");
        assertEquals(List.of(), published());

        assertEquals(303, consents(other, asked));

        assertEquals(1, due(today));
        assertEquals(2, due(past), "before the consent the person was due");
        var item = (ReferenceItem.ExemptionItem) published().getFirst();
        assertEquals(new MemberId(person), item.exemption().member());
        assertEquals(ExemptionKind.BEDRIDDEN, item.exemption().kind());
        assertTrue(clerk.page(page()).contains("从这天起不计应到"));
        assertTrue(clerk.page("/plan/activities/" + planned(TODAY.plusDays(9))).contains("1 人"));
    }

    @Test
    void isConsentedToByAnotherAccountOfTheStreet() {
        var asked = asked();
        assertTrue(clerk.page("/roster").contains("有 1 人的免计应到等待同意"));

        assertTrue(clerk.refused(page() + "/exemptions/consent", Map.of("asked", asked))
                .contains("不能同意自己提交的"));
        var ofCommunity = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c1"))));
        assertEquals(404, consents(ofCommunity, asked));
        assertEquals(303, consents(other, asked));
        assertEquals(422, consents(other, asked), "once");
        assertFalse(clerk.page("/roster").contains("等待同意"));
    }

    @Test
    void staysDueWhenRefused() {
        var asked = asked();

        other.post(page(), page() + "/exemptions/refusal", Map.of("asked", asked, "reason", "材料不全"));

        assertTrue(clerk.page(page()).contains("上级不同意"));
        assertTrue(clerk.page(page()).contains("材料不全"));
        assertEquals(List.of(), published());
        asked();
    }

    @Test
    void endsFromADayOnAndLeavesThePast() {
        consents(other, asked());
        var asked = ((ReferenceItem.ExemptionItem) published().getFirst()).id();
        var end = page() + "/exemptions/end";

        assertTrue(clerk.refused(
                        end,
                        Map.of("asked", asked, "exempt-last", TODAY.minusDays(1).toString(), "reason", "康复"))
                .contains("不能早于今天"));
        clerk.made(end, Map.of("asked", asked, "exempt-last", TODAY.plusDays(2).toString(), "reason", "康复"));

        assertEquals(1, due(planned(TODAY.plusDays(2))));
        assertEquals(2, due(planned(TODAY.plusDays(3))));
    }

    @Test
    void goesWhereTheMemberGoes() {
        consents(other, asked());
        var far = clerk.organization("c2", "BRANCH", "样例远支部");

        clerk.made(
                page() + "/place",
                Map.of("branch", far, "status", "FULL", "relation", "HOME", "effective", "2026-11-23", "reason", "转接"));

        var scopes = console.database.read(
                handle -> handle.createQuery("SELECT scope FROM reference_item WHERE street = 1 AND kind = 'EXEMPTION'")
                        .mapTo(String.class)
                        .list());
        assertEquals(List.of("people:" + far), scopes);
    }

    @Test
    void linksALeaderToABranch() {
        clerk.made(
                page() + "/seats",
                Map.of("organization", "c1", "seat", "MEMBER", "seat-from", "2026-11-01", "linked", branch));

        assertTrue(clerk.page(page()).contains("联系 样例支部"));
    }

    @Test
    void takesACardAwayForGoodUntilTheNumberIsEnteredAgain() {
        var number = Map.of("number", "990000195001010019");
        clerk.made(page() + "/number", number);
        assertTrue(clerk.page(page()).contains("居民身份证"));
        var card = console.database.read(handle -> handle.createQuery("SELECT card FROM card_binding WHERE member = ?")
                .bind(0, person)
                .mapTo(String.class)
                .one());
        var retirement = page() + "/cards/retirement";
        var form = Map.of("card", card, "card-since", "2026-11-20", "reason", "遗失");

        clerk.made(retirement, form);

        assertTrue(clerk.page(page()).contains("没有登记任何卡片"));
        assertTrue(clerk.page(page()).contains("停用卡片"));
        assertTrue(clerk.page(page()).contains("遗失"));
        assertTrue(clerk.refused(retirement, form).contains("不在这位党员名下"));
        clerk.made(page() + "/number", number);
        assertFalse(clerk.page(page()).contains("没有登记任何卡片"));
    }
}
