package cn.dangqun.bench.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PulsesTest {
    @Test
    void framesThatFollowOneAnotherAreOneChange() {
        assertEquals(
                List.of(12.0, 40.0, 3.0),
                Pulses.longestOfEach(
                        List.of(
                                "PULSE: 1 [0ms:12ms]",
                                "PULSE: 2 [30000ms:9ms]",
                                "PULSE: 3 [17ms:40ms]",
                                "something else",
                                "PULSE: 4 [501ms:3ms]"),
                        Duration.ofMillis(500)));
    }
}
