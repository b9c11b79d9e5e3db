package cn.dangqun.protocol;

import cn.dangqun.domain.fact.RequestFact;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStep;
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
                        .setKind(f.kind().name())
                        .setOrganization(f.organization().value())
                        .setService(f.service().map(ServiceId::value).orElse(""))
                        .setTicket(f.ticket().map(TicketId::hex).orElse(""))
                        .setDay(f.day().toString())
                        .setDue(f.due().map(LocalDate::toString).orElse(""))
                        .setResponder(f.responder().text())
                        .setApplicant(SealedIds.encode(f.applicant())));
            case RequestFact.Advanced f ->
                record.setRequestAdvanced(RequestAdvanced.newBuilder()
                        .setRequest(f.request())
                        .setStep(RequestAdvanced.Step.valueOf(f.step().name()))
                        .setDue(f.due().map(LocalDate::toString).orElse(""))
                        .setHandler(f.handler().map(Answerer::text).orElse(""))
                        .setWords(SealedIds.encode(f.words()))
                        .setBy(f.by().text()));
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
                        RequestKind.valueOf(f.getKind()),
                        new OrganizationId(f.getOrganization()),
                        SealedIds.optional(f.getService()).map(ServiceId::new),
                        SealedIds.optional(f.getTicket()).map(TicketId::new),
                        LocalDate.parse(f.getDay()),
                        SealedIds.optional(f.getDue()).map(LocalDate::parse),
                        new Answerer(f.getResponder()),
                        SealedIds.decodeOptional(f.getApplicant()));
            }
            case REQUEST_ADVANCED -> {
                var f = record.getRequestAdvanced();
                yield new RequestFact.Advanced(
                        f.getRequest(),
                        RequestStep.valueOf(f.getStep().name()),
                        SealedIds.optional(f.getDue()).map(LocalDate::parse),
                        SealedIds.optional(f.getHandler()).map(Answerer::new),
                        SealedIds.decodeOptional(f.getWords()),
                        new Answerer(f.getBy()));
            }
            case REQUEST_RATED -> {
                var f = record.getRequestRated();
                yield new RequestFact.Rated(f.getRequest(), f.getStars());
            }
            default -> throw FactCodec.unknown();
        };
    }
}
