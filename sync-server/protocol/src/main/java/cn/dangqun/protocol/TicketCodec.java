package cn.dangqun.protocol;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketNumber;
import cn.dangqun.protocol.wire.FactRecord;
import cn.dangqun.protocol.wire.TicketBrought;
import cn.dangqun.protocol.wire.TicketFetched;
import cn.dangqun.protocol.wire.TicketHandedOn;
import cn.dangqun.protocol.wire.TicketHandedOver;
import cn.dangqun.protocol.wire.TicketHandled;
import cn.dangqun.protocol.wire.TicketTaken;
import java.time.LocalDate;
import java.util.Optional;

/// The facts of the queue, to messages and back.
final class TicketCodec {
    private TicketCodec() {}

    static void encode(QueueFact fact, FactRecord.Builder record) {
        switch (fact) {
            case QueueFact.TicketTaken f -> record.setTicketTaken(encode(f));
            case QueueFact.TicketHandedOver f -> record.setTicketHandedOver(encode(f));
            case QueueFact.TicketHandled f -> record.setTicketHandled(encode(f));
            case QueueFact.TicketFetched(var ticket, var number, var day, var host) ->
                record.setTicketFetched(TicketFetched.newBuilder()
                        .setTicket(ticket.hex())
                        .setNumber(number.text())
                        .setDay(day.toString())
                        .setHost(host.value()));
            case QueueFact.TicketHandedOn(var ticket, var to) ->
                record.setTicketHandedOn(
                        TicketHandedOn.newBuilder().setTicket(ticket.hex()).setTo(to.value()));
            case QueueFact.TicketBrought(var ticket, var from, int hop) ->
                record.setTicketBrought(TicketBrought.newBuilder()
                        .setTicket(TicketSnapshots.encode(ticket))
                        .setFrom(from.value())
                        .setHop(hop));
        }
    }

    static QueueFact decode(FactRecord record) throws UnreadableException {
        return switch (record.getFactCase()) {
            case TICKET_TAKEN -> decode(record.getTicketTaken());
            case TICKET_HANDED_OVER -> decode(record.getTicketHandedOver());
            case TICKET_HANDLED -> decode(record.getTicketHandled());
            case TICKET_FETCHED -> decode(record.getTicketFetched());
            case TICKET_HANDED_ON ->
                new QueueFact.TicketHandedOn(
                        new TicketId(record.getTicketHandedOn().getTicket()),
                        new KioskId(record.getTicketHandedOn().getTo()));
            case TICKET_BROUGHT ->
                new QueueFact.TicketBrought(
                        TicketSnapshots.decode(record.getTicketBrought().getTicket()),
                        new KioskId(record.getTicketBrought().getFrom()),
                        record.getTicketBrought().getHop());
            default -> throw FactCodec.unknown();
        };
    }

    private static TicketTaken.Builder encode(QueueFact.TicketTaken f) {
        return TicketTaken.newBuilder()
                .setTicket(f.ticket().hex())
                .setNumber(f.number().text())
                .setService(f.service().value())
                .setDay(f.day().toString())
                .setPriority(f.priority())
                .setVia(f.via().map(KioskId::value).orElse(""));
    }

    private static QueueFact decode(TicketTaken f) {
        return new QueueFact.TicketTaken(
                new TicketId(f.getTicket()),
                TicketNumber.parse(f.getNumber()),
                new ServiceId(f.getService()),
                LocalDate.parse(f.getDay()),
                f.getPriority(),
                f.getVia().isEmpty() ? Optional.empty() : Optional.of(new KioskId(f.getVia())));
    }

    private static QueueFact decode(TicketFetched f) {
        return new QueueFact.TicketFetched(
                new TicketId(f.getTicket()),
                TicketNumber.parse(f.getNumber()),
                LocalDate.parse(f.getDay()),
                new KioskId(f.getHost()));
    }

    private static TicketHandedOver.Builder encode(QueueFact.TicketHandedOver f) {
        return TicketHandedOver.newBuilder()
                .setTicket(f.ticket().hex())
                .setHow(TicketHandedOver.How.valueOf(f.how().name()))
                .setStaff(f.staff().orElse(""));
    }

    private static QueueFact decode(TicketHandedOver f) {
        return new QueueFact.TicketHandedOver(
                new TicketId(f.getTicket()),
                Handover.valueOf(f.getHow().name()),
                f.getStaff().isEmpty() ? Optional.empty() : Optional.of(f.getStaff()));
    }

    private static TicketHandled.Builder encode(QueueFact.TicketHandled f) {
        var handled = TicketHandled.newBuilder().setTicket(f.ticket().hex()).setStaff(f.staff());
        encode(f.act(), handled);
        return handled;
    }

    /// Also on the line between two kiosks.
    static void encode(TicketAct act, TicketHandled.Builder handled) {
        switch (act) {
            case TicketAct.Call(int window) ->
                handled.setCall(TicketHandled.Call.newBuilder().setWindow(window));
            case TicketAct.Recall() -> handled.setRecall(TicketHandled.Recall.getDefaultInstance());
            case TicketAct.Pass() -> handled.setPass(TicketHandled.Pass.getDefaultInstance());
            case TicketAct.Reinsert(int behind) ->
                handled.setReinsert(TicketHandled.Reinsert.newBuilder().setBehind(behind));
            case TicketAct.Move(int window) ->
                handled.setMove(TicketHandled.Move.newBuilder().setWindow(window));
            case TicketAct.Hold() -> handled.setHold(TicketHandled.Hold.getDefaultInstance());
            case TicketAct.Resume(int window) ->
                handled.setResume(TicketHandled.Resume.newBuilder().setWindow(window));
            case TicketAct.Serve() -> handled.setServe(TicketHandled.Serve.getDefaultInstance());
            case TicketAct.Withdraw() -> handled.setWithdraw(TicketHandled.Withdraw.getDefaultInstance());
            case TicketAct.GiveUp() -> handled.setGiveUp(TicketHandled.GiveUp.getDefaultInstance());
            case TicketAct.ChangeService(var service) ->
                handled.setChangeService(
                        TicketHandled.ChangeService.newBuilder().setService(service.value()));
            case TicketAct.TakeBack(int window) ->
                handled.setTakeBack(TicketHandled.TakeBack.newBuilder().setWindow(window));
            case TicketAct.Lapse() -> handled.setLapse(TicketHandled.Lapse.getDefaultInstance());
        }
    }

    private static QueueFact decode(TicketHandled f) throws UnreadableException {
        return new QueueFact.TicketHandled(new TicketId(f.getTicket()), act(f), f.getStaff());
    }

    static TicketAct act(TicketHandled f) throws UnreadableException {
        return switch (f.getActCase()) {
            case CALL -> new TicketAct.Call(f.getCall().getWindow());
            case RECALL -> new TicketAct.Recall();
            case PASS -> new TicketAct.Pass();
            case REINSERT -> new TicketAct.Reinsert(f.getReinsert().getBehind());
            case MOVE -> new TicketAct.Move(f.getMove().getWindow());
            case HOLD -> new TicketAct.Hold();
            case RESUME -> new TicketAct.Resume(f.getResume().getWindow());
            case SERVE -> new TicketAct.Serve();
            case WITHDRAW -> new TicketAct.Withdraw();
            case GIVE_UP -> new TicketAct.GiveUp();
            case CHANGE_SERVICE ->
                new TicketAct.ChangeService(new ServiceId(f.getChangeService().getService()));
            case TAKE_BACK -> new TicketAct.TakeBack(f.getTakeBack().getWindow());
            case LAPSE -> new TicketAct.Lapse();
            case ACT_NOT_SET ->
                throw new UnreadableException(UnreadableException.Fault.UNKNOWN_KIND, "an act of an unknown kind");
        };
    }
}
