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
import cn.dangqun.domain.member.MemberId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The one promise, under SIGKILL: whoever was shown 签到成功 is on the kiosk's disk after restart, once, and on the
/// street's disk, once. Kills fall anywhere between the tap and the next person's tap.
@Tag("real-time")
@Tag("proof")
class KilledKioskTest {
    // each takes a start of a whole kiosk; -Dkills=200 for more
    private static final int KILLS = Integer.getInteger("kills", 9);
    private static final int KIOSKS = 2;
    // at most so many tap between two kills, so that a fast machine does not run out of people
    private static final int MOST_TAPS = 5;
    private static final int MEMBERS = KILLS * MOST_TAPS + 2 * KIOSKS;
    // so many people at most have seen an answer when the countdown begins: kills hit the first tap, which a kiosk just
    // started answers slowly, as well as those after it, on a busy machine too
    private static final int MOST_ANSWERS = 3;
    private static final int LONGEST_COUNTDOWN_MILLIS = 300;
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void countsEverybodyWhoSawSuccessExactlyOnce() throws Exception {
        var settings = CrowdedStreet.prepare(folder, MEMBERS);
        try (var street = StreetProcess.start(folder, settings);
                var workers = Executors.newFixedThreadPool(KIOSKS)) {
            var victims = new ArrayList<Victim>();
            var runs = new ArrayList<Future<?>>();
            for (int i = 0; i < KIOSKS; i++) {
                var victim = new Victim(street, new KioskId("kiosk-" + (i + 1)), i * MEMBERS / KIOSKS);
                victims.add(victim);
                runs.add(workers.submit(() -> victim.beKilled(KILLS / KIOSKS)));
            }
            for (var run : runs) {
                run.get();
            }
            var present = new HashSet<MemberId>();
            for (var victim : victims) {
                victim.recoverAndSendAll();
                present.addAll(victim.verify());
            }
            var page = ConsoleReader.signIn(URI.create(street.console()), street.login(), street.password())
                    .figures(CrowdedStreet.ACTIVITY.value());
            assertEquals(present.size(), page.present(), "everybody is on the page once");
            assertEquals(MEMBERS, page.due());
            var shown = victims.stream().mapToInt(each -> each.shown.size()).sum();
            System.out.println("killed " + KILLS + " times; " + shown + " people had seen success, all counted once");
            assertTrue(shown > KILLS / 2, "the kills must fall where people are being checked in");
        }
    }

    /// One kiosk that is started and killed again and again on the same disk.
    private final class Victim {
        private final StreetProcess street;
        private final KioskId id;
        private final Path settings;
        private final int controlPort;
        private final Random random;
        /// Fact ids that a screen has shown with 签到成功.
        private final List<String> shown = new ArrayList<>();
        private int nextPerson;
        private int lastShownPerson;

        Victim(StreetProcess street, KioskId id, int firstPerson) throws IOException, InterruptedException {
            this.street = street;
            this.id = id;
            this.nextPerson = firstPerson + 1;
            this.random = new Random(firstPerson);
            this.controlPort = KioskProcess.freePort();
            this.settings = KioskProcess.write(new KioskProcess.Plan(
                    folder.resolve(id.value()),
                    street.syncPort(),
                    street.fingerprint(),
                    street.enrolmentCode(id.value(), CrowdedStreet.SITE),
                    600,
                    1000,
                    KioskProcess.simulatedDevices(controlPort)));
        }

        private KioskProcess start() throws IOException {
            var archive = folder.resolve(id.value()).resolve("kiosk.jsa");
            return KioskProcess.start(
                    settings,
                    controlPort,
                    Map.of(),
                    List.of(
                            "-Dglass.platform=Headless",
                            "-XX:+AutoCreateSharedArchive",
                            "-XX:SharedArchiveFile=" + archive));
        }

        Void beKilled(int times) throws Exception {
            // one orderly run writes the archive that makes the others start fast
            try (var kiosk = start()) {
                kiosk.awaitRoster();
            }
            for (int i = 0; i < times; i++) {
                killOnce();
            }
            return null;
        }

        private void killOnce() throws Exception {
            try (var kiosk = start()) {
                kiosk.awaitRoster();
                try (var hand = kiosk.hand()) {
                    if (lastShownPerson > 0) {
                        assertEquals(
                                "ALREADY_CHECKED_IN",
                                tapAndSee(kiosk, hand, lastShownPerson).group(1));
                    }
                    var answers = new CountDownLatch(random.nextInt(MOST_ANSWERS + 1));
                    var countdown = random.nextInt(LONGEST_COUNTDOWN_MILLIS);
                    var killer = Thread.ofVirtual().start(() -> kill(kiosk, answers, countdown));
                    tapPeople(kiosk, hand, answers);
                    killer.join();
                }
                kiosk.process().kill();
                collectWhatWasShown(kiosk);
            }
        }

        private static void kill(KioskProcess kiosk, CountDownLatch answers, int countdownMillis) {
            try {
                if (answers.await(SOON.toSeconds(), TimeUnit.SECONDS)) {
                    Thread.sleep(countdownMillis);
                    kiosk.process().kill();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void tapPeople(KioskProcess kiosk, KioskProcess.Hand hand, CountDownLatch answers)
                throws InterruptedException {
            try {
                for (int i = 0; i < MOST_TAPS && kiosk.process().isAlive(); i++) {
                    int person = nextPerson++;
                    tapAndSee(kiosk, hand, person);
                    lastShownPerson = person;
                    answers.countDown();
                }
            } catch (IOException | AssertionError e) {
                if (kiosk.process().isAlive()) {
                    throw new AssertionError("the kiosk stopped answering without being killed", e);
                }
            }
        }

        private static Matcher tapAndSee(KioskProcess kiosk, KioskProcess.Hand hand, int person)
                throws IOException, InterruptedException {
            int before = kiosk.process().lineCount();
            hand.tap(CrowdedStreet.uid(person));
            return kiosk.process().await(KioskProcess.SHOWN, before, SOON);
        }

        private void collectWhatWasShown(KioskProcess kiosk) {
            for (var line : kiosk.process().lines()) {
                var matcher = KioskProcess.SHOWN.matcher(line.text());
                if (matcher.find() && matcher.group(1).equals("CHECKED_IN")) {
                    shown.add(matcher.group(2));
                }
            }
        }

        void recoverAndSendAll() throws Exception {
            try (var kiosk = start()) {
                kiosk.awaitRoster();
                long end = System.nanoTime() + SOON.toNanos();
                while (facts().size() > Ledgers.ofStreet(street.database(), id).size()) {
                    assertTrue(System.nanoTime() < end, "the kiosk did not send everything it had");
                    Thread.sleep(50);
                }
            }
        }

        private List<RecordedFact> facts() throws Exception {
            return Ledgers.ofKiosk(folder.resolve(id.value()).resolve("kiosk").resolve("ledger.db"), id);
        }

        /// Returns who is counted.
        List<MemberId> verify() throws Exception {
            var onKiosk = facts();
            var ids = onKiosk.stream()
                    .map(each ->
                            id + "/" + each.id().epoch().hex() + "/" + each.id().seq())
                    .toList();
            var known = new HashSet<>(ids);
            assertEquals(
                    List.of(),
                    shown.stream().filter(each -> !known.contains(each)).toList(),
                    "shown, not on disk");
            assertEquals(shown.size(), new HashSet<>(shown).size(), "one fact shown as two successes");

            var members = onKiosk.stream()
                    .map(RecordedFact::fact)
                    .filter(AttendanceFact.CheckedIn.class::isInstance)
                    .map(each -> ((AttendanceFact.CheckedIn) each).member())
                    .toList();
            assertEquals(members.size(), new HashSet<>(members).size(), "somebody has two check-ins");

            assertEquals(onKiosk, Ledgers.ofStreet(street.database(), id), "the street has the same facts in order");
            var counted = Ledgers.counted(street.database(), CrowdedStreet.ACTIVITY.value());
            for (var member : members) {
                assertEquals(1, counted.stream().filter(member.value()::equals).count(), member + " at the street");
            }
            return members;
        }
    }
}
