package cn.dangqun.simulation.planted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.dangqun.simulation.Simulation;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.story.Story;
import cn.dangqun.simulation.world.Chance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The simulation can fail: each of these faults is found, by a story that the program without it tells to a good
/// end, and which stands in promise.md as the simulator tells it. With `-Dsimulate.minutes` each is also looked for
/// from the first seed on.
@Tag("proof")
class PlantedTest {
    private static final int MINUTES = Integer.getInteger("simulate.minutes", 0);
    private static final long MOST = 10_000;
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
        return Story.parse(Files.readString(STORIES.resolve(fault.name().toLowerCase(java.util.Locale.ROOT) + ".txt")));
    }

    @ParameterizedTest
    @EnumSource
    void aFaultIsFoundByAStoryThatOtherwiseEndsWell(Planted fault) throws IOException {
        var story = story(fault);

        var told = with(fault).told(story.lines());

        assertTrue(told.size() > 1, () -> fault + " is not found by\n" + story.text());
        var must = told.getFirst() + "```\n\nFound: " + finding(told.get(1)) + "\n";
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

    /// Without what only a programmer reads.
    private static String finding(String said) {
        int detail = said.indexOf(": [");
        return detail < 0 ? said : said.substring(0, detail);
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(4 * 3600)
    void aFaultIsFoundAmongTheFirstSeeds(Planted fault) {
        assumeTrue(MINUTES > 0, "-Dsimulate.minutes=M");

        long seed = with(fault).find(0, MOST);

        System.out.println(fault + " is met first at seed " + seed);
        assertTrue(seed < MOST, () -> fault + " is not found within " + MOST + " seeds");
    }
}
