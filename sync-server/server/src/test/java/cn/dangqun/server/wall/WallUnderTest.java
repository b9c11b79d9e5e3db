package cn.dangqun.server.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The console over a street with four communities and twelve branches, at 09:20 on Monday, 23 November 2026, with
/// somebody who writes for the first community's wall and a reviewer of the street.
abstract class WallUnderTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    ConsoleUnderTest console;
    Visitor writer;
    Visitor reviewer;

    @BeforeEach
    final void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        writer = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c1"))));
        reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
    }

    @AfterEach
    final void close() {
        console.close();
    }

    void enteredOn(String day) {
        var at = LocalDate.parse(day).atStartOfDay(ZONE).toInstant().toEpochMilli();
        console.database.write((handle, changes) -> handle.execute("UPDATE organization SET entered_at = ?", at));
    }

    String publish(String slot, String place, String kind, String from) {
        var version = draft(writer, slot, words(place, kind, from));
        step(writer, version, "submission", Map.of());
        assertEquals(303, approve(reviewer, version, Map.of()).statusCode());
        assertEquals(303, step(reviewer, version, "publication", Map.of()).statusCode());
        return version;
    }

    static String draft(Visitor who, String slot, Map<String, String> words) {
        return location(who.post("/password", "/wall/frames/" + slot + "/versions", words));
    }

    static String location(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer::body);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    static HttpResponse<String> step(Visitor who, String version, String deed, Map<String, String> form) {
        return who.post("/password", version + "/" + deed, form);
    }

    HttpResponse<String> approve(Visitor who, String version, Map<String, String> more) {
        var form = new HashMap<>(more);
        form.put("secrecy", "yes");
        form.put("revision", revision(version));
        return step(who, version, "approval", form);
    }

    String revision(String version) {
        var id = version.substring(version.lastIndexOf('/') + 1);
        return Long.toString(count("SELECT revision FROM wall_version WHERE id = '" + id + "'"));
    }

    static Map<String, String> words(String place, String kind, String from) {
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

    static Map<String, String> official(String title, String body, String edition, String proofread) {
        var form = words("", "PUBLIC_TEXT", "2026-11-23");
        form.put("title", title);
        form.put("body", body);
        form.put("work", "《中国共产党章程》第六条");
        form.put("edition", edition);
        form.put("proofread-on", proofread);
        return form;
    }

    long count(String sql) {
        return console.database.read(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    String text(String sql) {
        return console.database.read(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    int number(String id) {
        var page = reviewer.get("/wall").body();
        return Stream.of(page.split("id=\"" + id + "\">"))
                .skip(1)
                .map(each -> Integer.parseInt(each.substring(0, each.indexOf('<'))))
                .findFirst()
                .orElseThrow();
    }
}
