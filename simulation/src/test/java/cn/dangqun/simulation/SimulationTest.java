package cn.dangqun.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.story.Draw;
import cn.dangqun.simulation.story.Story;
import cn.dangqun.simulation.world.Chance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whole streets on one thread. `-Dproof.seeds=N`: so many stories; `-Dsimulate.minutes=M`: as many as can be told.
@Tag("proof")
class SimulationTest {
    private static final int SEEDS = Integer.getInteger("proof.seeds", 10);
    private static final int MINUTES = Integer.getInteger("simulate.minutes", 0);
    private static final int REPLAYED = 2;
    private static final Path FOUND = Path.of("src/test/resources/found");
    private static final Path MISJUDGED = Path.of("src/test/resources/misjudged");

    private static Ground ground;

    @BeforeAll
    static void layOut() {
        Chance.install();
        ground = Ground.layOut(Ground.place());
    }

    @AfterAll
    static void clear() {
        ground.close();
    }

    private static void holds(Story story) {
        assertEquals(List.of(), Simulation.tell(story, ground).wrong(), story::lines);
    }

    @Test
    void everybodyWhoWasToldSoIsCountedOnceInEveryStory() {
        for (long seed = 0; seed < SEEDS; seed++) {
            holds(Draw.story(seed));
        }
    }

    @Test
    void aStoryEndsTheSameByteForByte() {
        var digests = new HashSet<String>();
        for (long seed = 0; seed < REPLAYED; seed++) {
            var story = Draw.story(seed);
            var once = Simulation.tell(story, ground);
            assertEquals(once, Simulation.tell(Story.parse(story.lines()), ground));
            digests.add(once.digest());
        }
        assertEquals(REPLAYED, digests.size());
    }

    /// Every fault of the program that a story has found, in the order in which they were mended.
    @Test
    void whatWasFoundOnceIsMended() throws IOException {
        everyStoryHoldsOf(FOUND);
    }

    /// Stories of which the checker asked what the program never promised.
    @Test
    void whatWasMisjudgedOnceEndsWell() throws IOException {
        everyStoryHoldsOf(MISJUDGED);
    }

    private static void everyStoryHoldsOf(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var stories = files.sorted().toList();
            assertTrue(!stories.isEmpty(), "stories lie in " + folder);
            for (var file : stories) {
                holds(Story.parse(Files.readString(file)));
            }
        }
    }

    @Test
    @Timeout(3 * 3600)
    void everybodyIsCountedForAsLongAsThereIsTime() {
        assumeTrue(MINUTES > 0, "-Dsimulate.minutes=M");
        long end = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
        for (long seed = SEEDS; System.nanoTime() < end; seed++) {
            holds(Draw.story(seed));
        }
    }
}
