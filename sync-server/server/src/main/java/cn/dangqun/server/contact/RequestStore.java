package cn.dangqun.server.contact;

import cn.dangqun.domain.fact.RequestFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.ReceiptNumber;
import cn.dangqun.domain.request.RequestState;
import cn.dangqun.domain.request.RequestState.Taken;
import cn.dangqun.domain.request.RequestStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// SQL of requests as facts tell of them, one by one. Call it inside one transaction.
record RequestStore(Handle handle) {
    /// What the first fact says.
    record Filed(Answerer responder, Optional<LocalDate> due) {}

    /// `fits` is false for what came too late and changed nothing.
    record Step(String fact, Taken taken, Answerer by, Optional<SealedId> words, boolean fits) {}

    /// A second fact of one id says the same: it was carried over.
    void file(RequestFact.Filed filed, Instant at) {
        handle.createUpdate("""
                        INSERT INTO request (street, request, kind, organization, service, ticket, day, responder, stage,
                          answers, first_due, due, filed_at, reopened, escalated, applicant, receipt)
                        VALUES (1, :request, :kind, :organization, :service, :ticket, :day, :responder, 'FILED',
                          :responder, :due, :due, :at, 0, 0, :applicant, :receipt) ON CONFLICT (street, request) DO NOTHING""")
                .bind("request", filed.request())
                .bind("kind", filed.kind().name())
                .bind("organization", filed.organization().value())
                .bind("service", filed.service().map(ServiceId::value).orElse(null))
                .bind("ticket", filed.ticket().map(TicketId::hex).orElse(null))
                .bind("day", filed.day().toString())
                .bind("responder", filed.responder().text())
                .bind("due", text(filed.due()))
                .bind("at", at.toEpochMilli())
                .bind("applicant", bytes(filed.applicant()))
                .bind("receipt", ReceiptNumber.of(filed.request()).digits())
                .execute();
    }

    void add(RequestFact.Advanced step, Instant at, String fact) {
        handle.execute(
                "INSERT INTO request_step (street, request, at, fact, step, due, to_whom, words, by_whom, fits)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (street, request, at, fact) DO NOTHING",
                step.request(),
                at.toEpochMilli(),
                fact,
                step.step().name(),
                text(step.due()),
                step.handler().map(Answerer::text).orElse(null),
                bytes(step.words()),
                step.by().text());
    }

    void rate(RequestFact.Rated rated, Instant at, String fact) {
        handle.execute(
                "INSERT INTO request_rating (street, request, at, fact, stars) VALUES (1, ?, ?, ?, ?)"
                        + " ON CONFLICT (street, request, at, fact) DO NOTHING",
                rated.request(),
                at.toEpochMilli(),
                fact,
                rated.stars());
    }

    Optional<Filed> filed(String request) {
        return handle.createQuery("SELECT responder, first_due FROM request WHERE street = 1 AND request = ?")
                .bind(0, request)
                .map((row, ignored) ->
                        new Filed(new Answerer(row.getString("responder")), day(row.getString("first_due"))))
                .findOne();
    }

    /// In the order of time.
    List<Step> steps(String request) {
        return handle.createQuery("SELECT * FROM request_step WHERE street = 1 AND request = ? ORDER BY at, fact")
                .bind(0, request)
                .map((row, ignored) -> step(row))
                .list();
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getString("fact"),
                new Taken(
                        RequestStep.valueOf(row.getString("step")),
                        Optional.ofNullable(row.getString("to_whom")).map(Answerer::new),
                        day(row.getString("due")),
                        Instant.ofEpochMilli(row.getLong("at"))),
                new Answerer(row.getString("by_whom")),
                sealed(row.getBytes("words")),
                row.getBoolean("fits"));
    }

    void fits(String request, Step step, boolean fits) {
        handle.execute(
                "UPDATE request_step SET fits = ? WHERE street = 1 AND request = ? AND at = ? AND fact = ?",
                fits ? 1 : 0,
                request,
                step.taken().at().toEpochMilli(),
                step.fact());
    }

    /// Of several ratings the first stands: whoever rates again changes nothing.
    void keep(String request, RequestState state) {
        handle.createUpdate("""
                        UPDATE request SET stage = :stage, answers = :answers, offered = :offered, due = :due,
                          closed_at = :closed, reopened = :reopened, escalated = :escalated,
                          stars = (SELECT g.stars FROM request_rating g WHERE g.street = 1 AND g.request = :request
                            ORDER BY g.at, g.fact LIMIT 1)
                        WHERE street = 1 AND request = :request""")
                .bind("request", request)
                .bind("stage", state.stage().name())
                .bind("answers", state.answers().text())
                .bind("offered", state.offered().map(Answerer::text).orElse(null))
                .bind("due", text(state.due()))
                .bind("closed", state.closed().map(Instant::toEpochMilli).orElse(null))
                .bind("reopened", state.reopened())
                .bind("escalated", state.escalated() ? 1 : 0)
                .execute();
    }

    /// Kiosks are to be told how it stands.
    void untold(String request) {
        handle.execute(
                "INSERT INTO request_untold (street, request) VALUES (1, ?) ON CONFLICT (street, request) DO NOTHING",
                request);
    }

    static Optional<LocalDate> day(@Nullable String text) {
        return Optional.ofNullable(text).map(LocalDate::parse);
    }

    static Optional<SealedId> sealed(byte @Nullable [] bytes) {
        return Optional.ofNullable(bytes)
                .map(each -> new SealedId(HexFormat.of().formatHex(each)));
    }

    private static @Nullable String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(null);
    }

    private static byte @Nullable [] bytes(Optional<SealedId> sealed) {
        return sealed.map(each -> HexFormat.of().parseHex(each.hex())).orElse(null);
    }
}
