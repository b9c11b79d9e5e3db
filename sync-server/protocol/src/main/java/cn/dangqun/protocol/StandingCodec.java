package cn.dangqun.protocol;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStage;
import cn.dangqun.domain.request.RequestStanding;
import cn.dangqun.domain.request.RequestState;
import cn.dangqun.protocol.wire.RequestStandingItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// How a request stands, to a message and back.
final class StandingCodec {
    private StandingCodec() {}

    static RequestStandingItem encode(RequestStanding standing) {
        var state = standing.state();
        return RequestStandingItem.newBuilder()
                .setKind(standing.kind().name())
                .setOrganization(standing.organization().value())
                .setService(standing.service())
                .setDay(standing.day().toString())
                .setStage(state.stage().name())
                .setAnswers(state.answers().text())
                .setOffered(state.offered().map(Answerer::text).orElse(""))
                .setDue(state.due().map(LocalDate::toString).orElse(""))
                .setClosedMillis(state.closed().map(Instant::toEpochMilli).orElse(0L))
                .setReopened(state.reopened())
                .setEscalated(state.escalated())
                .setAnswerer(standing.answerer())
                .setRated(standing.rated())
                .setThroughMillis(standing.through().toEpochMilli())
                .build();
    }

    static RequestStanding decode(String id, RequestStandingItem wire) {
        var closed = wire.getClosedMillis();
        return new RequestStanding(
                id,
                RequestKind.valueOf(wire.getKind()),
                new OrganizationId(wire.getOrganization()),
                wire.getService(),
                LocalDate.parse(wire.getDay()),
                new RequestState(
                        RequestStage.valueOf(wire.getStage()),
                        new Answerer(wire.getAnswers()),
                        SealedIds.optional(wire.getOffered()).map(Answerer::new),
                        SealedIds.optional(wire.getDue()).map(LocalDate::parse),
                        closed == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(closed)),
                        wire.getReopened(),
                        wire.getEscalated()),
                wire.getAnswerer(),
                wire.getRated(),
                Instant.ofEpochMilli(wire.getThroughMillis()));
    }
}
