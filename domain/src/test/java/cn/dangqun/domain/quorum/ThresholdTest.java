package cn.dangqun.domain.quorum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {
    @ParameterizedTest
    @CsvSource({
        "GT,1,2,30,16",
        "GT,1,2,31,16",
        "GT,4,5,25,21",
        "GTE,4,5,25,20",
        "GTE,4,5,26,21",
        "GTE,1,2,7,4",
        "GTE,1,2,8,4",
        "GT,1,2,0,1",
        "GTE,1,2,0,0",
        "GTE,1,1,9,9",
        "GT,1,3,2000000000,666666667"
    })
    void knowsTheSmallestNumberThatMeetsIt(Threshold.Comparison comparison, int num, int den, int base, int needed) {
        var threshold = new Threshold(comparison, num, den);

        assertEquals(needed, threshold.needed(base));
        assertTrue(threshold.isMetBy(needed, base));
        assertFalse(threshold.isMetBy(needed - 1, base));
    }

    @Test
    void saysWhatItIs() {
        assertEquals(new Threshold(Threshold.Comparison.GT, 1, 2), Threshold.moreThan(1, 2));
        assertEquals(new Threshold(Threshold.Comparison.GTE, 4, 5), Threshold.atLeast(4, 5));
    }

    @Test
    void refusesSharesNobodyCanReach() {
        assertThrows(IllegalArgumentException.class, () -> Threshold.moreThan(1, 1));
        assertThrows(IllegalArgumentException.class, () -> Threshold.atLeast(3, 2));
        assertThrows(IllegalArgumentException.class, () -> Threshold.atLeast(0, 2));
        assertThrows(IllegalArgumentException.class, () -> Threshold.atLeast(-1, -2));
    }

    /// Against exact fractions: no rounding can hide a vote.
    @Tag("property")
    @Property(tries = 2000)
    void agreesWithExactFractions(
            @ForAll Threshold.Comparison comparison,
            @ForAll @IntRange(min = 1, max = 40) int num,
            @ForAll @IntRange(min = 1, max = 40) int more,
            @ForAll @IntRange(max = 1_000_000) int base) {
        var threshold = new Threshold(comparison, num, num + more);
        int needed = threshold.needed(base);

        for (int people = Math.max(0, needed - 2); people <= needed + 2; people++) {
            int order = BigInteger.valueOf(people)
                    .multiply(BigInteger.valueOf(num + more))
                    .compareTo(BigInteger.valueOf(base).multiply(BigInteger.valueOf(num)));
            boolean met = comparison == Threshold.Comparison.GT ? order > 0 : order >= 0;
            assertEquals(met, threshold.isMetBy(people, base));
            assertEquals(met, people >= needed);
        }
    }

    @Test
    void usesNoFloatingPoint() {
        var types = List.of(
                Threshold.class,
                Meeting.class,
                MeetingCount.class,
                MeetingRules.class,
                Ballot.class,
                ItemVerdict.class);
        var floating = List.<Class<?>>of(float.class, double.class, Float.class, Double.class, BigDecimal.class);

        for (var type : types) {
            assertTrue(Arrays.stream(type.getDeclaredFields()).noneMatch(field -> floating.contains(field.getType())));
            assertTrue(Arrays.stream(type.getDeclaredMethods())
                    .flatMap(ThresholdTest::typesOf)
                    .noneMatch(floating::contains));
        }
    }

    private static Stream<Class<?>> typesOf(Method method) {
        return Stream.concat(Stream.of(method.getReturnType()), Arrays.stream(method.getParameterTypes()));
    }
}
