package cn.dangqun.kiosk.meeting;

import static cn.dangqun.kiosk.reference.MadeUpStreet.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.quorum.MeetingCount;
import cn.dangqun.kiosk.ledger.LedgerReader;
import cn.dangqun.protocol.FactCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A kiosk killed in the middle of signatures, ballots and closings: whatever was said to be saved is there,
/// and nothing is there by half. `-Dproof.killed-meetings=100` kills it that often.
@Tag("real-time")
@Tag("proof")
class KilledMeetingTest {
    private static final int KILLS = Integer.getInteger("proof.killed-meetings", 3);

    @TempDir
    Path directory;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatWasSaidIsThereAndNothingByHalf() throws Exception {
        var random = new Random(20_261_129);
        for (int run = 1; run <= KILLS; run++) {
            var said = untilKilled(run, 1 + random.nextInt(60));
            var clock = KilledChair.clock(run);
            try (var ledger = KilledChair.open(directory, clock);
                    var reference = KilledChair.reference(directory, run, clock)) {
                var meetings = new LedgerMeetingDesk(ledger, reference, clock, ZONE);
                said.forEach(line -> assertThere(meetings, line));
                for (var activity : meetings.activities()) {
                    assertWhole(meetings.view(activity.id()).orElseThrow());
                }
                assertEverySignatureHasItsStrokes(ledger.newReader());
            }
        }
    }

    private static void assertThere(LedgerMeetingDesk meetings, String line) {
        var words = line.split(" ", 3);
        var view = meetings.view(new ActivityId(words[1])).orElseThrow();
        boolean there = switch (words[0]) {
            case "signed" ->
                view.people().stream()
                        .anyMatch(each -> each.isHere() && each.member().value().equals(words[2]));
            case "declared" -> view.record().declared().size() == 1;
            case "item" -> view.record().item(1).isPresent();
            case "voted" -> view.record().item(1).orElseThrow().isSettled();
            case "closed" -> view.record().isClosed();
            default -> throw new AssertionError(line);
        };
        assertTrue(there, line);
    }

    /// What follows stands on what came before.
    private static void assertWhole(MeetingView view) {
        var record = view.record();
        record.declared()
                .forEach(each -> assertEquals(
                        new MeetingCount(3, 3, 2, 2, 2), each.figures().count()));
        boolean voted = record.item(1).filter(each -> each.isSettled()).isPresent();
        assertTrue(!voted || record.declared().size() == 1, "voted by what was announced");
        assertTrue(!record.isClosed() || voted, "closed after the ballot");
    }

    private static void assertEverySignatureHasItsStrokes(LedgerReader reader) throws Exception {
        var batch = reader.batch(0, 100_000, Integer.MAX_VALUE);
        var strokes = new ArrayList<SealedId>();
        for (var record : batch.records()) {
            if (FactCodec.read(record.toByteArray()) instanceof AttendanceFact.Signed signed) {
                strokes.add(signed.strokes().orElseThrow());
            }
        }
        assertTrue(!strokes.isEmpty(), "the chair must have got somewhere");
        for (var each : strokes) {
            assertTrue(reader.attachment(each).isPresent());
        }
    }

    private List<String> untilKilled(int run, int lines) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledChair.class.getName(),
                        directory.toString(),
                        Integer.toString(run))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var said = new ArrayList<String>();
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.matches("(signed|declared|item|voted|closed) meeting-\\d+-\\d+ \\S+")) {
                    said.add(line);
                }
                if (said.size() == lines) {
                    process.toHandle().destroyForcibly(); // by handle: what it said before must stay readable
                }
            }
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            assertEquals(137, process.exitValue(), "it must die by SIGKILL and by nothing else");
            return said;
        }
    }
}
