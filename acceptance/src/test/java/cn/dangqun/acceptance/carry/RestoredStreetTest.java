package cn.dangqun.acceptance.carry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerKeys;
import cn.dangqun.kiosk.ledger.SystemKioskClock;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.kiosk.sync.SyncStatus.Link;
import cn.dangqun.kiosk.sync.SyncStatus.RefusalReason;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The street comes back from an older backup. Its kiosks heal it with what they have kept; what nobody has any
/// more is said on both sides, and what comes after it still counts.
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("real-time")
class RestoredStreetTest {
    private static final KioskId KIOSK = new KioskId("kiosk-1");

    @TempDir
    Path folder;

    private OpenStreet street;
    private Path online;

    @BeforeEach
    void open() throws Exception {
        street = new OpenStreet(folder);
        online = street.kiosk(folder.resolve("kiosk"), KIOSK, true);
    }

    @AfterEach
    void close() {
        street.close();
    }

    private Path ledger() {
        return folder.resolve("kiosk/kiosk/ledger.db");
    }

    private ScreenlessKiosk start() throws Exception {
        return new ScreenlessKiosk(online);
    }

    private static void tap(ScreenlessKiosk kiosk, int from, int through) {
        for (int person = from; person <= through; person++) {
            assertInstanceOf(CheckInOutcome.Counted.class, kiosk.tap(person), "person " + person);
        }
    }

    /// Twelve come; the backup is of when three had.
    private Path twelveComeAndABackupHasThree() throws Exception {
        var backup = folder.resolve("backup.db");
        try (var kiosk = start()) {
            tap(kiosk, 1, 3);
            kiosk.awaitSentAll();
            street.copyTo(backup);
            tap(kiosk, 4, 12);
            kiosk.awaitSentAll();
        }
        return backup;
    }

    @Test
    void loseNobodyWhoseFactsNoBackupHoldsWhateverTheClockSays() throws Exception {
        var backup = twelveComeAndABackupHasThree();
        for (var jump : new Duration[] {Duration.ofDays(100), Duration.ofDays(-100)}) {
            assertEquals(0, purge(Clock.offset(Clock.systemUTC(), jump)), "by a clock that is off by " + jump);
        }

        street = street.restored(backup);
        assertEquals(3, street.page().present());
        try (var kiosk = start()) {
            kiosk.awaitSentAll();
        }

        assertEquals(12, street.page().present());
    }

    @Test
    void countsEverybodyStillKeptAndSaysHowManyNobodyHasAnyMore() throws Exception {
        var backup = twelveComeAndABackupHasThree();
        believeABackupOf(9);
        assertTrue(purge(Clock.systemUTC()) > 4, "the street had said that it has them");

        street = street.restored(backup);
        try (var kiosk = start()) {
            ScreenlessKiosk.await(
                    "staff can see it", () -> kiosk.status().link().equals(new Link.Refused(RefusalReason.LEDGER_GAP)));
            tap(kiosk, 13, 20);
        }
        var said = street.forkPage(KIOSK);
        int gone = gone(said);
        assertEquals(1, street.decide(KIOSK));
        try (var kiosk = start()) {
            kiosk.awaitSentAll();
            tap(kiosk, 21, 22);
            kiosk.awaitSentAll();
        }

        assertEquals(22 - gone, street.page().present());
        street.rebuild();
        assertEquals(22 - gone, street.page().present());
    }

    /// As many as the page says; each of them was a check-in.
    private static int gone(String page) {
        var said = Pattern.compile("共 ([0-9]+) 条，两边都已经没有").matcher(page);
        assertTrue(said.find(), page);
        int gone = Integer.parseInt(said.group(1));
        assertTrue(gone >= 5 && gone <= 6, page);
        return gone;
    }

    /// A street that said so and then lost that backup too; ninety days of work lie behind it.
    private void believeABackupOf(long through) throws Exception {
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + ledger());
                var statement = db.createStatement()) {
            statement.executeUpdate("UPDATE backup SET through_seq = " + through);
            statement.executeUpdate("UPDATE counted_time SET counted_millis = counted_millis + "
                    + Ledger.KEPT_AFTER_ACK.plusDays(1).toMillis());
        }
    }

    private int purge(Clock wall) throws Exception {
        try (var kept = Ledger.open(ledger(), new SystemKioskClock(wall), keys(), KioskCore.PROJECTIONS)) {
            kept.adopt(KIOSK).join();
            kept.heardStreet(Instant.now(wall));
            return kept.purge(Instant.now(wall)).join() instanceof Commit.Done<Integer>(var deleted) ? deleted : -1;
        }
    }

    private LedgerKeys keys() throws IOException {
        return LedgerKeys.open(folder.resolve("kiosk/kiosk/ledger.keys"), Optional.empty());
    }
}
