package cn.dangqun.domain.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/// One number of one day. `place` orders those who wait; `called` is when it was first called; `handover` is empty
/// while
/// nobody knows whether its person has it, as after a power cut.
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
        Optional<Handover> handover) {

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
        return called.map(at -> notNegative(Duration.between(taken, at)));
    }

    public Ticket handedOver(Handover how) {
        return new Ticket(
                id, day, number, service, priority, taken, place, state, called, handover.or(() -> Optional.of(how)));
    }

    Ticket at(long newPlace) {
        return new Ticket(id, day, number, service, priority, taken, newPlace, state, called, handover);
    }

    private Ticket in(TicketState next, Optional<Instant> firstCalled) {
        return new Ticket(id, day, number, service, priority, taken, place, next, firstCalled, handover);
    }

    /// What `act` makes of this ticket, by its own state alone: what was recorded once is read the same way under every
    /// later rule.
    public ActResult after(TicketAct act, Instant at) {
        return switch (state) {
            case TicketState.Waiting _ -> waiting(act, at);
            case TicketState.Called now -> called(now, act, at);
            case TicketState.Passed _ -> passed(act);
            case TicketState.Held _ -> held(act, at);
            case TicketState.Closed _ -> new ActResult.Refused(ActRefusal.CLOSED);
        };
    }

    private ActResult waiting(TicketAct act, Instant at) {
        return switch (act) {
            case TicketAct.Call(int window) ->
                done(new TicketState.Called(window, 1, at), called.or(() -> Optional.of(at)));
            case TicketAct.Withdraw() -> done(new TicketState.Withdrawn(), called);
            case TicketAct.Recall _, TicketAct.Pass _, TicketAct.Move _, TicketAct.Hold _, TicketAct.Serve _ ->
                new ActResult.Refused(ActRefusal.NOT_CALLED);
            case TicketAct.Reinsert _, TicketAct.GiveUp _ -> new ActResult.Refused(ActRefusal.NOT_PASSED);
            case TicketAct.Resume _ -> new ActResult.Refused(ActRefusal.NOT_HELD);
        };
    }

    private ActResult called(TicketState.Called now, TicketAct act, Instant at) {
        return switch (act) {
            case TicketAct.Recall() -> done(new TicketState.Called(now.window(), now.calls() + 1, now.since()), called);
            case TicketAct.Pass() -> done(new TicketState.Passed(), called);
            case TicketAct.Move(int window) -> done(new TicketState.Waiting(OptionalInt.of(window)), called);
            case TicketAct.Hold() -> done(new TicketState.Held(), called);
            case TicketAct.Serve() ->
                done(new TicketState.Served(now.window(), notNegative(Duration.between(now.since(), at))), called);
            case TicketAct.Withdraw() -> done(new TicketState.Withdrawn(), called);
            case TicketAct.Call _ -> new ActResult.Refused(ActRefusal.NOT_WAITING);
            case TicketAct.Reinsert _, TicketAct.GiveUp _ -> new ActResult.Refused(ActRefusal.NOT_PASSED);
            case TicketAct.Resume _ -> new ActResult.Refused(ActRefusal.NOT_HELD);
        };
    }

    private ActResult passed(TicketAct act) {
        return switch (act) {
            case TicketAct.Reinsert _ -> done(TicketState.Waiting.ANYWHERE, called);
            case TicketAct.Withdraw() -> done(new TicketState.Withdrawn(), called);
            case TicketAct.GiveUp() -> done(new TicketState.NoShow(), called);
            case TicketAct.Call _ -> new ActResult.Refused(ActRefusal.NOT_WAITING);
            case TicketAct.Recall _, TicketAct.Pass _, TicketAct.Move _, TicketAct.Hold _, TicketAct.Serve _ ->
                new ActResult.Refused(ActRefusal.NOT_CALLED);
            case TicketAct.Resume _ -> new ActResult.Refused(ActRefusal.NOT_HELD);
        };
    }

    private ActResult held(TicketAct act, Instant at) {
        return switch (act) {
            case TicketAct.Resume(int window) -> done(new TicketState.Called(window, 1, at), called);
            case TicketAct.Withdraw() -> done(new TicketState.Withdrawn(), called);
            case TicketAct.GiveUp() -> done(new TicketState.NoShow(), called);
            case TicketAct.Call _ -> new ActResult.Refused(ActRefusal.NOT_WAITING);
            case TicketAct.Recall _, TicketAct.Pass _, TicketAct.Move _, TicketAct.Hold _, TicketAct.Serve _ ->
                new ActResult.Refused(ActRefusal.NOT_CALLED);
            case TicketAct.Reinsert _ -> new ActResult.Refused(ActRefusal.NOT_PASSED);
        };
    }

    private ActResult done(TicketState next, Optional<Instant> firstCalled) {
        return new ActResult.Done(in(next, firstCalled));
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
