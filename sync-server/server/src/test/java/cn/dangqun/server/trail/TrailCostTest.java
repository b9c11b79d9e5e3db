package cn.dangqun.server.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.MigratedFile;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What each question of the record costs. A hundred thousand deeds in the gate, a million with `-Dtrail.deeds`.
@Tag("real-time")
class TrailCostTest {
    private static final int DEEDS = Integer.getInteger("trail.deeds", 100_000);
    private static final int LOGINS = 50;
    private static final Duration MOST = Duration.ofMillis(500);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path directory;

    @Test
    void answersEveryQuestionFromAnIndex() {
        try (var database = MigratedFile.open(directory.resolve("street.db"))) {
            fill(database);
            var took = new LinkedHashMap<String, Duration>();
            for (var scope : new Scope[] {Scope.wholeStreet(), new Scope(Optional.of(new OrganizationId("c1")))}) {
                questions()
                        .forEach((name, question) -> took.put(
                                name + (scope.top().isPresent() ? " of a community" : ""),
                                time(database, scope, question)));
            }
            System.out.println(DEEDS + " deeds: " + took);
            took.forEach((name, time) -> assertTrue(time.compareTo(MOST) < 0, name + " took " + time));
        }
    }

    private static Map<String, Question> questions() {
        var day = Optional.of(LocalDate.of(2026, 3, 1));
        var questions = new LinkedHashMap<String, Question>();
        questions.put("everything", new Question("", "", "", Optional.empty(), false, 1));
        questions.put("the last page", new Question("", "", "", Optional.empty(), false, 100));
        questions.put("the oldest", new Question("", "", "", Optional.empty(), true, 1));
        questions.put("a person", new Question("login-7", "", "", Optional.empty(), false, 1));
        questions.put("a person's rare deed", new Question("login-7", "CODE_REVOKED", "", Optional.empty(), false, 1));
        questions.put("a rare deed", new Question("", "CODE_REVOKED", "", Optional.empty(), false, 1));
        questions.put("a subject", new Question("", "", "subject-77", Optional.empty(), false, 1));
        questions.put("a day", new Question("", "", "", day, false, 1));
        questions.put("nobody", new Question("nobody", "", "", Optional.empty(), false, 1));
        return questions;
    }

    private static Duration time(Database database, Scope scope, Question question) {
        long before = System.nanoTime();
        var entries = database.read(handle -> {
            var reader = TrailReader.of(handle, scope, ZONE);
            reader.people();
            reader.count(question);
            return reader.page(question);
        });
        var took = Duration.ofNanos(System.nanoTime() - before);
        boolean mayBeEmpty = scope.top().isPresent()
                || question.person().equals("nobody")
                || question.day().isPresent()
                || question.action().equals("CODE_REVOKED");
        assertTrue(mayBeEmpty || !entries.isEmpty(), question.toString());
        return took;
    }

    /// Logins that end in 5 belong to a community. Every thousandth deed is a rare one.
    private static void fill(Database database) {
        database.write((handle, changes) -> {
            handle.execute("INSERT INTO organization (id, parent, level, org_class, name, path)"
                    + " VALUES ('street', NULL, 'STREET_COMMITTEE', 'COMMUNITY', 's', '/street/')");
            handle.execute("INSERT INTO organization (id, parent, level, org_class, name, path)"
                    + " VALUES ('c1', 'street', 'COMMITTEE', 'COMMUNITY', 'c', '/street/c1/')");
            var numbers = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %d) ";
            handle.execute(numbers.formatted(LOGINS - 1)
                    + "INSERT INTO account (login, display_name, role, scope, verifier, created_at)"
                    + " SELECT 'login-' || i, 'n', 'AUDITOR', CASE WHEN i % 10 = 5 THEN 'c1' END, 'v', 0 FROM n");
            return handle.execute(numbers.formatted(DEEDS - 1)
                    + "INSERT INTO audit_entry (id, at, login, action, subject, remote)"
                    + " SELECT 'd' || i, 1767225600000 + i * 30000, 'login-' || (i % " + LOGINS + "),"
                    + " CASE WHEN i % 1000 = 7 THEN 'CODE_REVOKED' ELSE 'SIGNED_IN' END, 'subject-' || (i % 5000), ''"
                    + " FROM n");
        });
        int deeds = database.read(handle -> handle.createQuery("SELECT count(*) FROM audit_entry")
                .mapTo(Integer.class)
                .one());
        assertEquals(DEEDS, deeds);
    }
}
