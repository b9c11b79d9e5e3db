package cn.dangqun.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DutyBoardBenchTest {
    @Test
    void printsOurTimeThePlainPassAndTheirRatio() {
        var out = new ByteArrayOutputStream();

        new DutyBoardBench(new PrintStream(out, true, StandardCharsets.UTF_8), new BenchStreet(3, 500)).run(1, 3);

        var report = out.toString(StandardCharsets.UTF_8);
        assertTrue(
                report.matches("(?s)duty board: 3 branches, 500 activities, \\d+ rows.*board +[0-9.]+ ms.*"
                        + "one pass +[0-9.]+ ms.*ratio +[0-9.]+.*"),
                report);
    }

    @Test
    void theStreetIsTheSameEveryTime() {
        var bench = new DutyBoardBench(System.out, new BenchStreet(3, 500));
        var again = new DutyBoardBench(System.out, new BenchStreet(3, 500));

        assertEquals(bench.board(), again.board());
        assertEquals(bench.onePass(), again.onePass());
    }
}
