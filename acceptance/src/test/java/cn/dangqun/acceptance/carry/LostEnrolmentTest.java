package cn.dangqun.acceptance.carry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.KioskId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The answer to an enrolment is lost between the street's disk and the kiosk's: the same code with the same key is
/// given the same certificate.
@Timeout(180)
@Tag("real-time")
class LostEnrolmentTest {
    @TempDir
    Path folder;

    @Test
    void isRepeatedByTheKioskAndAnsweredAgainByTheStreet() throws Exception {
        try (var street = new OpenStreet(folder);
                var line = new CutLine(street.port())) {
            var place = folder.resolve("kiosk-1");
            var settings = street.kioskBehind(line.port(), place, new KioskId("kiosk-1"));
            Thread.ofVirtual().start(() -> cutOnceGranted(street, line));
            try (var kiosk = new ScreenlessKiosk(settings)) {
                kiosk.tap(1);
                kiosk.awaitSentAll();
            }

            assertEquals(1, street.certificates());
            assertTrue(line.connections() >= 3, "one lost, one repeated, one to work");
            try (var left = Files.walk(place)) {
                assertEquals(
                        0,
                        left.filter(each -> each.endsWith("pending-enrolment")).count());
            }
        }
    }

    private static void cutOnceGranted(OpenStreet street, CutLine line) {
        try {
            ScreenlessKiosk.await("granted", () -> street.certificates() == 1);
            line.cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
