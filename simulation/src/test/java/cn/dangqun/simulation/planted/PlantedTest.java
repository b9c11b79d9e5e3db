package cn.dangqun.simulation.planted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.dangqun.simulation.Lots;
import cn.dangqun.simulation.Simulation;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.story.Draw;
import cn.dangqun.simulation.story.Story;
import cn.dangqun.simulation.world.Chance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The simulation can fail: each of these faults is found, by a story that the program without it tells to a good
/// end, and which stands in promise.md as the simulator tells it. The whole story that is drawn from its seed finds
/// it too. With `-Dsimulate.minutes` each is also looked for from the first seed on.
@Tag("proof")
class PlantedTest {
    private static final int MINUTES = Integer.getInteger("simulate.minutes", 0);
    private static final long MOST = 10_000;
    private static final int BY_LOT = 3;
    private static final Path STORIES = Path.of("src/test/resources/planted");
    private static final Path PROMISE = Path.of("../docs/promise.md");

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

    private static PlantedProgram with(Planted fault) {
        return new PlantedProgram(fault, ground.base(), ground.fingerprint());
    }

    private static Story story(Planted fault) throws IOException {
        return Story.parse(Files.readString(STORIES.resolve(file(fault))));
    }

    private static String file(Planted fault) {
        return fault.name().toLowerCase(Locale.ROOT) + ".txt";
    }

    @ParameterizedTest
    @EnumSource
    void aFaultIsFoundByAStoryThatOtherwiseEndsWell(Planted fault) throws IOException {
        var story = story(fault);

        var told = with(fault).told(story.lines());

        assertTrue(told.size() > 1, () -> fault + " is not found by\n" + story.text());
        var must = " Met at seed " + fault.seed() + "; `" + file(fault) + "`:\n\n```\n" + told.getFirst()
                + "```\n\nFound: " + told.get(1) + "\n";
        assertTrue(partOf(fault).contains(must), () -> "not in promise.md below " + fault.sentence() + "\n" + must);
        Chance.install();
        assertEquals(List.of(), Simulation.tell(story, ground).wrong());
    }

    /// What the page says of this fault alone.
    private static String partOf(Planted fault) throws IOException {
        var page = Files.readString(PROMISE);
        var head = "\n*" + fault.sentence() + ".*";
        int from = page.indexOf(head);
        assertTrue(from >= 0, head);
        int to = page.indexOf("\n*", from + head.length());
        return page.substring(from, to < 0 ? page.length() : to);
    }

    /// The gate asks some by lot, a long run all. The program without the fault is asked with all seeds.
    static List<Planted> asked() {
        var all = new ArrayList<>(List.of(Planted.values()));
        Collections.shuffle(all, Random.from(Lots.chance("faults")));
        return MINUTES > 0 ? all : all.subList(0, BY_LOT);
    }

    @ParameterizedTest
    @MethodSource("asked")
    void aFaultIsFoundByTheStoryThatIsDrawnFromItsSeed(Planted fault) {
        var story = Draw.story(fault.seed());

        assertTrue(with(fault).told(story.lines()).size() > 1, () -> fault + " is not found by\n" + story.text());
    }

    @Test
    void whatAReaderHasToKnowStandsBeforeTheStories() throws IOException {
        var page = Files.readString(PROMISE).replaceAll("\\s+", " ");

        Story.LEGEND.forEach(line -> assertTrue(page.contains(line), line));
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(4 * 3600)
    void aFaultIsFoundAmongTheFirstSeeds(Planted fault) throws IOException {
        assumeTrue(MINUTES > 0, "-Dsimulate.minutes=M");

        long seed = with(fault).find(0, MOST);

        Lots.say("planted: " + fault + " is " + (seed < MOST ? "met first at seed " + seed : "not met before " + MOST));
        assertTrue(seed <= fault.seed(), () -> fault + " is not met within the first " + fault.seed() + " seeds");
    }
}
