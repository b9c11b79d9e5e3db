package cn.dangqun.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.acceptance.process.CrowdedStreet;
import cn.dangqun.acceptance.process.KioskProcess;
import cn.dangqun.acceptance.process.Ledgers;
import cn.dangqun.acceptance.process.StreetProcess;
import cn.dangqun.bench.page.ConsoleReader;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.RecordedFact;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The street is away while 500 people check in: nobody waits for it, and when it returns it gets all of them, in
/// order, once.
@Tag("real-time")
class ServerOutageTest {
    private static final int PEOPLE = 500;
    private static final Duration SOON = Duration.ofSeconds(60);
    // what a person may wait between tap and answer; the product's promise, not a measure of this machine
    private static final Duration PROMISED = Duration.ofSeconds(1);
    private static final KioskId KIOSK = new KioskId("kiosk-1");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void keepsCheckingInAndDeliversAllInOrderOnce() throws Exception {
        var settings = CrowdedStreet.prepare(folder, PEOPLE);
        var street = StreetProcess.start(folder, settings);
        int port = street.syncPort();
        int controlPort = KioskProcess.freePort();
        var kioskSettings = KioskProcess.write(new KioskProcess.Plan(
                folder.resolve(KIOSK.value()),
                port,
                street.fingerprint(),
                street.enrolmentCode(KIOSK.value(), CrowdedStreet.SITE),
                600,
                1000,
                KioskProcess.simulatedDevices(controlPort)));
        try (var kiosk =
                KioskProcess.start(kioskSettings, controlPort, Map.of(), List.of("-Dglass.platform=Headless"))) {
            kiosk.awaitRoster();
            var login = street.login();
            var password = street.password();
            street.stop();

            var waits = tapEverybody(kiosk);

            // a machine with other work makes single people wait; a kiosk that asks for its street, everybody
            var usual = waits.stream().sorted().toList().get(PEOPLE / 2);
            assertTrue(usual.compareTo(PROMISED) < 0, "half of the people waited longer than " + usual);
            assertEquals(0, Ledgers.ofStreet(street.database(), KIOSK).size());

            var again = StreetProcess.settings(folder, port, false);
            try (var returned = StreetProcess.start(folder, again)) {
                awaitFacts(returned);
                verify(returned);
                verifyThePage(ConsoleReader.signIn(URI.create(returned.console()), login, password));
            }
        }
    }

    private static List<Duration> tapEverybody(KioskProcess kiosk) throws Exception {
        var waits = new ArrayList<Duration>();
        try (var hand = kiosk.hand()) {
            for (int person = 1; person <= PEOPLE; person++) {
                int before = kiosk.process().lineCount();
                long tapped = System.nanoTime();
                hand.tap(CrowdedStreet.uid(person));
                var shown = kiosk.process().await(KioskProcess.SHOWN, before, SOON);
                waits.add(Duration.ofNanos(System.nanoTime() - tapped));
                assertEquals("CHECKED_IN", shown.group(1));
            }
        }
        return waits;
    }

    private static void awaitFacts(StreetProcess street) throws Exception {
        // the kiosk waits longer and longer between its attempts, so this may take a while
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (Ledgers.counted(street.database(), CrowdedStreet.ACTIVITY.value())
                        .size()
                < PEOPLE) {
            assertTrue(System.nanoTime() < end, "the street did not get everybody");
            Thread.sleep(100);
        }
    }

    private static void verify(StreetProcess street) throws Exception {
        var facts = Ledgers.ofStreet(street.database(), KIOSK);
        // the roll was frozen by whoever was first: the street at the planned start, or this kiosk
        var members = facts.stream()
                .map(RecordedFact::fact)
                .filter(AttendanceFact.CheckedIn.class::isInstance)
                .map(fact -> ((AttendanceFact.CheckedIn) fact).member())
                .toList();
        var expected =
                IntStream.rangeClosed(1, PEOPLE).mapToObj(CrowdedStreet::member).toList();
        assertEquals(expected, members);
    }

    /// What the street reads.
    private static void verifyThePage(ConsoleReader console) throws Exception {
        var activity = CrowdedStreet.ACTIVITY.value();
        assertEquals(PEOPLE, console.figures(activity).present());
        assertEquals(PEOPLE, console.exported(activity).present());
    }
}
