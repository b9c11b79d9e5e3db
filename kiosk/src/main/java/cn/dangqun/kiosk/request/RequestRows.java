package cn.dangqun.kiosk.request;

import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.ReceiptNumber;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestState.Taken;
import cn.dangqun.domain.request.RequestStep;
import cn.dangqun.kiosk.db.SqliteConnection;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// SQL of the requests that this kiosk's ledger tells of.
record RequestRows(SqliteConnection db) {
    /// What an attachment's name is sealed for.
    private static final String SEALED = "request words";

    /// As it was filed here.
    record Filed(
            String request,
            Instant at,
            RequestKind kind,
            OrganizationId organization,
            Optional<ServiceId> service,
            LocalDate day,
            Optional<LocalDate> due,
            Answerer responder,
            Optional<SealedId> applicant) {}

    /// As it was taken here.
    record Step(String request, Taken taken, Answerer by, Optional<SealedId> words) {}

    Optional<Filed> filed(String request) throws SQLException {
        return db.first("SELECT * FROM request WHERE request = ?", this::filed, request);
    }

    List<Filed> numbered(ReceiptNumber number) throws SQLException {
        return db.list("SELECT * FROM request WHERE number = ?", this::filed, number.digits());
    }

    /// The newest first; a kiosk has some thousands before they go.
    List<Filed> all() throws SQLException {
        return db.list("SELECT * FROM request ORDER BY at_millis DESC, request", this::filed);
    }

    /// In the order of time.
    List<Step> steps(String request) throws SQLException {
        return db.list("SELECT * FROM request_step WHERE request = ? ORDER BY at_millis, seq", this::step, request);
    }

    /// Of all requests, in the order of time.
    List<Step> steps() throws SQLException {
        return db.list("SELECT * FROM request_step ORDER BY at_millis, seq", this::step);
    }

    boolean isRated(String request) throws SQLException {
        return db.first("SELECT 1 FROM request_rating WHERE request = ?", row -> row.getInt(1), request)
                .isPresent();
    }

    /// Nothing here names what was sealed any more.
    void forgotten(String request) throws SQLException {
        db.update("UPDATE request SET applicant = NULL WHERE request = ?", request);
        db.update("UPDATE request_step SET words = NULL WHERE request = ?", request);
    }

    private Filed filed(ResultSet row) throws SQLException {
        return new Filed(
                row.getString("request"),
                Instant.ofEpochMilli(row.getLong("at_millis")),
                RequestKind.valueOf(row.getString("kind")),
                new OrganizationId(row.getString("organization")),
                Optional.ofNullable(row.getString("service")).map(ServiceId::new),
                LocalDate.parse(row.getString("day")),
                day(row.getString("due")),
                new Answerer(row.getString("responder")),
                opened(row.getBytes("applicant")));
    }

    private Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getString("request"),
                new Taken(
                        RequestStep.valueOf(row.getString("step")),
                        Optional.ofNullable(row.getString("handler")).map(Answerer::new),
                        day(row.getString("due")),
                        Instant.ofEpochMilli(row.getLong("at_millis"))),
                new Answerer(row.getString("by_whom")),
                opened(row.getBytes("words")));
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        return Optional.ofNullable(text).map(LocalDate::parse);
    }

    static byte @Nullable [] sealed(SqliteConnection db, Optional<SealedId> id) {
        return id.map(each -> db.rows().seal(SEALED, each.hex().getBytes(StandardCharsets.US_ASCII)))
                .orElse(null);
    }

    private Optional<SealedId> opened(byte @Nullable [] bytes) throws SQLException {
        return bytes == null
                ? Optional.empty()
                : Optional.of(new SealedId(new String(db.rows().open(SEALED, bytes), StandardCharsets.US_ASCII)));
    }
}
