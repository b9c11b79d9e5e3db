package cn.dangqun.bench.farm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.checkin.CheckInOutcome.CheckedIn;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.organization.OrganizationId;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An audit that always agrees proves nothing: each way to break the promise is found.
class FarmAuditTest {
    private static final Epoch EPOCH = new Epoch("00112233445566778899aabbccddeeff");
    private static final String ROW = "7, ";

    @TempDir
    Path folder;

    private final Witness witness = new Witness();
    private List<String> wrongPages = List.of();

    @BeforeEach
    void layOutAStreet() throws SQLException {
        execute(
                "CREATE TABLE chain (number INTEGER, kiosk TEXT, epoch TEXT)",
                "CREATE TABLE fact (chain INTEGER, seq INTEGER)",
                "INSERT INTO chain VALUES (7, 'k', '" + EPOCH.hex() + "')",
                "CREATE TABLE attendance_line (member TEXT, state TEXT)",
                "CREATE TABLE fact_quarantine (seq INTEGER)",
                "CREATE TABLE ledger_conflict (seq INTEGER)");
        witness.success(success(1, "F-1"));
        execute("INSERT INTO fact VALUES (" + ROW + "1)", "INSERT INTO attendance_line VALUES ('F-1', 'PRESENT')");
    }

    @Test
    void agreesWhenEverybodyIsThereOnce() throws SQLException {
        assertTrue(audit().isKept());
    }

    @Test
    void findsAFactThatTheStreetDoesNotHave() throws SQLException {
        witness.success(success(2, "F-2"));

        assertEquals(List.of("k/" + EPOCH.hex() + "/2"), audit().lost());
        assertEquals(List.of("F-2"), audit().uncounted());
        assertFalse(audit().isKept());
    }

    @Test
    void findsAFactThatIsThereAndDoesNotCount() throws SQLException {
        witness.success(success(2, "F-2"));
        execute("INSERT INTO fact VALUES (" + ROW + "2)", "INSERT INTO attendance_line VALUES ('F-2', 'ABSENT')");

        assertEquals(List.of("F-2"), audit().uncounted());
        assertFalse(audit().isKept());
    }

    @Test
    void findsSomebodyToldOfBeingInWhoIsNot() throws SQLException {
        witness.already(new MemberId("F-3"));

        assertEquals(List.of("F-3"), audit().uncounted());
        assertFalse(audit().isKept());
    }

    @Test
    void findsSomebodyCountedTwice() throws SQLException {
        execute("INSERT INTO attendance_line VALUES ('F-1', 'PRESENT')");

        assertEquals(List.of("F-1"), audit().twice());
        assertFalse(audit().isKept());
    }

    @Test
    void findsSomebodyCountedWhoWasNeverTold() throws SQLException {
        execute("INSERT INTO attendance_line VALUES ('F-4', 'PRESENT')");

        assertEquals(List.of("F-4"), audit().strangers());
        assertFalse(audit().isKept());
    }

    @Test
    void findsAFigureOnAPageThatIsNotWhatWasSaid() throws SQLException {
        wrongPages = List.of("应到 31 实到 6, must be 31 and 7");

        assertFalse(audit().isKept());
    }

    @Test
    void findsWhatWasParked() throws SQLException {
        execute("INSERT INTO fact_quarantine VALUES (1)", "INSERT INTO ledger_conflict VALUES (1)");

        assertEquals(2, audit().parked());
        assertFalse(audit().isKept());
    }

    private FarmAudit audit() throws SQLException {
        return FarmAudit.of(witness, folder.resolve("street.db"), wrongPages);
    }

    private void execute(String... statements) throws SQLException {
        try (var street = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("street.db"));
                var statement = street.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static CheckedIn success(long seq, String member) {
        var now = Instant.parse("2026-11-10T01:00:00Z");
        var activity = new Activity(
                new ActivityId("a"),
                ActivityType.THEME_DAY,
                new OrganizationId("b"),
                "主题党日",
                "党员活动室",
                LocalDate.of(2026, 11, 10),
                now,
                now.plusSeconds(60),
                new CheckInWindow(now, now.plusSeconds(30), now.plusSeconds(60)));
        return new CheckedIn(
                activity,
                new MemberId(member),
                new PersonName("样例"),
                AttendanceRole.MEMBER,
                false,
                now,
                new FactId(new KioskId("k"), EPOCH, seq),
                new Tally(1, 1));
    }
}
