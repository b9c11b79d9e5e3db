package cn.dangqun.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketNumber;
import cn.dangqun.domain.queue.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What two kiosks with one queue record, to bytes and back.
class SharedQueueFactsTest {
    private static final KioskId KIOSK = new KioskId("hall-1");
    private static final KioskId OTHER = new KioskId("hall-2");
    private static final Instant NINE = Instant.parse("2026-07-10T01:00:00.123Z");
    private static final LocalDate DAY = LocalDate.of(2026, 7, 10);
    private static final TicketId TICKET = new TicketId("0123456789abcdef");
    private static final TicketNumber NUMBER = TicketNumber.parse("2A012");

    @Test
    void everyStateOfATicketSurvives() throws Exception {
        var states = List.of(
                TicketState.Waiting.ANYWHERE,
                new TicketState.Waiting(OptionalInt.of(3)),
                new TicketState.Called(2, 3, NINE),
                new TicketState.Passed(),
                new TicketState.Held(),
                new TicketState.Served(2, Duration.ofMillis(61_001)),
                new TicketState.Withdrawn(),
                new TicketState.NoShow(),
                new TicketState.Lapsed());
        for (var state : states) {
            stays(new QueueFact.TicketBrought(ticket(state, Optional.of(NINE), Optional.of(Handover.SHOWN)), OTHER, 2));
            stays(new QueueFact.TicketBrought(ticket(state, Optional.empty(), Optional.empty()), OTHER, 1));
        }
    }

    @Test
    void whoGotItAndWhereItWentSurvives() throws Exception {
        var facts = Stream.of(
                new QueueFact.TicketTaken(TICKET, NUMBER, new ServiceId("care"), DAY, true, Optional.of(OTHER)),
                new QueueFact.TicketFetched(TICKET, NUMBER, DAY, OTHER),
                new QueueFact.TicketHandedOn(TICKET, OTHER));
        for (Fact fact : facts.toList()) {
            stays(fact);
        }
    }

    private static Ticket ticket(TicketState state, Optional<Instant> called, Optional<Handover> handover) {
        return new Ticket(
                TICKET,
                DAY,
                NUMBER,
                new ServiceId("care"),
                true,
                NINE,
                7,
                state,
                called,
                called.map(at -> new Ticket.LastCall(4, at)),
                handover);
    }

    private static void stays(Fact fact) throws UnreadableException {
        var recorded = new RecordedFact(
                new FactId(KIOSK, new Epoch("0123456789abcdef0123456789abcdef"), 5),
                new ClockReading(NINE, "boot", Duration.ofHours(1), Optional.empty(), Optional.empty()),
                fact,
                Optional.empty());

        assertEquals(recorded, FactCodec.decode(KIOSK, recorded.id().epoch(), FactCodec.encode(recorded)));
    }
}
