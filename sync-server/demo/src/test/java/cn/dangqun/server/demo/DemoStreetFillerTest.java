package cn.dangqun.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.credential.MacCardKeyer;
import cn.dangqun.server.Demonstration;
import cn.dangqun.server.accounts.FirstAccounts;
import cn.dangqun.server.accounts.Passwords;
import cn.dangqun.server.attendance.AttendanceProjection;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.fees.FeeProjection;
import cn.dangqun.server.ledger.Ledger;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.text.Texts;
import cn.dangqun.store.SecretVerifier;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoStreetFillerTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-23T01:20:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZONE);

    private final Demonstration demonstration = Demonstration.find().orElseThrow();
    private Database database;

    @BeforeEach
    void open(@TempDir Path directory) {
        database = Database.open(directory.resolve("street.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isFoundWhereItWasBroughtAlong() {
        assertInstanceOf(DemoStreetFiller.class, demonstration);
    }

    @Test
    void fillsAStreetWithPeopleAndWalls() {
        var reference = new ReferenceLedger(database, CLOCK);

        demonstration.fill(new Demonstration.EmptyStreet(
                database, reference, street(), new MacCardKeyer(new byte[32]), NOW, ZONE));

        assertEquals(400, count("SELECT count(*) FROM member"));
        assertEquals(8, count("SELECT count(*) FROM staff"));
        assertTrue(count("SELECT count(*) FROM wall_version WHERE state = 'PUBLISHED'") > 20);
        assertEquals(1, count("SELECT count(*) FROM wall_version WHERE state = 'DRAFT'"));
        assertTrue(count("SELECT count(*) FROM attendance_line WHERE state = 'PRESENT'") > 500);
        assertTrue(count("SELECT count(*) FROM fee_month WHERE paid = 1") > 300);
        assertEquals(9, count("SELECT count(*) FROM appointment_day"));
        assertEquals(3, count("SELECT count(*) FROM household"));
        assertTrue(count("SELECT count(*) FROM fee_relief WHERE granted IS NULL") > 0);
    }

    @Test
    void keepsItsLoginsOverARestart() {
        var passwords = new Passwords(new SecretVerifier.Cost(64, 1));
        var accounts = new FirstAccounts(database, CLOCK, passwords, new Texts());

        var logins = demonstration.logins(accounts);

        assertEquals(7, logins.size());
        assertEquals(7, logins.stream().map(Demonstration.Login::use).distinct().count());
        assertEquals(logins, demonstration.logins(accounts));
        assertEquals(7, count("SELECT count(*) FROM account"));
    }

    private StreetLedger street() {
        return new Ledger(
                        database,
                        CLOCK,
                        List.of(new AttendanceProjection((_, _, card) -> card.hex()), new FeeProjection()))
                .street();
    }

    private long count(String sql) {
        return database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
