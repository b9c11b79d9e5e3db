package cn.dangqun.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DutyBoardBenchTest {
    /// So both have to look at the same activities.
    @Test
    void theStreetIsTheSameEveryTime() {
        var bench = new DutyBoardBench(new BenchStreet(3, 500));
        var again = new DutyBoardBench(new BenchStreet(3, 500));

        assertTrue(bench.board().size() > 100);
        assertEquals(bench.board(), again.board());
        assertEquals(bench.onePass(), again.onePass());
    }
}
