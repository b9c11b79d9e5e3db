package cn.dangqun.domain.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static Spread of(int... minutes) {
        return Spread.of(IntStream.of(minutes).mapToObj(Duration::ofMinutes).toList())
                .orElseThrow();
    }

    @Test
    void saysHowLongHalfAndNineInTenTook() {
        assertEquals(new Spread(Duration.ofSeconds(330), Duration.ofMinutes(9)), of(10, 9, 8, 7, 6, 5, 4, 3, 2, 1));
        assertEquals(new Spread(Duration.ofMinutes(2), Duration.ofMinutes(3)), of(3, 1, 2));
        assertEquals(new Spread(Duration.ofMinutes(7), Duration.ofMinutes(7)), of(7));
        assertEquals(Optional.empty(), Spread.of(List.of()));
    }

    @Test
    void countsBegunMinutes() {
        assertEquals(0, Spread.minutes(Duration.ZERO));
        assertEquals(1, Spread.minutes(Duration.ofSeconds(1)));
        assertEquals(5, Spread.minutes(Duration.ofMinutes(5)));
        assertEquals(6, Spread.minutes(Duration.ofMinutes(5).plusSeconds(2)));
    }
}
