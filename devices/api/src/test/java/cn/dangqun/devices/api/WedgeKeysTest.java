package cn.dangqun.devices.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.WedgeKeys.Step;
import cn.dangqun.domain.credential.Credential;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WedgeKeysTest {
    private static final long MILLISECOND = 1_000_000;
    private final WedgeKeys keys = new WedgeKeys('~', Duration.ofMillis(150), 4);
    private long now = -5 * MILLISECOND;

    @Test
    void takesAScanOutOfTheKeysOfTheWindow() {
        var steps = type("~DQ1:AB C\r", 4);

        assertTrue(steps.stream().allMatch(Step::isConsumed));
        assertEquals(
                Optional.of(new Credential.Code("DQ1:AB C")), steps.getLast().scan());
        assertTrue(steps.subList(0, steps.size() - 1).stream()
                .allMatch(step -> step.scan().isEmpty()));
    }

    @Test
    void toleratesTheSlowestGapsABusyWindowSees() {
        assertEquals(
                Optional.of(new Credential.Code("DQ1:A")),
                type("~DQ1:A\n", 150).getLast().scan());
    }

    @Test
    void leavesAPersonsKeysAlone() {
        assertTrue(type("hello\r", 180).stream().noneMatch(Step::isConsumed));
        assertTrue(type("fast\r", 20).stream().noneMatch(Step::isConsumed));
    }

    @Test
    void givesTheKeyboardBackAfterAPause() {
        type("~DQ1", 4);

        var steps = type("abc\r", 151);

        assertTrue(steps.stream().noneMatch(Step::isConsumed));
    }

    @Test
    void doesNotJoinTheHalvesOfATornScan() {
        type("~DQ1:AA", 4);
        now += 200 * MILLISECOND;

        assertEquals(
                Optional.of(new Credential.Code("DQ1:BB")),
                type("~DQ1:BB\r", 4).getLast().scan());
    }

    @Test
    void keepsPressesFromTheWindowOnlyDuringAScan() {
        assertFalse(keys.isScanning(now));
        type("~DQ1", 4);
        assertTrue(keys.isScanning(now));
        assertFalse(keys.isScanning(now + 151 * MILLISECOND));
        type("\r", 4);
        assertFalse(keys.isScanning(now));
    }

    @ParameterizedTest
    @ValueSource(strings = {"~\r", "~ABC\r"})
    void swallowsWhatIsTooShortToBeACode(String typed) {
        var last = type(typed, 4).getLast();

        assertTrue(last.isConsumed());
        assertEquals(Optional.empty(), last.scan());
    }

    @Test
    void dropsAScanThatIsTooLongAndReadsTheNext() {
        assertEquals(
                Optional.empty(),
                type("~" + "A".repeat(100_000) + "\r", 1).getLast().scan());
        assertEquals(
                512,
                type("~" + "B".repeat(512) + "\r", 1)
                        .getLast()
                        .scan()
                        .orElseThrow()
                        .text()
                        .length());
    }

    @Test
    void acceptsThePrefixWithinAScan() {
        assertEquals(
                Optional.of(new Credential.Code("A~B~")),
                type("~A~B~\r", 4).getLast().scan());
    }

    @Test
    void refusesAPrefixThatPeopleType() {
        assertThrows(IllegalArgumentException.class, () -> new WedgeKeys('A', Duration.ofMillis(150), 4));
        assertThrows(IllegalArgumentException.class, () -> new WedgeKeys('\r', Duration.ofMillis(150), 4));
    }

    private List<Step> type(String text, long gapMillis) {
        var steps = new ArrayList<Step>();
        text.chars().forEach(character -> {
            now += gapMillis * MILLISECOND;
            steps.add(keys.typed((char) character, now));
        });
        return steps;
    }
}
