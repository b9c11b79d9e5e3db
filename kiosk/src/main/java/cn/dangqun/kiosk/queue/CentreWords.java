package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.ActRefusal;
import cn.dangqun.domain.queue.Estimate;
import cn.dangqun.domain.queue.Queue;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.protocol.TicketSnapshots;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.protocol.wire.CentreAnswer;
import cn.dangqun.protocol.wire.CentreAnswer.NotTaken;
import cn.dangqun.protocol.wire.CentreAnswer.NotTaken.Why;
import cn.dangqun.protocol.wire.TicketSnapshot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the host of a centre's queue says, to messages and back.
final class CentreWords {
    private CentreWords() {}

    /// Names a ticket as it is at one moment, the same at both ends.
    static String mark(Optional<Ticket> ticket) {
        return ticket.map(CentreWords::mark).orElse("");
    }

    private static String mark(Ticket ticket) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(ticket.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    static CentreAnswer.Builder encode(TakeOutcome outcome) {
        var answer = CentreAnswer.newBuilder();
        return switch (outcome) {
            case TakeOutcome.Taken(var slip) ->
                answer.setTaken(CentreAnswer.Taken.newBuilder()
                        .setTicket(TicketSnapshots.encode(slip.ticket()))
                        .setService(slip.service())
                        .setAhead(slip.ahead())
                        .setFromMinutes(slip.estimate().fromMinutes())
                        .setToMinutes(slip.estimate().toMinutes()));
            case TakeOutcome.Closed(var service, var opens, var reason) ->
                answer.setNotTaken(not(Why.CLOSED)
                        .setService(service)
                        .setOpens(opens.toString())
                        .setReason(reason.orElse("")));
            case TakeOutcome.Full(var service) ->
                answer.setNotTaken(not(Why.FULL).setService(service));
            case TakeOutcome.NotOffered() -> answer.setNotTaken(not(Why.NOT_OFFERED));
            case TakeOutcome.KioskSealed() -> answer.setNotTaken(not(Why.SEALED));
            case TakeOutcome.NotSaved() -> answer.setNotSaved(CentreAnswer.NotSaved.getDefaultInstance());
        };
    }

    private static NotTaken.Builder not(Why why) {
        return NotTaken.newBuilder().setWhy(why);
    }

    /// Empty when the host gave none and says nothing that a person should hear: this kiosk gives its own.
    static Optional<TakeOutcome> taken(CentreAnswer answer) throws UnreadableException {
        return switch (answer.getAnswerCase()) {
            case TAKEN -> Optional.of(new TakeOutcome.Taken(slip(answer.getTaken())));
            case NOT_TAKEN -> notTaken(answer.getNotTaken());
            default -> Optional.empty();
        };
    }

    private static Slip slip(CentreAnswer.Taken taken) throws UnreadableException {
        return new Slip(
                TicketSnapshots.decode(taken.getTicket()),
                taken.getService(),
                taken.getAhead(),
                new Estimate(taken.getFromMinutes(), taken.getToMinutes()));
    }

    private static Optional<TakeOutcome> notTaken(NotTaken not) {
        return switch (not.getWhy()) {
            case CLOSED ->
                Optional.of(new TakeOutcome.Closed(
                        not.getService(),
                        LocalDateTime.parse(not.getOpens()),
                        Optional.of(not.getReason()).filter(why -> !why.isEmpty())));
            case FULL -> Optional.of(new TakeOutcome.Full(not.getService()));
            // the host may be behind in what the street offers, or out of its favour: we are not
            case NOT_OFFERED, SEALED, WHY_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    static CentreAnswer.Builder encode(CallOutcome outcome) {
        var answer = CentreAnswer.newBuilder();
        return switch (outcome) {
            case CallOutcome.Done(var ticket) ->
                answer.setActed(CentreAnswer.Acted.newBuilder().setTicket(TicketSnapshots.encode(ticket)));
            case CallOutcome.Refused(var why) ->
                answer.setRefused(CentreAnswer.Refused.newBuilder().setWhy(why.name()));
            case CallOutcome.NotSaved() -> answer.setNotSaved(CentreAnswer.NotSaved.getDefaultInstance());
        };
    }

    static CallOutcome called(CentreAnswer answer) throws UnreadableException {
        return switch (answer.getAnswerCase()) {
            case ACTED ->
                new CallOutcome.Done(TicketSnapshots.decode(answer.getActed().getTicket()));
            case REFUSED -> new CallOutcome.Refused(refusal(answer.getRefused().getWhy()));
            case NOT_SAVED -> new CallOutcome.NotSaved();
            default -> new CallOutcome.Refused(ActRefusal.HOST_SILENT);
        };
    }

    private static ActRefusal refusal(String name) {
        try {
            return ActRefusal.valueOf(name);
        } catch (IllegalArgumentException e) {
            return ActRefusal.HOST_SILENT;
        }
    }

    static CentreAnswer.Queue encode(Queue queue, long version, String day) {
        return CentreAnswer.Queue.newBuilder()
                .setVersion(version)
                .setDay(day)
                .addAllTickets(
                        queue.tickets().stream().map(TicketSnapshots::encode).toList())
                .putAllRuns(queue.runs())
                .build();
    }

    static Queue queue(CentreAnswer.Queue wire) throws UnreadableException {
        var tickets = new ArrayList<Ticket>();
        for (TicketSnapshot each : wire.getTicketsList()) {
            tickets.add(TicketSnapshots.decode(each));
        }
        return new Queue(
                tickets,
                wire.getRunsMap().entrySet().stream()
                        .collect(Collectors.toMap(java.util.Map.Entry::getKey, java.util.Map.Entry::getValue)));
    }
}
