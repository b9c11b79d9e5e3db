package cn.dangqun.kiosk.request;

import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.RequestFact;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.ReceiptNumber;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.ledger.Projection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What this kiosk's ledger says of requests, read by [RequestRows]. Rows that name something sealed stay until
/// it was forgotten, however old they are.
final class RequestProjection implements Projection {
    private static final String FIRST = """
            CREATE TABLE request (
              request TEXT PRIMARY KEY,
              number TEXT NOT NULL,
              seq INTEGER NOT NULL,
              at_millis INTEGER NOT NULL,
              kind TEXT NOT NULL,
              organization TEXT NOT NULL,
              service TEXT,
              ticket TEXT,
              day TEXT NOT NULL,
              due TEXT,
              responder TEXT NOT NULL,
              applicant BLOB
            ) STRICT;
            CREATE INDEX request_by_number ON request (number);
            CREATE TABLE request_step (
              fact BLOB PRIMARY KEY,
              seq INTEGER NOT NULL,
              request TEXT NOT NULL,
              at_millis INTEGER NOT NULL,
              step TEXT NOT NULL,
              due TEXT,
              handler TEXT,
              by_whom TEXT NOT NULL,
              words BLOB
            ) STRICT;
            CREATE INDEX request_step_of ON request_step (request, at_millis);
            CREATE TABLE request_rating (request TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT;
            """;

    @Override
    public String name() {
        return "request";
    }

    @Override
    public List<String> steps() {
        return List.of(FIRST);
    }

    @Override
    public void apply(SqliteConnection db, RecordedFact recorded, byte[] key) throws SQLException {
        if (recorded.fact() instanceof RequestFact fact) {
            long seq = recorded.id().seq();
            long at = recorded.clock().instant().toEpochMilli();
            switch (fact) {
                case RequestFact.Filed filed ->
                    db.update(
                            "INSERT OR IGNORE INTO request VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            filed.request(),
                            ReceiptNumber.of(filed.request()).digits(),
                            seq,
                            at,
                            filed.kind().name(),
                            filed.organization().value(),
                            filed.service().map(ServiceId::value).orElse(null),
                            filed.ticket().map(TicketId::hex).orElse(null),
                            filed.day().toString(),
                            filed.due().map(LocalDate::toString).orElse(null),
                            filed.responder().text(),
                            RequestRows.sealed(db, filed.applicant()));
                case RequestFact.Advanced step ->
                    db.update(
                            "INSERT OR IGNORE INTO request_step VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            key,
                            seq,
                            step.request(),
                            at,
                            step.step().name(),
                            step.due().map(LocalDate::toString).orElse(null),
                            step.handler().map(Answerer::text).orElse(null),
                            step.by().text(),
                            RequestRows.sealed(db, step.words()));
                case RequestFact.Rated rated ->
                    db.update("INSERT OR IGNORE INTO request_rating VALUES (?, ?)", rated.request(), seq);
            }
        }
    }

    /// What names something sealed stays, so that it can be forgotten; of facts that are carried over it
    /// is the same.
    @Override
    public void leave(SqliteConnection db) throws SQLException {
        db.update("DELETE FROM request WHERE applicant IS NULL");
        db.update("UPDATE request SET seq = 0");
        db.update("DELETE FROM request_step WHERE words IS NULL");
        db.update("UPDATE request_step SET seq = 0");
        db.update("DELETE FROM request_rating");
    }

    @Override
    public void move(SqliteConnection db, long less) throws SQLException {
        db.update("DELETE FROM request WHERE seq BETWEEN 1 AND ? AND applicant IS NULL", less);
        db.update("UPDATE request SET seq = iif(applicant IS NULL, seq - ?, 0) WHERE seq > 0", less);
        db.update("DELETE FROM request_step WHERE seq BETWEEN 1 AND ? AND words IS NULL", less);
        db.update("UPDATE request_step SET seq = iif(words IS NULL, seq - ?, 0) WHERE seq > 0", less);
        db.update("DELETE FROM request_rating WHERE seq <= ?", less);
        db.update("UPDATE request_rating SET seq = seq - ?", less);
    }

    @Override
    public void forget(SqliteConnection db, long seq) throws SQLException {
        db.update("DELETE FROM request WHERE seq > ?", seq);
        db.update("DELETE FROM request_step WHERE seq > ?", seq);
        db.update("DELETE FROM request_rating WHERE seq > ?", seq);
    }

    @Override
    public void purge(SqliteConnection db, long seq, Instant today) throws SQLException {
        db.update("DELETE FROM request WHERE seq <= ? AND applicant IS NULL", seq);
        db.update("DELETE FROM request_step WHERE seq <= ? AND words IS NULL", seq);
        db.update("DELETE FROM request_rating WHERE seq <= ?", seq);
    }
}
