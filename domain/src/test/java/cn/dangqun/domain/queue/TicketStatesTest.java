package cn.dangqun.domain.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TicketStatesTest {
    private static final Instant NINE = Instant.parse("2026-07-10T01:00:00Z");
    private static final Instant LATER = NINE.plus(Duration.ofMinutes(12));
    private static final List<TicketState> STATES = List.of(
            TicketState.Waiting.ANYWHERE,
            new TicketState.Called(2, 1, NINE),
            new TicketState.Passed(),
            new TicketState.Held(),
            new TicketState.Served(2, Duration.ofMinutes(5)),
            new TicketState.Withdrawn(),
            new TicketState.NoShow(),
            new TicketState.Lapsed());
    private static final List<TicketAct> ACTS = List.of(
            new TicketAct.Call(1),
            new TicketAct.Recall(),
            new TicketAct.Pass(),
            new TicketAct.Reinsert(3),
            new TicketAct.Move(3),
            new TicketAct.Hold(),
            new TicketAct.Resume(1),
            new TicketAct.Serve(),
            new TicketAct.Withdraw(),
            new TicketAct.GiveUp(),
            new TicketAct.ChangeService(new ServiceId("aid")),
            new TicketAct.TakeBack(1),
            new TicketAct.Lapse());

    /// One row a state, one column an act, both in the order above; a dot is a refusal.
    private static final List<String> TABLE = List.of(
            "Called . . . . . . . Withdrawn . . Called Lapsed",
            ". Called Passed . Waiting Held . Served Withdrawn . Waiting . Lapsed",
            ". . . Waiting . . . . Withdrawn NoShow . Called Lapsed",
            ". . . . . . Called . Withdrawn NoShow . Called Lapsed",
            ". . . . . . . . . . . Called .",
            ". . . . . . . . . . . Called .",
            ". . . . . . . . . . . Called .",
            ". . . . . . . . . . . Called .");

    @Test
    void everyActOnEveryStateHasItsResult() {
        var found = new ArrayList<String>();
        for (var state : STATES) {
            var row = ACTS.stream().map(act -> word(state.after(act, LATER))).toList();
            found.add(String.join(" ", row));
        }

        assertEquals(TABLE, found);
    }

    private static String word(ActResult result) {
        return switch (result) {
            case ActResult.Done(var next) -> next.getClass().getSimpleName();
            case ActResult.Refused _ -> ".";
        };
    }

    @Test
    void aRefusalSaysWhatIsMissing() {
        assertEquals(ActRefusal.NOT_CALLED, refusal(TicketState.Waiting.ANYWHERE, new TicketAct.Recall()));
        assertEquals(ActRefusal.NOT_WAITING, refusal(new TicketState.Passed(), new TicketAct.Call(1)));
        assertEquals(ActRefusal.NOT_PASSED, refusal(new TicketState.Held(), new TicketAct.Reinsert(1)));
        assertEquals(ActRefusal.NOT_HELD, refusal(new TicketState.Passed(), new TicketAct.Resume(1)));
        assertEquals(ActRefusal.CLOSED, refusal(new TicketState.NoShow(), new TicketAct.Serve()));
    }

    private static ActRefusal refusal(TicketState state, TicketAct act) {
        return assertInstanceOf(ActResult.Refused.class, state.after(act, LATER))
                .why();
    }

    @Test
    void whoeverIsSentOnForSomethingElseKeepsNumberAndPlace() {
        var centre = new QueueUnderTest();
        var first = centre.take(QueueUnderTest.CARE, false);
        centre.take(QueueUnderTest.CARE, false);
        centre.callNext(1);
        var other = new ServiceId("aid");

        centre.act(1, first.id(), new TicketAct.ChangeService(other));

        var waiting = centre.queue.waiting().getFirst();
        assertEquals(other, waiting.service());
        assertEquals(first.number(), waiting.number());
        assertEquals(first.place(), waiting.place());
    }

    @Test
    void whoComesFromAnotherKioskStandsByTheTimeTheyTookTheirNumber() {
        var centre = new QueueUnderTest();
        var first = centre.take(QueueUnderTest.CARE, false);
        var last = centre.take(QueueUnderTest.CARE, false);
        var between = Ticket.taken(
                new TicketId("f".repeat(16)),
                first.day(),
                TicketNumber.parse("2A001"),
                QueueUnderTest.CARE,
                false,
                first.taken().plus(Duration.between(first.taken(), last.taken()).dividedBy(2)),
                1);
        var late = Ticket.taken(
                new TicketId("e".repeat(16)),
                first.day(),
                TicketNumber.parse("2A002"),
                QueueUnderTest.CARE,
                false,
                last.taken().plusSeconds(1),
                2);

        var queue = centre.queue.brought(late).brought(between).brought(between);

        assertEquals(
                List.of(first.id(), between.id(), last.id(), late.id()),
                queue.waiting().stream().map(Ticket::id).toList());
        assertEquals(4, queue.tickets().stream().map(Ticket::place).distinct().count());
    }

    @Test
    void timesAreNeverNegativeThoughTheClockWasSetBack() {
        var served = new TicketState.Called(1, 1, LATER).after(new TicketAct.Serve(), NINE);

        assertEquals(new ActResult.Done(new TicketState.Served(1, Duration.ZERO)), served);
    }

    @Test
    void waitingEndsWithTheFirstCallWhateverComesLater() {
        var centre = new QueueUnderTest();
        var id = centre.take(QueueUnderTest.CARE, false).id();
        centre.callNext(1);
        var waited = centre.queue.find(id).orElseThrow().waited();

        centre.act(1, id, new TicketAct.Pass());
        centre.act(1, id, new TicketAct.Reinsert(0));
        centre.callNext(2);

        var again = centre.queue.find(id).orElseThrow();
        assertEquals(Optional.of(Duration.ofSeconds(30)), waited);
        assertEquals(waited, again.waited());
        assertEquals(2, again.last().orElseThrow().window());
    }
}
