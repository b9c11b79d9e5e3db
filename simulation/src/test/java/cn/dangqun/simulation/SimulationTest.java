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

/// Whole streets on one thread: the first seeds, and some that each run draws anew. `-Dproof.seeds=N`: so many of the
/// first; `-Dsimulate.minutes=M`: behind these as many as can be told.
@Tag("proof")
class SimulationTest {
    private static final int SEEDS = Integer.getInteger("proof.seeds", 3);
    private static final int FRESH = 1;
    private static final int SPREAD = 1_000_000;
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
    @Timeout(2 * 3600)
    void everybodyWhoWasToldSoIsCountedOnceInEveryStory() {
        for (long seed = REPLAYED; seed < SEEDS; seed++) {
            holds(Draw.story(seed));
        }
    }

    /// Which no run before has told, so that runs differ. A red one is told again by `./run simulate --seed`.
    @Test
    void everybodyIsCountedInStoriesThatAreNew() {
        long first = (long) SEEDS + Lots.chance("stories").nextInt(SPREAD);
        System.out.println("fresh stories: " + FRESH + " from seed " + first);
        for (long seed = first; seed < first + FRESH; seed++) {
            holds(Draw.story(seed));
        }
    }

    @Test
    void aStoryEndsTheSameByteForByte() {
        var digests = new HashSet<String>();
        for (long seed = 0; seed < REPLAYED; seed++) {
            var story = Draw.story(seed);
            var once = Simulation.tell(story, ground);
            assertEquals(List.of(), once.wrong());
            assertEquals(once, Simulation.tell(Story.parse(story.explained()), ground));
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
    void everybodyIsCountedForAsLongAsThereIsTime() throws IOException {
        assumeTrue(MINUTES > 0, "-Dsimulate.minutes=M");
        long end = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
        long days = 0;
        long seed = SEEDS;
        while (System.nanoTime() < end) {
            var story = Draw.story(seed);
            var result = Simulation.tell(story, ground);
            if (!result.isKept()) {
                Lots.say("simulate: seeds %d to %d kept, seed %d not: %s"
                        .formatted(SEEDS, seed - 1, seed, result.wrong().getFirst()));
            }
            assertEquals(List.of(), result.wrong(), story::lines);
            days += result.kioskDays();
            seed++;
        }
        Lots.say("simulate: seeds %d to %d in %d min, %.1f kiosk-years: everybody who was told so is counted, once"
                .formatted(SEEDS, seed - 1, MINUTES, days / 365.0));
    }
}
