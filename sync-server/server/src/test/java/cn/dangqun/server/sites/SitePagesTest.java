package cn.dangqun.server.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.protocol.ProtocolVersion;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.kiosks.KioskRegistry;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.Held;
import cn.dangqun.server.roster.Clerk;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Centres that several communities use: who is served since when, who may change it, and what the pages wait for
///
class SitePagesTest {
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
    void saysWhomACentreServesAndSinceWhenAndWhoChangedIt() {
        assertTrue(clerk.page("/sites/site-1").contains("只服务所属的社区。"));

        clerk.made("/sites/site-1/communities", Map.of("community", "c2"));

        assertEquals(List.of(new OrganizationId("c2")), serves());
        assertTrue(row(clerk.page("/sites/site-1")).contains("起</td>"), () -> row(clerk.page("/sites/site-1")));
        assertTrue(site("/sites").contains(name("c2")), "the list says so");
        console.clock.advance(Duration.ofMinutes(5));
        clerk.made("/sites/site-1/communities/removal", Map.of("community", "c2"));
        assertEquals(List.of(), serves());
        assertTrue(row(clerk.page("/sites/site-1")).contains(" 至 "), "what was stays on the page");
        assertFalse(site("/sites").contains(name("c2")));
        var deeds = console.database.read(handle -> handle.createQuery(
                        "SELECT subject FROM audit_entry WHERE street = 1 AND action = 'SITE_SERVES_CHANGED' ORDER BY at")
                .mapTo(String.class)
                .list());
        assertEquals(List.of("site-1 +c2", "site-1 -c2"), deeds);
    }

    @Test
    void theKiosksPageSaysWhomItKnowsAndWhetherTheyHaveArrived() {
        var admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
        var kiosk = console.kiosk(1);
        var registry = new KioskRegistry(console.database, console.clock);
        assertTrue(admin.get("/kiosks/" + kiosk).body().contains("认得的党员：" + name("c1") + "</p>"));
        var held = console.reference
                .feed(new Held("site-1", ProtocolVersion.NEWEST, ""), Optional.empty(), 0)
                .held();
        registry.notedReferenceApplied(kiosk, held, 1, false);
        console.database.write((handle, changes) -> kiosk); // behind it in the same queue
        assertTrue(admin.get("/kiosks/" + kiosk).body().contains("以上名册都已发到这台一体机"));

        clerk.made("/sites/site-1/communities", Map.of("community", "c2"));

        var page = admin.get("/kiosks/" + kiosk).body();
        assertTrue(page.contains("认得的党员：" + name("c1") + "、" + name("c2")), page);
        assertTrue(page.contains("还没有全部发到"), page);
    }

    @Test
    void aNewNameOrRotaLeavesWhomItServes() {
        clerk.made("/sites/site-1/communities", Map.of("community", "c2"));

        clerk.made("/sites/site-1", Map.of("name", "样例改名中心", "organization", "c1"));

        assertEquals(List.of(new OrganizationId("c2")), serves());
    }

    @Test
    void refusesWhatCannotBe() {
        assertTrue(clerk.refused("/sites/site-1/communities", Map.of("community", "c1"))
                .contains("请选择要增加的社区"));
        assertTrue(clerk.refused("/sites/site-1/communities", Map.of("community", ""))
                .contains("请选择要增加的社区"));
        assertTrue(clerk.refused("/sites/site-1/communities/removal", Map.of("community", "c2"))
                .contains("没有改动"));
    }

    @Test
    void aCommunityOpensItsCentreToNobodyElseAndSeesWhereItIsServed() {
        var own = console.visitor(Role.STREET_REVIEWER, new Scope(Optional.of(new OrganizationId("c1"))));
        assertEquals(
                404,
                own.post("/sites", "/sites/site-1/communities", Map.of("community", "c2"))
                        .statusCode());
        clerk.made("/sites/site-1/communities", Map.of("community", "c2"));

        var served = console.visitor(Role.STREET_REVIEWER, new Scope(Optional.of(new OrganizationId("c2"))));

        var list = served.get("/sites").body();
        assertTrue(list.contains("data-site=\"site-1\""));
        assertFalse(list.contains("href=\"/sites/site-1\""));
        assertEquals(404, served.get("/sites/site-1").statusCode());
    }

    @Test
    void anActivityWaitsForEveryCentreThatServesItsCommunity() {
        var activity = console.activities()
                .filter(each -> each.organizations().size() == 1
                        && console.organization(each.organization())
                                .parent()
                                .filter(parent -> parent.value().equals("c2"))
                                .isPresent()
                        && each.window().closes().isAfter(console.clock.instant()))
                .findFirst()
                .orElseThrow();
        var own = console.kiosk(2);
        var other = console.kiosk(1);
        clerk.made("/sites/site-1/communities", Map.of("community", "c2"));
        pass(activity);
        console.heartbeat(own);
        assertFalse(complete(activity), "the kiosk of the other centre has told nothing");

        console.heartbeat(other);

        assertTrue(complete(activity));
    }

    @Test
    void anActivityThatWasOverBeforeWaitsForItsOwnCentresOnly() {
        var activity = console.activities()
                .filter(each -> console.organization(each.organization())
                        .parent()
                        .filter(parent -> parent.value().equals("c2"))
                        .isPresent())
                .filter(each -> each.window().closes().isAfter(console.clock.instant()))
                .findFirst()
                .orElseThrow();
        var own = console.kiosk(2);
        console.kiosk(1);
        pass(activity);
        clerk.made("/sites/site-1/communities", Map.of("community", "c2"));

        console.heartbeat(own);

        assertTrue(complete(activity));
    }

    private void pass(Activity activity) {
        console.clock.advance(Duration.between(
                console.clock.instant(), activity.window().closes().plusSeconds(60)));
        console.rolls.freezeStarted();
        clerk = new Clerk(console);
    }

    private boolean complete(Activity activity) {
        return clerk.page("/activities/" + activity.id()).contains("已齐全");
    }

    private List<OrganizationId> serves() {
        return console.database.read(
                handle -> new Entries(handle).site("site-1").orElseThrow().serves());
    }

    private String name(String organization) {
        return console.organization(new OrganizationId(organization)).name();
    }

    private static String row(String page) {
        return found("<tr data-community=\"c2\".*?</tr>", page);
    }

    private String site(String page) {
        return found("<tr data-site=\"site-1\".*?</tr>", clerk.page(page));
    }

    private static String found(String pattern, String page) {
        var found = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        assertTrue(found.find(), page);
        return found.group();
    }
}
