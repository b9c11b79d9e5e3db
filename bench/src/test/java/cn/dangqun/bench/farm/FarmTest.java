package cn.dangqun.bench.farm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// A small farm, long enough to meet every trouble (F-99).
@Tag("real-time")
@Tag("proof")
class FarmTest {
    private static final int KIOSKS = 4;
    private static final int PEOPLE = 20;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void countsEverybodyOnceInBadWeather(TestReporter reporter) throws Exception {
        var plan = new FarmPlan(folder, KIOSKS, PEOPLE, Duration.ofSeconds(15), 20261126);

        var harvest = new Farm(plan).run();

        var report = new ByteArrayOutputStream();
        FarmReport.print(new PrintStream(report, true, StandardCharsets.UTF_8), plan, harvest);
        var words = report.toString(StandardCharsets.UTF_8);
        reporter.publishEntry(words);
        assertTrue(harvest.audit().isKept(), words);
        // all parts at all kiosks, but the first part at two of them only
        assertEquals(KIOSKS * PEOPLE * 2 + 2 * PEOPLE, harvest.audit().people(), words);
        assertEquals(Trouble.values().length, harvest.troubles().size(), words);
        assertTrue(harvest.already() > 0, words);
    }
}
