package cn.dangqun.protocol;

import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketNumber;
import cn.dangqun.protocol.wire.FactRecord;
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
        }
    }

    static QueueFact decode(FactRecord record) throws UnreadableException {
        return switch (record.getFactCase()) {
            case TICKET_TAKEN -> decode(record.getTicketTaken());
            case TICKET_HANDED_OVER -> decode(record.getTicketHandedOver());
            case TICKET_HANDLED -> decode(record.getTicketHandled());
            default -> throw FactCodec.unknown();
        };
    }

    private static TicketTaken.Builder encode(QueueFact.TicketTaken f) {
        return TicketTaken.newBuilder()
                .setTicket(f.ticket().hex())
                .setNumber(f.number().text())
                .setService(f.service().value())
                .setDay(f.day().toString())
                .setPriority(f.priority());
    }

    private static QueueFact decode(TicketTaken f) {
        return new QueueFact.TicketTaken(
                new TicketId(f.getTicket()),
                TicketNumber.parse(f.getNumber()),
                new ServiceId(f.getService()),
                LocalDate.parse(f.getDay()),
                f.getPriority());
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
        switch (f.act()) {
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
        }
        return handled;
    }

    private static QueueFact decode(TicketHandled f) throws UnreadableException {
        return new QueueFact.TicketHandled(new TicketId(f.getTicket()), act(f), f.getStaff());
    }

    private static TicketAct act(TicketHandled f) throws UnreadableException {
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
            case ACT_NOT_SET ->
                throw new UnreadableException(UnreadableException.Fault.UNKNOWN_KIND, "an act of an unknown kind");
        };
    }
}
