package cn.dangqun.acceptance.carry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.acceptance.process.CrowdedStreet;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.fact.KioskId;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The key of a kiosk's disk is gone, as with a new board, while facts wait that nobody else has (decision 0019).
@Tag("real-time")
class LostDiskKeyTest {
    private static final KioskId KIOSK = new KioskId("kiosk-1");

    @TempDir
    Path folder;

    private OpenStreet street;
    private Path disk;

    @BeforeEach
    void work() throws Exception {
        street = new OpenStreet(folder);
        var offline = street.kiosk(folder.resolve("kiosk"), KIOSK, false);
        try (var kiosk = new ScreenlessKiosk(street.kiosk(folder.resolve("kiosk"), KIOSK, true))) {
            tap(kiosk, 1, 10);
            kiosk.awaitSentAll();
        }
        try (var kiosk = new ScreenlessKiosk(offline)) {
            tap(kiosk, 11, 20);
        }
        disk = folder.resolve("kiosk/kiosk");
        Files.delete(disk.resolve("roster.key"));
    }

    @AfterEach
    void close() {
        street.close();
    }

    private static void tap(ScreenlessKiosk kiosk, int from, int through) {
        for (int person = from; person <= through; person++) {
            assertInstanceOf(CheckInOutcome.Counted.class, kiosk.tap(person));
        }
    }

    @Test
    void enrolledAnewAsTheSameKioskItIsGivenItsKeyAndEverybodyCountsOnce() throws Exception {
        try (var kiosk = new ScreenlessKiosk(street.kiosk(folder.resolve("kiosk"), KIOSK, true))) {
            tap(kiosk, 21, 22);
            ScreenlessKiosk.await("everybody", () -> street.counted().size() == 22);
            kiosk.awaitSentAll();
            assertInstanceOf(CheckInOutcome.AlreadyCheckedIn.class, kiosk.tap(20), "it knows them again");
        }
        assertEquals(22, street.page().present());
        assertEquals(22, street.counted().stream().distinct().count());
        assertTrue(street.counted().contains(CrowdedStreet.member(20).value()));
    }

    @Test
    void underAnotherNameTheyWaitUntilItIsTheSameKioskAgain() throws Exception {
        var other = new KioskId("kiosk-2");
        try (var kiosk = new ScreenlessKiosk(street.kiosk(folder.resolve("kiosk"), other, true))) {
            tap(kiosk, 21, 21);
            kiosk.awaitSentAll();
            assertEquals(11, street.counted().size());
            try (var files = Files.list(disk)) {
                assertTrue(files.anyMatch(each -> each.toString().contains("ledger.db.locked-")), "it is complete");
            }
        }
        Files.delete(disk.resolve("identity.p12"));
        try (var kiosk = new ScreenlessKiosk(street.kiosk(folder.resolve("kiosk"), KIOSK, true))) {
            ScreenlessKiosk.await("everybody", () -> street.counted().size() == 21);
            kiosk.awaitSentAll();
        }
    }
}
