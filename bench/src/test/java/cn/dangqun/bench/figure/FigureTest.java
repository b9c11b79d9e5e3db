package cn.dangqun.bench.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureTest {
    private static final Figure FAST = Figure.of("facts reconciled a second", "1/s", Runs.of(30, 10, 20))
            .beside("prepared inserts", Runs.of(40, 20))
            .toward(Goal.ratioAtLeast(0.7));
    private static final Figure ALONE = Figure.of("memory", "MB", 312.4).toward(Goal.atMost(300));

    @TempDir
    private Path folder;

    @Test
    void theMiddleRunCounts() {
        assertEquals(20, FAST.runs().median());
        assertEquals(30, FAST.baseline().orElseThrow().runs().median());
        assertEquals(20.0 / 30, FAST.ratio().orElseThrow(), 1e-9);
    }

    @Test
    void aGoalIsMetOrNot() {
        assertEquals(Optional.of(false), FAST.isMet());
        assertEquals(Optional.of(false), ALONE.isMet());
        assertEquals(Optional.of(true), ALONE.toward(Goal.atMost(320)).isMet());
        assertEquals(Optional.of(true), FAST.toward(Goal.ratioAtMost(0.7)).isMet());
        assertEquals(Optional.empty(), Figure.of("x", "ms", 1).isMet());
    }

    @Test
    void noRatioWithoutBaseline() {
        assertThrows(IllegalArgumentException.class, () -> ALONE.toward(Goal.ratioAtMost(2)));
        assertThrows(IllegalArgumentException.class, Runs::of);
    }

    @Test
    void everyRunIsInTheFile() {
        var file = folder.resolve("figures.json");
        FigureFile.write(List.of(FAST, ALONE), file);
        assertEquals(List.of(FAST, ALONE), FigureFile.read(file));
    }

    @Test
    void theGoalStandsBesideTheFigure() {
        var bytes = new ByteArrayOutputStream();
        FigureTable.print(List.of(FAST, ALONE), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        var rows = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(4, rows.size());
        assertTrue(
                rows.get(2)
                        .matches("\\| facts reconciled a second \\| 1/s +\\| +20 \\| +10 – 30 \\| prepared inserts"
                                + " \\| +30 \\| +0\\.67 \\| ≥ 0\\.70 × \\| +NO \\|"),
                rows.get(2));
        assertTrue(
                rows.get(3).matches("\\| memory +\\| MB +\\| +312 \\| +one run \\|.*\\| +≤ 300 \\| +NO \\|"),
                rows.get(3));
    }
}
