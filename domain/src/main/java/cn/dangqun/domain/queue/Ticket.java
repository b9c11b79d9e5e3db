package cn.dangqun.domain.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// One number of one day. `place` orders those who wait; `called` is when it was first called, `last` the newest call;
/// `handover` is empty while nobody knows whether its person has it, as after a power cut.
public record Ticket(
        TicketId id,
        LocalDate day,
        TicketNumber number,
        ServiceId service,
        boolean priority,
        Instant taken,
        long place,
        TicketState state,
        Optional<Instant> called,
        Optional<LastCall> last,
        Optional<Handover> handover) {

    /// To which window, and when.
    public record LastCall(int window, Instant at) {}

    public static Ticket taken(
            TicketId id,
            LocalDate day,
            TicketNumber number,
            ServiceId service,
            boolean priority,
            Instant at,
            long place) {
        return new Ticket(
                id,
                day,
                number,
                service,
                priority,
                at,
                place,
                TicketState.Waiting.ANYWHERE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public boolean isWaiting() {
        return state instanceof TicketState.Waiting;
    }

    /// Called ahead of ordinary numbers, though not always: priority (F-51), and whoever was moved from a window.
    boolean isPreferred() {
        return priority || (state instanceof TicketState.Waiting(var window) && window.isPresent());
    }

    /// From taking to the first call.
    public Optional<Duration> waited() {
        return called.map(at -> at.isBefore(taken) ? Duration.ZERO : Duration.between(taken, at));
    }

    public Ticket handedOver(Handover how) {
        return with(place, state, called, last, handover.or(() -> Optional.of(how)));
    }

    Ticket at(long newPlace) {
        return with(newPlace, state, called, last, handover);
    }

    /// After an act that led to `next`.
    Ticket in(TicketState next, TicketAct act, Instant at) {
        return switch (act) {
            case TicketAct.Call(int window) -> with(next, new LastCall(window, at));
            case TicketAct.Resume(int window) -> with(next, new LastCall(window, at));
            case TicketAct.Recall() ->
                with(next, new LastCall(last.map(LastCall::window).orElse(0), at));
            case TicketAct.ChangeService(var other) -> with(other, next);
            case TicketAct.Pass _,
                    TicketAct.Reinsert _,
                    TicketAct.Move _,
                    TicketAct.Hold _,
                    TicketAct.Serve _,
                    TicketAct.Withdraw _,
                    TicketAct.GiveUp _,
                    TicketAct.TakeBack _,
                    TicketAct.Lapse _ -> with(place, next, called, last, handover);
        };
    }

    private Ticket with(ServiceId other, TicketState next) {
        return new Ticket(id, day, number, other, priority, taken, place, next, called, last, handover);
    }

    private Ticket with(TicketState next, LastCall call) {
        return with(place, next, called.or(() -> Optional.of(call.at())), Optional.of(call), handover);
    }

    private Ticket with(
            long newPlace,
            TicketState next,
            Optional<Instant> first,
            Optional<LastCall> newest,
            Optional<Handover> how) {
        return new Ticket(id, day, number, service, priority, taken, newPlace, next, first, newest, how);
    }
}
