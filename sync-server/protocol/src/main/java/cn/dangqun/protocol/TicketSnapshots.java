package cn.dangqun.protocol;

import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketNumber;
import cn.dangqun.domain.queue.TicketState;
import cn.dangqun.protocol.wire.TicketHandedOver;
import cn.dangqun.protocol.wire.TicketHandled;
import cn.dangqun.protocol.wire.TicketSnapshot;
import cn.dangqun.protocol.wire.TicketSnapshot.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/// A ticket as it stands and an act, to messages and back; times in whole milliseconds.
public final class TicketSnapshots {
    private TicketSnapshots() {}

    public static TicketSnapshot encode(Ticket ticket) {
        var wire = TicketSnapshot.newBuilder()
                .setTicket(ticket.id().hex())
                .setNumber(ticket.number().text())
                .setService(ticket.service().value())
                .setDay(ticket.day().toString())
                .setPriority(ticket.priority())
                .setTakenMillis(ticket.taken().toEpochMilli())
                .setPlace(ticket.place())
                .setHandover(ticket.handover()
                        .map(how -> TicketHandedOver.How.valueOf(how.name()))
                        .orElse(TicketHandedOver.How.HOW_UNSPECIFIED));
        ticket.called().ifPresent(at -> wire.setCalledMillis(at.toEpochMilli()));
        ticket.last()
                .ifPresent(call -> wire.setLastWindow(call.window())
                        .setLastMillis(call.at().toEpochMilli()));
        encode(ticket.state(), wire);
        return wire.build();
    }

    private static void encode(TicketState state, TicketSnapshot.Builder wire) {
        switch (state) {
            case TicketState.Waiting(var window) -> {
                wire.setState(State.WAITING);
                window.ifPresent(wire::setWindow);
            }
            case TicketState.Called(var window, var calls, var since) ->
                wire.setState(State.CALLED).setWindow(window).setCalls(calls).setSinceMillis(since.toEpochMilli());
            case TicketState.Passed() -> wire.setState(State.PASSED);
            case TicketState.Held() -> wire.setState(State.HELD);
            case TicketState.Served(var window, var took) ->
                wire.setState(State.SERVED).setWindow(window).setTookMillis(took.toMillis());
            case TicketState.Withdrawn() -> wire.setState(State.WITHDRAWN);
            case TicketState.NoShow() -> wire.setState(State.NO_SHOW);
            case TicketState.Lapsed() -> wire.setState(State.LAPSED);
        }
    }

    /// @throws UnreadableException when a newer program has states that this one does not know
    public static Ticket decode(TicketSnapshot wire) throws UnreadableException {
        return new Ticket(
                new TicketId(wire.getTicket()),
                LocalDate.parse(wire.getDay()),
                TicketNumber.parse(wire.getNumber()),
                new ServiceId(wire.getService()),
                wire.getPriority(),
                Instant.ofEpochMilli(wire.getTakenMillis()),
                wire.getPlace(),
                state(wire),
                wire.hasCalledMillis() ? Optional.of(Instant.ofEpochMilli(wire.getCalledMillis())) : Optional.empty(),
                wire.hasLastMillis()
                        ? Optional.of(
                                new Ticket.LastCall(wire.getLastWindow(), Instant.ofEpochMilli(wire.getLastMillis())))
                        : Optional.empty(),
                handover(wire.getHandover()));
    }

    private static Optional<Handover> handover(TicketHandedOver.How how) {
        return how == TicketHandedOver.How.HOW_UNSPECIFIED
                ? Optional.empty()
                : Optional.of(Handover.valueOf(how.name()));
    }

    private static TicketState state(TicketSnapshot wire) throws UnreadableException {
        return switch (wire.getState()) {
            case WAITING ->
                new TicketState.Waiting(wire.hasWindow() ? OptionalInt.of(wire.getWindow()) : OptionalInt.empty());
            case CALLED ->
                new TicketState.Called(wire.getWindow(), wire.getCalls(), Instant.ofEpochMilli(wire.getSinceMillis()));
            case PASSED -> new TicketState.Passed();
            case HELD -> new TicketState.Held();
            case SERVED -> new TicketState.Served(wire.getWindow(), Duration.ofMillis(wire.getTookMillis()));
            case WITHDRAWN -> new TicketState.Withdrawn();
            case NO_SHOW -> new TicketState.NoShow();
            case LAPSED -> new TicketState.Lapsed();
            case STATE_UNSPECIFIED, UNRECOGNIZED ->
                throw new UnreadableException(UnreadableException.Fault.UNKNOWN_KIND, "a ticket in an unknown state");
        };
    }

    public static TicketHandled encode(TicketId ticket, TicketAct act) {
        var wire = TicketHandled.newBuilder().setTicket(ticket.hex());
        TicketCodec.encode(act, wire);
        return wire.build();
    }

    /// @throws UnreadableException when a newer program has acts that this one does not know
    public static TicketAct act(TicketHandled wire) throws UnreadableException {
        return TicketCodec.act(wire);
    }
}
