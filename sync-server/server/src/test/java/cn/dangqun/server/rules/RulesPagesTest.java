package cn.dangqun.server.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.roster.Clerk;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// RULES §3: a profile for each organisation, dated, inherited, with parameters.
class RulesPagesTest {
    private ConsoleUnderTest console;
    private Clerk clerk;
    private String branch;
    private LocalDate today;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        clerk = new Clerk(console);
        branch = clerk.organization("c1", "BRANCH", "样例支部");
        today = LocalDate.of(2026, 11, 23);
    }

    @AfterEach
    void close() {
        console.close();
    }

    private static Map<String, String> form(LocalDate since, Map<String, String> more) {
        var form = new HashMap<>(Map.of("since", since.toString(), "reason", "支部大会决定"));
        form.putAll(more);
        return form;
    }

    private void set(String organization, LocalDate since, Map<String, String> more) {
        clerk.made("/organizations/" + organization + "/rules", form(since, more));
    }

    private String refused(String organization, LocalDate since, Map<String, String> more) {
        return clerk.refused("/organizations/" + organization + "/rules", form(since, more));
    }

    private String page(String organization) {
        return clerk.page("/organizations/" + organization + "/rules");
    }

    private RuleBook on(LocalDate day) {
        return console.database.read(handle -> RuleBook.on(handle, ProfileLibrary.shipped(), day));
    }

    @Test
    void goesByTheNationalRulesUntilSomebodyChooses() {
        assertTrue(page(branch).contains("没有选定，按国家规定"));

        set("c1", today, Map.of("profile", "STREET_STANDARD"));

        assertTrue(page(branch).contains("街道、社区基层党组织规范化建设细则"));
        assertTrue(page(branch).contains("由 "));
        assertTrue(page(branch).contains("支部报告工作"));
    }

    @Test
    void leavesThePastAsItWas() {
        var id = new OrganizationId(branch);
        set(branch, today.minusDays(30), Map.of("profile", "SHANGJIE_2018", "theme-day", "12"));
        set(branch, today.plusDays(10), Map.of("profile", "STREET_STANDARD", "theme-day", "15"));

        assertEquals("NATIONAL", on(today.minusDays(31)).choice(id).profile());
        assertEquals("SHANGJIE_2018", on(today).choice(id).profile());
        assertEquals("STREET_STANDARD", on(today.plusDays(10)).choice(id).profile());
        var organization = on(today).organization(id).orElseThrow();
        assertEquals(12, on(today).bearer(organization).themeDay().orElseThrow());
        assertEquals(15, on(today.plusDays(10)).bearer(organization).themeDay().orElseThrow());
        assertTrue(
                refused(branch, today.minusDays(40), Map.of("theme-day", "3")).contains("不能改写"));
    }

    @Test
    void changesWhatHasNotBegunAndNothingThatHas() {
        set(branch, today, Map.of("theme-day", "12"));
        set(branch, today.plusDays(5), Map.of("theme-day", "13"));

        set(branch, today.plusDays(5), Map.of("theme-day", "14"));

        var id = new OrganizationId(branch);
        assertEquals(14, on(today.plusDays(5)).own(id).orElseThrow().themeDay().orElseThrow());
        assertTrue(refused(branch, today, Map.of("theme-day", "15")).contains("不能改写"));
        assertTrue(refused(branch, today.plusDays(9), Map.of("theme-day", "14")).contains("没有变化"));
    }

    @Test
    void refusesParametersThatAProfileDoesNotKnow() {
        assertTrue(refused(branch, today, Map.of("profile", "NATIONAL", "param-memberMeetingPeriod", "MONTH"))
                .contains("memberMeetingPeriod"));
        assertTrue(refused(branch, today, Map.of("theme-day", "31")).contains("1 至 28"));

        set("c1", today, Map.of("profile", "STREET_STANDARD"));
        set(branch, today, Map.of("param-memberMeetingPeriod", "MONTH"));

        assertTrue(
                refused("c1", today.plusDays(1), Map.of("profile", "NATIONAL")).contains("样例支部"));
        assertTrue(page(branch).contains("每月至少 1 次"));
    }

    @Test
    void owesCommitteeMeetingsOnlyWithACommittee() {
        var organization = on(today).organization(new OrganizationId(branch)).orElseThrow();
        assertFalse(on(today).bearer(organization).hasCommittee());

        set(branch, today, Map.of("committee", "HAS"));

        assertTrue(on(today).bearer(organization).hasCommittee());
    }
}
