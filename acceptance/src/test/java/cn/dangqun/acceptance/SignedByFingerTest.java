package cn.dangqun.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.acceptance.process.CrowdedStreet;
import cn.dangqun.acceptance.process.KioskProcess;
import cn.dangqun.acceptance.process.StreetProcess;
import cn.dangqun.acceptance.process.VirtualDisplay;
import cn.dangqun.bench.page.ConsoleReader;
import cn.dangqun.domain.activity.ActivityType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A members' meeting at one kiosk in a real window: one after the other taps, signs with a finger and is counted, and
/// the street's page says how many. `-Dproof.signers=40` is a whole branch; how long it took is printed.
@Tag("real-time")
@Tag("proof")
class SignedByFingerTest {
    private static final Logger log = LoggerFactory.getLogger(SignedByFingerTest.class);
    private static final int SIGNERS = Integer.getInteger("proof.signers", 4);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Path PICTURES = Path.of("target", "pictures");
    // on a screen of 1080 by 1920: two strokes in the field, and 签好了
    private static final String FIRST_STROKE = "380,1260-440,1255-520,1262-600,1250-690,1258";
    private static final String SECOND_STROKE = "540,1200-536,1260-528,1320-500,1380-460,1410";
    private static final String DONE = "881,1821";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void eachSignsAndIsCountedOnThePage() throws Exception {
        var settings = CrowdedStreet.prepare(folder, SIGNERS + 1, ActivityType.MEMBER_MEETING);
        try (var display = VirtualDisplay.open(1080, 1920, folder);
                var street = StreetProcess.start(folder, settings)) {
            int control = KioskProcess.freePort();
            var plan = KioskProcess.write(new KioskProcess.Plan(
                    folder.resolve("kiosk-1"),
                    street.syncPort(),
                    street.fingerprint(),
                    street.enrolmentCode("kiosk-1", CrowdedStreet.SITE),
                    1080,
                    1920,
                    KioskProcess.simulatedDevices(control)));
            try (var kiosk = KioskProcess.start(plan, control, display.environment(), List.of())) {
                kiosk.awaitRoster();
                signAll(kiosk, display);
                var page = ConsoleReader.signIn(
                        URI.create(street.console()), CrowdedStreet.READER.login(), CrowdedStreet.READER.password());
                awaitPresent(page);
            }
        }
    }

    private static void signAll(KioskProcess kiosk, VirtualDisplay display) throws Exception {
        long began = System.nanoTime();
        var taps = new ArrayList<Duration>();
        var signatures = new ArrayList<Duration>();
        try (var hand = kiosk.hand()) {
            for (int person = 1; person <= SIGNERS; person++) {
                int before = kiosk.process().lineCount();
                long tapped = System.nanoTime();
                hand.tap(CrowdedStreet.uid(person));
                var asked = kiosk.process().await(KioskProcess.SHOWN, before, SOON);
                taps.add(since(tapped));
                assertEquals("SIGNATURE_ASKED", asked.group(1), "person " + person);

                before = kiosk.process().lineCount();
                long drawing = System.nanoTime();
                display.type(FIRST_STROKE, SECOND_STROKE);
                display.press(DONE);
                var signed = kiosk.process().await(KioskProcess.SHOWN, before, SOON);
                signatures.add(since(drawing));
                assertEquals("SIGNED", signed.group(1), "person " + person);
            }
        }
        display.picture(PICTURES.resolve("signed-by-finger.png"));
        log.info(
                "{} people signed in {} s; from tap to 请签名 {} ms, from the first stroke to 签到成功 {} ms (medians)",
                SIGNERS,
                since(began).toSeconds(),
                median(taps),
                median(signatures));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static long median(List<Duration> all) {
        return all.stream().sorted().toList().get(all.size() / 2).toMillis();
    }

    private static void awaitPresent(ConsoleReader page) throws Exception {
        var activity = CrowdedStreet.ACTIVITY.value();
        long end = System.nanoTime() + SOON.toNanos();
        while (page.figures(activity).present() < SIGNERS) {
            assertTrue(System.nanoTime() < end, "the page says " + page.figures(activity));
            Thread.sleep(100);
        }
        assertEquals(SIGNERS, page.figures(activity).present());
        assertEquals(SIGNERS + 1, page.figures(activity).due());
        assertEquals(SIGNERS, page.exported(activity).present());
    }
}
