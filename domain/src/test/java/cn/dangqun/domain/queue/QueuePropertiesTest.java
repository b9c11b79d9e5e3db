package cn.dangqun.domain.queue;

import static cn.dangqun.domain.queue.QueueUnderTest.CARE;
import static cn.dangqun.domain.queue.QueueUnderTest.PLAN;
import static cn.dangqun.domain.queue.QueueUnderTest.TOOLS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class QueuePropertiesTest {

    /// One thing somebody does: taking a number, calling the next, or any act on any ticket at any window.
    record Wish(int what, int window, int ticket) {
        void on(QueueUnderTest centre) {
            switch (what) {
                case 0 -> centre.take(CARE, false);
                case 1 -> centre.take(CARE, true);
                case 2 -> centre.take(TOOLS, ticket % 2 == 0);
                case 3, 4 -> centre.callNext(window);
                default -> {
                    if (!centre.queue.tickets().isEmpty()) {
                        centre.act(window, anyTicket(centre), act());
                    }
                }
            }
        }

        private TicketId anyTicket(QueueUnderTest centre) {
            return centre.queue
                    .tickets()
                    .get(ticket % centre.queue.tickets().size())
                    .id();
        }

        private TicketAct act() {
            return List.of(
                            new TicketAct.Recall(),
                            new TicketAct.Pass(),
                            new TicketAct.Reinsert(ticket % 4),
                            new TicketAct.Move(1 + ticket % 4),
                            new TicketAct.Hold(),
                            new TicketAct.Resume(window),
                            new TicketAct.Serve(),
                            new TicketAct.Withdraw(),
                            new TicketAct.GiveUp(),
                            new TicketAct.Call(window))
                    .get(what - 5);
        }
    }

    @Provide
    Arbitrary<Wish> wishes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 14),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 60))
                .as(Wish::new);
    }

    @Property
    void noNumberRepeatsOrDisappearsWhateverIsDone(@ForAll @Size(max = 120) List<@From("wishes") Wish> day) {
        var centre = new QueueUnderTest();
        int before = 0;
        for (var wish : day) {
            wish.on(centre);
            var numbers = centre.queue.tickets().stream().map(Ticket::number).collect(Collectors.toSet());
            assertEquals(centre.queue.tickets().size(), numbers.size(), "a number repeats");
            assertTrue(numbers.size() >= before, "a number disappeared");
            before = numbers.size();
        }
    }

    @Property
    void theQueueIsWhatTheLedgerSaysAtEveryRestart(
            @ForAll @Size(max = 80) List<@From("wishes") Wish> day, @ForAll @IntRange(max = 80) int restart) {
        var centre = new QueueUnderTest();
        for (int i = 0; i < day.size(); i++) {
            if (i == restart) {
                centre.queue = centre.rebuilt();
            }
            day.get(i).on(centre);
        }

        assertEquals(centre.queue, centre.rebuilt());
    }

    @Property
    void noWindowHasTwoPeopleAndNobodyIsAtTwoWindows(@ForAll @Size(max = 120) List<@From("wishes") Wish> day) {
        var centre = new QueueUnderTest();
        for (var wish : day) {
            wish.on(centre);
            var taken = centre.queue.tickets().stream()
                    .filter(ticket -> ticket.state() instanceof TicketState.Called)
                    .map(ticket -> ((TicketState.Called) ticket.state()).window())
                    .toList();
            assertEquals(taken.size(), taken.stream().distinct().count());
        }
    }

    /// However many preferred persons come meanwhile, whoever waits is called within a bound that the ones before them
    /// set.
    @Property
    void nobodyWaitsForever(@ForAll @Size(max = 60) List<@From("wishes") Wish> morning) {
        var centre = new QueueUnderTest();
        morning.forEach(wish -> wish.on(centre));
        centre.queue.at(1).ifPresent(ticket -> centre.act(1, ticket.id(), new TicketAct.Serve()));
        var patient = centre.take(CARE, false);
        int before = (int) centre.queue.waiting().stream()
                .filter(each -> !each.isPreferred() && each.place() < patient.place())
                .count();

        int calls = 0;
        while (centre.queue.find(patient.id()).orElseThrow().isWaiting()) {
            centre.take(CARE, true);
            centre.serve(1, 1);
            calls++;
            assertTrue(calls <= (before + 1) * (PLAN.rules().preferredInARow() + 1), "waits longer than the rule says");
        }
    }

    @Property
    void whoComesBackIsBehindAsManyAsWereSaid(
            @ForAll @IntRange(min = 1, max = 12) int people, @ForAll @IntRange(max = 5) int behind) {
        var centre = new QueueUnderTest();
        for (int i = 0; i <= people; i++) {
            centre.take(CARE, false);
        }
        centre.callNext(1);
        var passed = centre.queue.at(1).orElseThrow().id();
        centre.act(1, passed, new TicketAct.Pass());

        centre.act(1, passed, new TicketAct.Reinsert(behind));

        var back = centre.queue.find(passed).orElseThrow();
        assertEquals(Math.min(people, behind), centre.calling.ahead(centre.queue, back));
    }
}
