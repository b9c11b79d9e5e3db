package cn.dangqun.devices.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private final BackOff backOff = new BackOff(BackOff.FIRST, BackOff.CEILING);

    @Test
    void doublesFromAFifthOfASecondToFiveSeconds() {
        var pauses = Stream.generate(() -> backOff.afterFailure(Duration.ZERO).toMillis())
                .limit(7)
                .toList();

        assertEquals(List.of(200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L), pauses);
    }

    @Test
    void startsAfreshOnceTheDeviceWasHealthy() {
        backOff.afterFailure(Duration.ZERO);
        backOff.afterFailure(Duration.ZERO);

        assertEquals(BackOff.FIRST, backOff.afterFailure(Duration.ofSeconds(5)));
        assertEquals(1, backOff.failures());
    }

    @Test
    void doesNotLetAFlappingDeviceSpin() {
        backOff.afterFailure(Duration.ZERO);

        assertEquals(Duration.ofMillis(400), backOff.afterFailure(Duration.ofSeconds(4)));
        assertEquals(2, backOff.failures());
    }
}
