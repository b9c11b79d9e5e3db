package cn.dangqun.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.attendance.Present;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.protocol.FactCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The promise under SIGKILL (F-75): what a writer said was saved is there after the kill, once, in an unbroken
/// chain, and the projection says the same as the facts.
@Tag("real-time")
@Tag("proof")
class LedgerKilledTest {
    private static final int KILLS = Integer.getInteger("proof.ledger-kills", 8);
    /// Enough for SQLite's own library, which unpacks itself first; the log of a few hundred commits is longer.
    private static final int MOST_KIBIBYTES = 2048;

    @TempDir
    Path directory;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void keepsEverythingThatWasSaidToBeSavedThroughTwentyKills() throws Exception {
        var random = new Random(20_261_110);
        var said = new HashMap<Long, String>();

        for (int run = 1; run <= KILLS; run++) {
            writeUntilKilled(run, 1 + random.nextInt(120)).forEach(line -> {
                var words = line.split(" ", 2);
                assertEquals(null, said.put(Long.valueOf(words[0]), words[1]), "a number given twice");
            });
        }

        var facts = factsOnDisk();
        said.forEach((seq, words) -> assertEquals(words, facts.get(seq.intValue() - 1)));
        assertTrue(said.size() > KILLS, "the writers must have got somewhere");
        assertTrue(facts.size() - said.size() <= KILLS, "at most the fact in flight at each kill was saved unsaid");
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void savesWholeFactsOrNothingWhenTheDiskTakesNoMore() throws Exception {
        var process = start(List.of("bash", "-c", "ulimit -f " + MOST_KIBIBYTES + "; exec \"$@\"", "bash"), 1);
        var said = new HashMap<Long, String>();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            out.lines().filter(LedgerKilledTest::isSaid).forEach(line -> {
                var words = line.split(" ", 2);
                said.put(Long.valueOf(words[0]), words[1]);
            });
        }

        assertEquals(KilledWriter.NOT_SAVED, process.waitFor(), "the limit must have been felt");
        var facts = factsOnDisk();
        said.forEach((seq, words) -> assertEquals(words, facts.get(seq.intValue() - 1)));
        assertTrue(facts.size() - said.size() <= 1);
        assertTrue(said.size() > 10, () -> "only " + said.size() + " facts before the limit");
    }

    private Process start(List<String> before, int run) throws IOException {
        var command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                file().toString(),
                "RUN" + run));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static boolean isSaid(String line) {
        return line.matches("\\d+ (in|void) M-RUN\\d+-\\d+");
    }

    /// Kills after so many lines; lines that a kill cut short do not count.
    private List<String> writeUntilKilled(int run, int lines) throws IOException, InterruptedException {
        var process = start(List.of(), run);
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var said = new ArrayList<String>();
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (isSaid(line)) {
                    said.add(line);
                }
                if (said.size() == lines) {
                    process.toHandle().destroyForcibly(); // by handle: what it said before must stay readable
                }
            }
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            assertEquals(137, process.exitValue(), "the writer must die by SIGKILL and by nothing else");
            return said;
        }
    }

    private Path file() {
        return directory.resolve("ledger.db");
    }

    /// In order; also proves chain, numbers and projection.
    private List<String> factsOnDisk() throws Exception {
        try (var ledger = Ledger.open(
                file(), new SystemKioskClock(Clock.systemUTC()), KeysOnDisk.beside(file()), KioskCore.PROJECTIONS)) {
            ledger.adopt(KilledWriter.KIOSK).join();
            assertFalse(ledger.health().damagedFileKept());
            var batch = ledger.newReader().batch(0, Integer.MAX_VALUE, Integer.MAX_VALUE);
            var words = new ArrayList<String>();
            var present = new HashMap<Long, MemberId>();
            for (var record : batch.records()) {
                var recorded = FactCodec.decode(KilledWriter.KIOSK, batch.epoch(), record.toByteArray());
                words.add(
                        switch (recorded.fact()) {
                            case AttendanceFact.CheckedIn f -> {
                                present.put(recorded.id().seq(), f.member());
                                yield "in " + f.member();
                            }
                            case AttendanceFact.CheckInVoided f -> "void " + present.remove(f.voidedSeq());
                            default -> throw new AssertionError("not written");
                        });
            }
            assertEquals(
                    new HashSet<>(present.values()),
                    Present.in(ledger, KilledWriter.ACTIVITY).members());
            return words;
        }
    }
}
