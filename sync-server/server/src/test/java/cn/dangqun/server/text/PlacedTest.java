package cn.dangqun.server.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlacedTest {
    @Test
    void standsAsTheTreeGoesAndWithNumbersAsNumbers() {
        var listed = Placed.inOrder(Stream.of(
                new Placed<>(7, "一体机10", "c"),
                new Placed<>(3, "一体机11", "a"),
                new Placed<>(7, "一体机2", "b"),
                new Placed<>(7, "第十党支部", "e"),
                new Placed<>(7, "第二党支部", "d")));

        assertEquals(List.of("a", "b", "c", "d", "e"), listed);
    }
}
