package cn.dangqun.bench.farm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.bench.farm.kiosk.Witness;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.member.MemberId;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private Map<String, Loss> losses = Map.of();

    @BeforeEach
    void layOutAStreet() throws SQLException {
        execute(
                "CREATE TABLE chain (number INTEGER, kiosk TEXT, epoch TEXT)",
                "CREATE TABLE fact (chain INTEGER, seq INTEGER)",
                "CREATE TABLE fact_carried (origin_kiosk TEXT, origin_epoch TEXT, origin_seq INTEGER)",
                "INSERT INTO chain VALUES (7, 'k', '" + EPOCH.hex() + "')",
                "CREATE TABLE attendance_line (member TEXT, state TEXT)",
                "CREATE TABLE fact_quarantine (seq INTEGER)",
                "CREATE TABLE ledger_conflict (kiosk TEXT, epoch TEXT, seq INTEGER, last_seen_at INTEGER)",
                "CREATE TABLE epoch_decision (kiosk TEXT, epoch TEXT, used_at INTEGER)");
        success(1, "F-1");
        execute("INSERT INTO fact VALUES (" + ROW + "1)", "INSERT INTO attendance_line VALUES ('F-1', 'PRESENT')");
    }

    @Test
    void agreesWhenEverybodyIsThereOnce() throws SQLException {
        assertTrue(audit().isKept());
    }

    @Test
    void findsAFactThatTheStreetDoesNotHave() throws SQLException {
        success(2, "F-2");

        assertEquals(List.of("k/" + EPOCH.hex() + "/2"), audit().lost());
        assertEquals(List.of("F-2"), audit().uncounted());
        assertFalse(audit().isKept());
    }

    @Test
    void findsAFactThatIsThereAndDoesNotCount() throws SQLException {
        success(2, "F-2");
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
        execute("INSERT INTO fact_quarantine VALUES (1)", "INSERT INTO ledger_conflict VALUES ('k', 'e', 1, 5)");

        assertEquals(2, audit().parked());
        assertFalse(audit().isKept());
    }

    @Test
    void takesAConflictForSettledOnceItsDecisionWasUsed() throws SQLException {
        execute(
                "INSERT INTO ledger_conflict VALUES ('k', 'e', 1, 5)",
                "INSERT INTO epoch_decision VALUES ('k', 'e', 6)");

        assertTrue(audit().isKept());
    }

    @Test
    void knowsAFactThatWasCarriedOver() throws SQLException {
        success(2, "F-2");
        execute(
                "INSERT INTO fact_carried VALUES ('k', '" + EPOCH.hex() + "', 2)",
                "INSERT INTO attendance_line VALUES ('F-2', 'PRESENT')");

        assertTrue(audit().isKept());
    }

    @Test
    void excusesNoMoreThanThePageSaysIsLost() throws SQLException {
        success(2, "F-2");
        success(3, "F-3");

        losses = Map.of("k", new Loss(Set.of("F-2", "F-3"), new FarmOffice.Said(2, false)));
        assertEquals(Set.of("F-2", "F-3"), audit().named());
        assertTrue(audit().isKept());

        losses = Map.of("k", new Loss(Set.of("F-2", "F-3"), new FarmOffice.Said(1, false)));
        assertEquals(List.of("F-2", "F-3"), audit().uncounted());
        assertEquals(2, audit().lost().size());
        assertFalse(audit().isKept());
    }

    @Test
    void excusesNobodyWhoseFactTheStreetHadToHave() throws SQLException {
        success(2, "F-2");
        losses = Map.of("k", new Loss(Set.of("F-3"), new FarmOffice.Said(5, true)));

        assertEquals(List.of("F-2"), audit().uncounted());
        assertFalse(audit().isKept());
    }

    private FarmAudit audit() throws SQLException {
        return FarmAudit.of(witness, folder.resolve("street.db"), losses).with(wrongPages);
    }

    private void execute(String... statements) throws SQLException {
        try (var street = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("street.db"));
                var statement = street.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void success(long seq, String member) {
        witness.success("k/" + EPOCH.hex() + "/" + seq, new MemberId(member));
    }
}
