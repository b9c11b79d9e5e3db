package cn.dangqun.protocol;

import cn.dangqun.domain.fact.RequestFact;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.protocol.wire.FactRecord;
import cn.dangqun.protocol.wire.RequestAdvanced;
import cn.dangqun.protocol.wire.RequestFiled;
import cn.dangqun.protocol.wire.RequestRated;
import java.time.LocalDate;

/// The facts of requests, to messages and back.
final class RequestCodec {
    private RequestCodec() {}

    static void encode(RequestFact fact, FactRecord.Builder record) {
        switch (fact) {
            case RequestFact.Filed f ->
                record.setRequestFiled(RequestFiled.newBuilder()
                        .setRequest(f.request())
                        .setService(f.service().value())
                        .setTicket(f.ticket().map(TicketId::hex).orElse(""))
                        .setResponder(f.responder())
                        .setApplicant(SealedIds.encode(f.applicant())));
            case RequestFact.Advanced f ->
                record.setRequestAdvanced(RequestAdvanced.newBuilder()
                        .setRequest(f.request())
                        .setStage(RequestAdvanced.Stage.valueOf(f.stage().name()))
                        .setDue(f.due().map(LocalDate::toString).orElse(""))
                        .setHandler(f.handler().orElse(""))
                        .setBy(SealedIds.encode(f.by())));
            case RequestFact.Rated f ->
                record.setRequestRated(
                        RequestRated.newBuilder().setRequest(f.request()).setStars(f.stars()));
        }
    }

    static RequestFact decode(FactRecord record) throws UnreadableException {
        return switch (record.getFactCase()) {
            case REQUEST_FILED -> {
                var f = record.getRequestFiled();
                yield new RequestFact.Filed(
                        f.getRequest(),
                        new ServiceId(f.getService()),
                        SealedIds.optional(f.getTicket()).map(TicketId::new),
                        f.getResponder(),
                        SealedIds.decodeOptional(f.getApplicant()));
            }
            case REQUEST_ADVANCED -> {
                var f = record.getRequestAdvanced();
                yield new RequestFact.Advanced(
                        f.getRequest(),
                        RequestFact.Stage.valueOf(f.getStage().name()),
                        SealedIds.optional(f.getDue()).map(LocalDate::parse),
                        SealedIds.optional(f.getHandler()),
                        SealedIds.decode(f.getBy()));
            }
            case REQUEST_RATED -> {
                var f = record.getRequestRated();
                yield new RequestFact.Rated(f.getRequest(), f.getStars());
            }
            default -> throw FactCodec.unknown();
        };
    }
}
