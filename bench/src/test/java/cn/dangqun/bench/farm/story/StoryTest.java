package cn.dangqun.bench.farm.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StoryTest {
    private static final int KINDS = FaultKind.values().length;

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertEquals(Draw.story(6, 40, 30, 7), Draw.story(6, 40, 30, 7));
        assertNotEquals(Draw.story(6, 40, 30, 7), Draw.story(6, 40, 30, 8));
    }

    @Test
    void isToldAgainFromItsText() {
        var story = Draw.story(6, 40, 40, -3);

        assertEquals(story, Story.parse(story.text()));
    }

    @Test
    void hasEveryKindOnceBeforeAnyComesAgain() {
        for (long seed = 0; seed < 50; seed++) {
            var kinds = Draw.story(4, 16, KINDS, seed).faults().stream()
                    .map(Fault::kind)
                    .collect(Collectors.toList());

            assertEquals(EnumSet.allOf(FaultKind.class), EnumSet.copyOf(kinds), "seed " + seed);
            assertEquals(KINDS, kinds.size());
        }
    }

    @Test
    void neverNeedsTheStreetWhileItIsAway() {
        for (long seed = 0; seed < 50; seed++) {
            var story = Draw.story(4, 40, 60, seed);
            for (var fault : story.faults()) {
                assertTrue(
                        !fault.kind().needsTheStreet()
                                || story.ofStreet(fault.round()).isEmpty(),
                        story.text());
            }
        }
    }

    @Test
    void harmsALedgerOnceAndAKioskOncePerRound() {
        var story = Draw.story(4, 40, 1000, 3);

        var harmed = story.faults().stream()
                .filter(each -> each.kind() == FaultKind.LEDGER_HARMED)
                .map(Fault::kiosk)
                .toList();
        assertEquals(harmed.stream().distinct().count(), harmed.size());
        var places = story.faults().stream()
                .map(each -> each.round() + " " + each.kiosk())
                .toList();
        assertEquals(places.stream().distinct().count(), places.size());
    }

    @Test
    void takesNothingThatWouldHappenToNobody() {
        var late = new Fault(0, Optional.of(1), FaultKind.LINE_CUT, "cut", 1, 3, 2);
        var elsewhere = new Fault(0, Optional.of(2), FaultKind.LINE_CUT, "cut", 1, 0, 2);
        var after = new Fault(2, Optional.of(1), FaultKind.LINE_CUT, "cut", 1, 0, 2);

        for (var fault : List.of(late, elsewhere, after)) {
            assertThrows(IllegalArgumentException.class, () -> new Story(2, 8, 1, List.of(fault)));
        }
    }

    @Test
    void takesNoFaultInTheWrongPlaceOrWay() {
        for (var line : List.of(
                "round 1 street: LINE_CUT cut, lot 1, after 0 for 1",
                "round 1 kiosk 1: STREET_KILLED killed, lot 1, after 0 for 1",
                "round 1 kiosk 1: LINE_CUT flipped, lot 1, after 0 for 1",
                "round 1 kiosk 1: LINE_CUT cut, lot 1, after 0 for 0",
                "round 1 kiosk 1: RAIN cut, lot 1, after 0 for 1",
                "it rained")) {
            assertThrows(IllegalArgumentException.class, () -> Fault.parse(line), line);
        }
    }
}
