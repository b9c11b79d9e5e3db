package cn.dangqun.bench.farm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.bench.farm.story.Draw;
import cn.dangqun.bench.farm.story.FaultKind;
import cn.dangqun.bench.farm.story.Story;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Small farms (F-99): one that meets every kind of fault, and one that happens twice.
@Tag("real-time")
@Tag("proof")
class FarmTest {
    private static final int SEEDS = Integer.getInteger("farm.seeds", 1);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void countsEverybodyOnceWhateverGoesWrong(TestReporter reporter) throws Exception {
        var story = Draw.story(4, 16, FaultKind.values().length, 20261128);

        var harvest = run(story, "farm", reporter);

        assertEquals(FaultKind.values().length, harvest.tallies().size());
        // all parts at all kiosks, but the first part at two of them only
        assertEquals(4 * 16 * 2 + 2 * 16, harvest.audit().people());
        assertTrue(harvest.already() > 0);
    }

    /// Of a seed that nobody chose; `-Dfarm.seed=` tells one again.
    @Test
    void comesToTheSameWhenItsStoryIsToldAgain(TestReporter reporter) throws Exception {
        long first = Long.getLong("farm.seed", new SecureRandom().nextInt());
        for (long seed = first; seed < first + SEEDS; seed++) {
            var story = Draw.story(2, 8, 3, seed);

            var once = run(story, "once-" + seed, reporter);
            var again = run(Story.parse(story.text()), "again-" + seed, reporter);

            assertEquals(once.counted(), again.counted(), story.text());
            assertEquals(once.audit().people(), once.counted().presentOrNamed(), story.text());
        }
    }

    private Harvest run(Story story, String name, TestReporter reporter) throws Exception {
        reporter.publishEntry(story.text());
        var plan = new FarmPlan(folder.resolve(name), story);
        var harvest = new Farm(plan).run();
        var report = new ByteArrayOutputStream();
        FarmReport.print(new PrintStream(report, true, StandardCharsets.UTF_8), plan, harvest);
        var words = report.toString(StandardCharsets.UTF_8);
        reporter.publishEntry(words);
        assertTrue(harvest.audit().isKept(), story.text() + words);
        return harvest;
    }
}
