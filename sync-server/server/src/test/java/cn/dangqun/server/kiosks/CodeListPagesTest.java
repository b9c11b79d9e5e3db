package cn.dangqun.server.kiosks;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Codes with which kiosks are let in: who drew them, what became of them, and one valid at a time (F-69).
class CodeListPagesTest {
    private ConsoleUnderTest console;
    private Visitor admin;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void listsWhoDrewACodeAndForWhereUntilItIsTakenBack() {
        assertTrue(list().contains("还没有生成过登记码"));
        draw("new-one", "site-1");

        var row = rows().getFirst();
        assertTrue(row.contains("有效至") && row.contains("新一体机") && !row.contains("命令行"), row);
        assertEquals(303, withdraw(row).statusCode());

        assertTrue(rows().getFirst().contains("作废</td>"), rows().getFirst());
        assertEquals(List.of("new-one"), audited("ENROLMENT_CODE_WITHDRAWN"));
        var again = withdraw(row);
        assertEquals(422, again.statusCode());
        assertTrue(again.body().contains("没有改动"));
        assertEquals(List.of("new-one"), audited("ENROLMENT_CODE_WITHDRAWN"));
    }

    @Test
    void aLaterCodeForTheSameKioskTakesThePlaceOfAnEarlierOne() {
        assertFalse(draw("new-one", "site-1").contains("已经作废"));
        console.clock.advance(Duration.ofMinutes(1));

        assertTrue(draw("new-one", "site-2").contains("已经作废"), "the page says so");

        assertEquals(2, rows().size());
        assertTrue(rows().getFirst().contains("有效至"));
        assertTrue(rows().getLast().contains("被新的登记码代替"));
    }

    @Test
    void saysThatOneHasExpired() {
        draw("new-one", "site-1");

        console.clock.advance(Duration.ofMinutes(11));

        assertTrue(rows().getFirst().contains("过期，没有用"));
        assertFalse(rows().getFirst().contains("<form"));
    }

    @Test
    void showsACommunityItsOwnOnly() {
        draw("new-one", "site-1");
        draw("new-two", "site-2");

        var own = console.visitor(Role.STREET_ADMIN, new Scope(Optional.of(new OrganizationId("c1"))))
                .get("/kiosks/codes")
                .body();

        assertTrue(own.contains("new-one") && !own.contains("new-two"), own);
        assertTrue(admin.get("/kiosks/codes?search=new-two").body().contains("data-kiosk=\"new-two\""));
        assertFalse(admin.get("/kiosks/codes?search=new-two").body().contains("data-kiosk=\"new-one\""));
    }

    private String draw(String kiosk, String site) {
        return admin.post("/kiosks", "/kiosks/codes", Map.of("kiosk", kiosk, "name", "新一体机", "site", site))
                .body();
    }

    private HttpResponse<String> withdraw(String row) {
        return admin.post(
                "/kiosks",
                "/kiosks/codes/withdrawal",
                Map.of(
                        "kiosk",
                        found("name=\"kiosk\" value=\"([^\"]+)\"", row),
                        "created",
                        found("name=\"created\" value=\"(\\d+)\"", row)));
    }

    private static String found(String pattern, String in) {
        var found = Pattern.compile(pattern).matcher(in);
        assertTrue(found.find(), in);
        return found.group(1);
    }

    private String list() {
        return admin.get("/kiosks/codes").body();
    }

    private List<String> rows() {
        return Pattern.compile("<tr data-kiosk=.*?</tr>", Pattern.DOTALL)
                .matcher(list())
                .results()
                .map(each -> each.group())
                .toList();
    }

    private List<String> audited(String action) {
        return console.database.read(handle -> handle.createQuery(
                        "SELECT subject FROM audit_entry WHERE street = 1 AND action = ? ORDER BY id")
                .bind(0, action)
                .mapTo(String.class)
                .list());
    }
}
