package cn.dangqun.domain.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Which of several freezings counts.
class StandingRollTest {
    private static final Instant NINE = Instant.parse("2026-06-10T01:00:00Z");

    private static MemberId id(int number) {
        return new MemberId("M-" + number);
    }

    private static Freezing frozen(String record, int minute, boolean good, Integer... members) {
        var entries = Arrays.stream(members)
                .distinct()
                .map(number -> new RollEntry(id(number), true, Optional.empty()))
                .toList();
        var roll = new RollSnapshot(
                new ActivityId("a-1"), new OrganizationId("branch-1"), LocalDate.parse("2026-06-10"), entries);
        return new Freezing(roll, NINE.plusSeconds(60L * minute), good, record);
    }

    private static StandingRoll standing(List<Freezing> freezings, Integer... received) {
        return StandingRoll.of(
                        freezings,
                        Arrays.stream(received).map(StandingRollTest::id).toList())
                .orElseThrow();
    }

    @Test
    void theEarliestWithAGoodClockStands() {
        var early = frozen("a", 0, false, 1);
        var good = frozen("b", 10, true, 2);
        var later = frozen("c", 20, true, 3);

        assertEquals(Set.of(id(2)), standing(List.of(early, later, good)).roll().members());
    }

    @Test
    void withoutAnyGoodClockTheEarliestStands() {
        assertEquals(
                Set.of(id(1)),
                standing(List.of(frozen("b", 5, false, 2), frozen("a", 0, false, 1)))
                        .roll()
                        .members());
    }

    @Test
    void whomAnotherKioskReceivedIsAddedAsThatKioskFrozeIt() {
        var result = standing(List.of(frozen("a", 0, true, 1), frozen("b", 5, true, 1, 2)), 1, 2);

        assertEquals(Set.of(id(2)), result.added());
        assertTrue(result.roll().entry(id(2)).orElseThrow().voting());
    }

    @Test
    void whomNoFreezingKnowsIsAddedWithoutAVote() {
        var result = standing(List.of(frozen("a", 0, true, 1)), 7);

        assertEquals(
                Optional.of(new RollEntry(id(7), false, Optional.empty())),
                result.roll().entry(id(7)));
    }

    @Test
    void oneThatListsNobodyStandsOnlyWhereAllDo() {
        assertEquals(
                Set.of(id(1)),
                standing(List.of(frozen("a", 0, true), frozen("b", 10, true, 1)))
                        .roll()
                        .members());
        assertEquals(Set.of(), standing(List.of(frozen("a", 0, true))).roll().members());
    }

    @Test
    void nothingStandsBeforeAFreezing() {
        assertEquals(Optional.empty(), StandingRoll.of(List.of(), List.of(id(1))));
    }

    @Property(tries = 300)
    void theOrderOfArrivalChangesNothingAndNobodyReceivedIsEverOff(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 5) Integer> minutes,
            @ForAll @Size(max = 6) List<@IntRange(max = 9) Integer> received,
            @ForAll long seed) {
        var random = new Random(seed);
        var freezings = new ArrayList<Freezing>();
        for (int i = 0; i < minutes.size(); i++) {
            freezings.add(frozen(
                    "r" + i,
                    minutes.get(i),
                    random.nextBoolean(),
                    random.ints(4, 0, 10).boxed().toArray(Integer[]::new)));
        }
        var shuffled = new ArrayList<>(freezings);
        Collections.shuffle(shuffled, random);

        var one = standing(freezings, received.toArray(Integer[]::new));
        var other = standing(shuffled, received.reversed().toArray(Integer[]::new));

        assertEquals(one, other);
        assertTrue(one.roll()
                .members()
                .containsAll(received.stream().map(StandingRollTest::id).toList()));
    }
}
