package cn.dangqun.domain.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.request.RequestState.Taken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RequestStateTest {
    private static final Answerer FIRST = Answerer.staff("s-1");
    private static final Answerer SECOND = Answerer.account("er");
    private static final Answerer THIRD = Answerer.staff("s-3");
    private static final Instant NOON = Instant.parse("2026-11-30T04:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2026, 12, 5);

    private final RequestState filed = RequestState.filed(FIRST, Optional.of(DUE));

    private static RequestState after(RequestState state, RequestStep step) {
        return state.after(new Taken(step, Optional.empty(), Optional.empty(), NOON))
                .orElseThrow();
    }

    private static RequestState handedTo(RequestState state, Answerer to) {
        return state.after(new Taken(RequestStep.TRANSFERRED, Optional.of(to), Optional.empty(), NOON))
                .orElseThrow();
    }

    private static boolean fits(RequestState state, RequestStep step) {
        return state.after(new Taken(step, Optional.empty(), Optional.empty(), NOON))
                .isPresent();
    }

    @Test
    void aHandoverChangesNothingUntilItIsAccepted() {
        var offered = handedTo(filed, SECOND);

        assertEquals(FIRST, offered.answers());
        assertEquals(Optional.of(SECOND), offered.offered());
        assertEquals(SECOND, after(offered, RequestStep.ACCEPTED).answers());
        assertEquals(FIRST, after(offered, RequestStep.DECLINED).answers());
        assertEquals(Optional.empty(), after(offered, RequestStep.DECLINED).offered());
    }

    @Test
    void whoeverWasAskedLastIsTheOneWhoMayAccept() {
        var twice = handedTo(handedTo(filed, SECOND), THIRD);

        assertEquals(THIRD, after(twice, RequestStep.ACCEPTED).answers());
    }

    @Test
    void nobodyHandsOverToWhoeverHasItAlready() {
        assertTrue(filed.after(new Taken(RequestStep.TRANSFERRED, Optional.of(FIRST), Optional.empty(), NOON))
                .isEmpty());
        assertFalse(fits(filed, RequestStep.DECLINED));
    }

    @Test
    void whatIsClosedIsOnlyOpenedAgain() {
        for (var end : List.of(RequestStep.DONE, RequestStep.REFUSED, RequestStep.WITHDRAWN)) {
            var closed = after(filed, end);
            assertTrue(closed.stage().isClosed());
            assertEquals(Optional.of(NOON), closed.closed());
            for (var step : RequestStep.values()) {
                assertEquals(step == RequestStep.REOPENED || !step.isDone(), fits(closed, step), step.name());
            }
            var open = after(closed, RequestStep.REOPENED);
            assertEquals(1, open.reopened());
            assertEquals(Optional.empty(), open.closed());
        }
        assertFalse(fits(filed, RequestStep.REOPENED));
    }

    @Test
    void overdueIsWhatIsOpenAfterItsDay() {
        assertFalse(filed.isOverdue(DUE));
        assertTrue(filed.isOverdue(DUE.plusDays(1)));
        assertFalse(after(filed, RequestStep.DONE).isOverdue(DUE.plusDays(1)));
        var later = filed.after(
                        new Taken(RequestStep.WAITING_MATERIAL, Optional.empty(), Optional.of(DUE.plusDays(9)), NOON))
                .orElseThrow();
        assertFalse(later.isOverdue(DUE.plusDays(9)));
        assertTrue(later.isOverdue(DUE.plusDays(10)));
    }

    @Provide
    Arbitrary<List<Taken>> steps() {
        var people = Arbitraries.of(FIRST, SECOND, THIRD);
        return Combinators.combine(Arbitraries.of(RequestStep.class), people)
                .as((step, to) -> new Taken(
                        step, Optional.of(to).filter(_ -> step == RequestStep.TRANSFERRED), Optional.empty(), NOON))
                .list()
                .ofMaxSize(40);
    }

    /// Whatever is tried in whatever order: somebody answers, and only whoever took it or had it first.
    @Property(tries = 500)
    void somebodyAlwaysAnswersAndNobodyWhoDidNotTakeIt(@ForAll("steps") List<Taken> steps) {
        var state = filed;
        var took = new ArrayList<>(List.of(FIRST));
        for (var step : steps) {
            var before = state;
            state = state.after(step).orElse(state);
            if (step.step() == RequestStep.ACCEPTED) {
                before.offered().filter(_ -> !before.stage().isClosed()).ifPresent(took::add);
            }
            assertEquals(took.getLast(), state.answers());
            assertEquals(state.stage().isClosed(), state.closed().isPresent());
        }
    }
}
