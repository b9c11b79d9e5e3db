package cn.dangqun.server.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.server.TestClock;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.attendance.AttendanceProjection;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.MigratedFile;
import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a check-in costs on the street's disk, with ids as long as the demonstration's and a clock as a real machine
/// has it.
@Timeout(60)
class LedgerFormTest {
    private static final int FACTS = 4000;
    private static final KioskId KIOSK = new KioskId("kiosk-0001");
    private static final Instant NINE = Instant.parse("2026-11-10T01:00:00Z");
    private static final String BOOT = UUID.nameUUIDFromBytes(new byte[] {1}).toString();

    @TempDir
    Path directory;

    @Test
    void aFactIsARowOfAtMostTwoHundredBytesWithIntegersForItsName() {
        try (var database = MigratedFile.open(directory.resolve("street.db"))) {
            var ledger = new Ledger(
                    database, new TestClock(), List.of(new AttendanceProjection((_, _, card) -> card.hex())));
            var own = new TestLedger(KIOSK);
            for (int seq = 1; seq <= FACTS; seq++) {
                own.addBytes(ByteString.copyFrom(FactCodec.encode(checkIn(seq))));
            }
            for (int from = 1; from <= FACTS; from += 500) {
                ledger.append(KIOSK, TestLedger.EPOCH, own.push(from, from + 499))
                        .orElseThrow()
                        .join();
            }

            long payload = number(database, "SELECT sum(payload) FROM dbstat WHERE name = 'fact'");
            long pages = number(database, "SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%fact%'");
            var all = number(
                    database, "SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%fact%' OR name LIKE '%attendance%'");
            assertEquals(FACTS, number(database, "SELECT count(*) FROM attendance WHERE counted = 1"));
            assertEquals(
                    3 * FACTS,
                    number(
                            database,
                            "SELECT sum((typeof(street) = 'integer') + (typeof(chain) = 'integer')"
                                    + " + (typeof(seq) = 'integer')) FROM fact"));
            assertTrue(payload <= 200L * FACTS, "a row has " + payload / FACTS + " bytes");
            assertTrue(pages <= 220L * FACTS, "with its pages, " + pages / FACTS + " bytes");
            assertTrue(all <= 450L * FACTS, "with all that follows from it, " + all / FACTS + " bytes");
        }
    }

    private static RecordedFact checkIn(int seq) {
        return new RecordedFact(
                new FactId(KIOSK, TestLedger.EPOCH, seq),
                new ClockReading(
                        NINE.plusMillis(seq * 700L),
                        BOOT,
                        Duration.ofMillis(86_400_000L + seq),
                        Optional.of(Duration.ofMinutes(17)),
                        Optional.of(Duration.ofMillis(-340))),
                new AttendanceFact.CheckedIn(
                        new ActivityId("c%02d-b%d-theme-day-2026-11-10".formatted(seq % 20, seq % 5)),
                        new MemberId("M-%05d".formatted(seq)),
                        AttendanceRole.MEMBER,
                        CheckInMethod.CARD,
                        false,
                        Optional.of(new OrganizationId("c%02d-b%d".formatted(seq % 20, seq % 5)))));
    }

    private static long number(Database database, String sql) {
        return database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
