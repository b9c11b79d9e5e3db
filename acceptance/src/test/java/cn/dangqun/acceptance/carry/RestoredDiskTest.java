package cn.dangqun.acceptance.carry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.acceptance.process.CrowdedStreet;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.sync.SyncStatus.Link;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A kiosk's disk is copied while people check in, and comes back later: restored, or in a second machine.
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("real-time")
class RestoredDiskTest {
    private static final KioskId KIOSK = new KioskId("kiosk-1");
    private static final int GUEST = OpenStreet.MEMBERS;

    @TempDir
    Path folder;

    private final Set<Integer> shown = new TreeSet<>();
    private OpenStreet street;
    private Path online;
    private Path offline;

    @BeforeEach
    void open() throws Exception {
        street = new OpenStreet(folder);
        offline = street.kiosk(folder.resolve("kiosk"), KIOSK, false);
        online = street.kiosk(folder.resolve("kiosk"), KIOSK, true);
    }

    @AfterEach
    void close() {
        street.close();
    }

    @Test
    void countsEverybodyOnceAfterAnOldImageWasRestored() throws Exception {
        var image = folder.resolve("image");
        try (var kiosk = start(online)) {
            tap(kiosk, 1, 20);
            kiosk.awaitSentAll();
            var flowing = CompletableFuture.runAsync(() -> tap(kiosk, 21, 60));
            copy(folder.resolve("kiosk/kiosk"), image);
            flowing.join();
            tap(kiosk, GUEST + 1, GUEST + 10);
            kiosk.awaitSentAll();
        }

        restore(image, folder.resolve("kiosk/kiosk"));
        try (var kiosk = start(offline)) {
            tap(kiosk, 61, 80);
            tap(kiosk, 50, 60); // again: this disk does not know them
            tap(kiosk, GUEST + 6, GUEST + 20);
        }
        try (var kiosk = start(online)) {
            ScreenlessKiosk.await("the fork is seen", () -> street.conflicts() > 0);
            tap(kiosk, 81, 85);
            assertInstanceOf(Link.Refused.class, kiosk.status().link());
        }

        assertEquals(1, street.decide(KIOSK));
        try (var kiosk = start(online)) {
            kiosk.awaitSentAll();
            assertInstanceOf(CheckInOutcome.AlreadyCheckedIn.class, kiosk.tap(80), "you are checked in already");
            tap(kiosk, 86, 90);
            kiosk.awaitSentAll();
        }
        assertEverybodyCountsOnce();
    }

    @Test
    void letsNoCloneBeginByAnothersDecisionAndLosesNobodyWhenItIsEnrolledAnew() throws Exception {
        var second = folder.resolve("second");
        try (var kiosk = start(online)) {
            tap(kiosk, 1, 10);
            kiosk.awaitSentAll();
        }
        copy(folder.resolve("kiosk/kiosk"), second.resolve("kiosk"));
        Files.copy(online, second.resolve("online.toml"));
        Files.copy(offline, second.resolve("offline.toml"));
        try (var first = start(offline);
                var clone = start(second.resolve("offline.toml"))) {
            tap(first, 11, 20);
            tap(clone, 21, 30);
            tap(clone, GUEST + 1, GUEST + 5);
        }
        try (var kiosk = start(online)) {
            kiosk.awaitSentAll();
        }
        refusedAsFork(second.resolve("online.toml"));
        street.decide(KIOSK);
        try (var clone = start(second.resolve("online.toml"))) {
            clone.awaitSentAll();
        }
        refusedAsFork(online); // the first machine's turn? not without a decision of its own
        assertEverybodyCountsOnce();

        try (var first = start(offline)) {
            tap(first, 31, 35);
        }
        Files.delete(folder.resolve("kiosk/kiosk/identity.p12"));
        var anew = street.kiosk(folder.resolve("kiosk"), new KioskId("kiosk-2"), true);
        try (var kiosk = start(anew)) {
            ScreenlessKiosk.await("carried and not taken", () -> street.notItsOwn() > 0);
            assertEquals(30, street.counted().size(), "the clone is at work under that name");
            street.allowCarrying(new KioskId("kiosk-2"), KIOSK);
            ScreenlessKiosk.await("carried over", () -> street.counted().size() == 35);
            kiosk.awaitSentAll();
        }
        assertEverybodyCountsOnce();
    }

    private void refusedAsFork(Path settings) throws Exception {
        var before = street.conflicts();
        try (var kiosk = start(settings)) {
            ScreenlessKiosk.await("the fork is seen", () -> street.conflicts() > before);
            ScreenlessKiosk.await("staff can see it", () -> kiosk.status().link() instanceof Link.Refused);
        }
    }

    private ScreenlessKiosk start(Path settings) throws Exception {
        return new ScreenlessKiosk(settings);
    }

    private void tap(ScreenlessKiosk kiosk, int from, int through) {
        for (int person = from; person <= through; person++) {
            var outcome = kiosk.tap(person);
            assertTrue(
                    outcome instanceof CheckInOutcome.Counted || outcome instanceof CheckInOutcome.AlreadyCheckedIn,
                    () -> "not told a success: " + outcome.getClass().getSimpleName());
            shown.add(person);
        }
    }

    private void assertEverybodyCountsOnce() throws Exception {
        var members = shown.stream()
                .filter(person -> person <= OpenStreet.MEMBERS)
                .map(person -> CrowdedStreet.member(person).value())
                .toList();
        var guests = shown.stream()
                .filter(person -> person > OpenStreet.MEMBERS)
                .map(street::guest)
                .sorted()
                .toList();
        assertEquals(members, street.counted());
        assertEquals(guests, street.countedGuests());
        assertEquals(members.size(), street.page().present());
        street.rebuild();
        assertEquals(members, street.counted());
        assertEquals(guests, street.countedGuests());
        assertEquals(members.size(), street.page().present());
    }

    /// As an image is taken of a disk at work: file after file.
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (var name : List.of(
                "identity.p12",
                "roster.key",
                "ledger.keys",
                "reference.db",
                "reference.db-wal",
                "ledger.db",
                "ledger.db-wal")) {
            if (Files.exists(from.resolve(name))) {
                Files.copy(from.resolve(name), to.resolve(name));
            }
        }
    }

    static void restore(Path image, Path to) throws IOException {
        try (var old = Files.newDirectoryStream(to)) {
            for (var file : old) {
                Files.delete(file);
            }
        }
        copy(image, to);
    }
}
