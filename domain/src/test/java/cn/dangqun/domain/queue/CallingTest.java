package cn.dangqun.domain.queue;

import static cn.dangqun.domain.queue.QueueUnderTest.CARE;
import static cn.dangqun.domain.queue.QueueUnderTest.TOOLS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallingTest {
    private final QueueUnderTest centre = new QueueUnderTest();

    @Test
    void callsInTheOrderOfArrival() {
        take(3);

        assertEquals(List.of("A001", "A002", "A003", "NOBODY_WAITS"), centre.serve(1, 4));
    }

    @Test
    void callsTwoPreferredPersonsThenAnOrdinaryOne() {
        take(2);
        prefer(4);

        assertEquals(List.of("A003", "A004", "A001", "A005", "A006", "A002"), centre.serve(1, 6));
    }

    @Test
    void callsPreferredPersonsOnWhereNobodyElseWaits() {
        prefer(4);

        assertEquals(List.of("A001", "A002", "A003", "A004"), centre.serve(1, 4));
    }

    @Test
    void neverCallsOneNumberToTwoWindows() {
        take(1);

        assertEquals(List.of("A001", "NOBODY_WAITS"), List.of(centre.called(1), centre.called(2)));
    }

    @Test
    void callsNobodyWhileTheWindowHasSomebody() {
        take(2);
        centre.called(1);

        assertEquals("WINDOW_BUSY", centre.called(1));
    }

    @Test
    void aWindowCallsOnlyForWhatItServes() {
        take(1);
        centre.take(TOOLS, false);

        assertEquals("B001", centre.called(3));
        assertEquals("UNKNOWN_WINDOW", centre.called(4));
    }

    @Test
    void aMovedPersonIsCalledByTheOtherWindowFirst() {
        take(3);
        centre.called(1);

        centre.act(1, ticket("A001"), new TicketAct.Move(2));

        assertEquals("A002", centre.called(1));
        assertEquals("A001", centre.called(2));
    }

    @Test
    void aPassedPersonComesBackBehindThreePeople() {
        take(5);
        centre.called(1);
        centre.act(1, ticket("A001"), new TicketAct.Pass());

        centre.act(1, ticket("A001"), new TicketAct.Reinsert(3));

        assertEquals(List.of("A002", "A003", "A004", "A001", "A005"), centre.serve(1, 5));
    }

    @Test
    void aPassedPersonComesBackAtTheEndOfAShortQueue() {
        take(2);
        centre.called(1);
        centre.act(1, ticket("A001"), new TicketAct.Pass());

        centre.act(1, ticket("A001"), new TicketAct.Reinsert(3));

        assertEquals(List.of("A002", "A001"), centre.serve(1, 2));
    }

    @Test
    void twoWhoComeBackTogetherAreEachBehindThreePeople() {
        take(6);
        for (var number : List.of("A001", "A002")) {
            centre.called(1);
            centre.act(1, ticket(number), new TicketAct.Pass());
        }

        centre.act(1, ticket("A001"), new TicketAct.Reinsert(3));
        centre.act(1, ticket("A002"), new TicketAct.Reinsert(3));

        assertEquals(List.of("A003", "A004", "A005", "A002", "A001", "A006"), centre.serve(1, 6));
    }

    @Test
    void nobodyIsCalledMoreThanThreeTimes() {
        take(1);
        centre.called(1);
        centre.act(1, ticket("A001"), new TicketAct.Recall());
        centre.act(1, ticket("A001"), new TicketAct.Recall());

        var fourth = centre.act(1, ticket("A001"), new TicketAct.Recall());

        assertEquals(new Decision.Refused(ActRefusal.CALLED_OFTEN_ENOUGH), fourth);
    }

    @Test
    void nobodyActsForAnotherWindow() {
        take(1);
        centre.called(1);

        assertEquals(new Decision.Refused(ActRefusal.ELSEWHERE), centre.act(2, ticket("A001"), new TicketAct.Serve()));
    }

    @Test
    void nobodyIsCalledOutOfTurn() {
        take(2);

        assertEquals(new Decision.Refused(ActRefusal.NOT_NEXT), centre.act(1, ticket("A002"), new TicketAct.Call(1)));
    }

    @Test
    void whoWasHeldComesBackToAFreeWindow() {
        take(2);
        centre.called(1);
        centre.act(1, ticket("A001"), new TicketAct.Hold());
        centre.called(1);

        assertEquals(
                new Decision.Refused(ActRefusal.WINDOW_BUSY), centre.act(1, ticket("A001"), new TicketAct.Resume(1)));
        centre.act(2, ticket("A001"), new TicketAct.Resume(2));
        assertEquals("A001", centre.queue.at(2).orElseThrow().number().text());
    }

    @Test
    void saysHowManyAreAheadByTheRuleThatCalls() {
        take(2);
        prefer(3);

        assertEquals(2, ahead("A001"));
        assertEquals(4, ahead("A002"));
        assertEquals(0, ahead("A003"));
        assertEquals(3, ahead("A005"));
    }

    private int ahead(String number) {
        return centre.calling.ahead(
                centre.queue, centre.queue.find(ticket(number)).orElseThrow());
    }

    private void take(int people) {
        for (int i = 0; i < people; i++) {
            centre.take(CARE, false);
        }
    }

    private void prefer(int people) {
        for (int i = 0; i < people; i++) {
            centre.take(CARE, true);
        }
    }

    private TicketId ticket(String number) {
        return centre.queue.tickets().stream()
                .filter(each -> each.number().text().equals(number))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
