package cn.dangqun.kiosk.appointment;

import cn.dangqun.domain.fact.AppointmentFact;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.queue.Appointment;
import cn.dangqun.domain.queue.AppointmentCode;
import cn.dangqun.domain.queue.AppointmentId;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.ledger.Projection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// The `appointment` table: which places are kept, and whose person came. Reading a fact twice changes nothing.
public final class AppointmentProjection implements Projection {
    private static final String FIRST = """
            CREATE TABLE appointment (
              appointment TEXT PRIMARY KEY,
              seq INTEGER NOT NULL,
              code TEXT NOT NULL,
              plan TEXT NOT NULL,
              service TEXT NOT NULL,
              day TEXT NOT NULL,
              at TEXT NOT NULL,
              cancelled INTEGER NOT NULL DEFAULT 0,
              ticket TEXT
            ) STRICT;
            CREATE INDEX appointment_day ON appointment (day, at);
            """;

    @Override
    public String name() {
        return "appointment";
    }

    @Override
    public List<String> steps() {
        return List.of(FIRST);
    }

    @Override
    public void apply(SqliteConnection db, RecordedFact recorded, byte[] key) throws SQLException {
        if (recorded.fact() instanceof AppointmentFact fact) {
            apply(db, recorded.id().seq(), fact);
        }
    }

    private static void apply(SqliteConnection db, long seq, AppointmentFact appointment) throws SQLException {
        switch (appointment) {
            case AppointmentFact.Made f ->
                db.update(
                        "INSERT OR IGNORE INTO appointment (appointment, seq, code, plan, service, day, at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                        f.appointment().hex(),
                        seq,
                        f.code().digits(),
                        f.plan(),
                        f.service().value(),
                        f.day().toString(),
                        f.at().toString());
            case AppointmentFact.Cancelled f ->
                db.update(
                        "UPDATE appointment SET cancelled = 1 WHERE appointment = ?",
                        f.appointment().hex());
            case AppointmentFact.Arrived f ->
                db.update(
                        "UPDATE appointment SET ticket = coalesce(ticket, ?) WHERE appointment = ?",
                        f.ticket().hex(),
                        f.appointment().hex());
        }
    }

    private static Appointment read(ResultSet row) throws SQLException {
        return new Appointment(
                new AppointmentId(row.getString("appointment")),
                new AppointmentCode(row.getString("code")),
                row.getString("plan"),
                new ServiceId(row.getString("service")),
                LocalDate.parse(row.getString("day")),
                LocalTime.parse(row.getString("at")),
                row.getInt("cancelled") == 1,
                Optional.ofNullable(row.getString("ticket")).map(TicketId::new));
    }

    /// From that day on, earliest first.
    static List<Appointment> from(SqliteConnection db, LocalDate day) throws SQLException {
        return db.list(
                "SELECT * FROM appointment WHERE day >= ? ORDER BY day, at, seq",
                AppointmentProjection::read,
                day.toString());
    }

    static Optional<Appointment> find(SqliteConnection db, AppointmentId id) throws SQLException {
        return db.first("SELECT * FROM appointment WHERE appointment = ?", AppointmentProjection::read, id.hex());
    }

    /// Numbers of the service that are kept for people who may still come today.
    public static long kept(SqliteConnection db, ServiceId service, LocalDateTime now) throws SQLException {
        return db
                .list(
                        "SELECT * FROM appointment WHERE day = ? AND service = ?",
                        AppointmentProjection::read,
                        now.toLocalDate().toString(),
                        service.value())
                .stream()
                .filter(each -> each.awaitsNumber(now))
                .count();
    }

    @Override
    public void leave(SqliteConnection db) throws SQLException {
        forget(db, 0);
    }

    @Override
    public void move(SqliteConnection db, long less) throws SQLException {
        if (less > 0) {
            db.update("DELETE FROM appointment WHERE seq <= ?", less);
            db.update("UPDATE appointment SET seq = seq - ?", less);
        }
    }

    @Override
    public void forget(SqliteConnection db, long seq) throws SQLException {
        db.update("DELETE FROM appointment WHERE seq > ?", seq);
    }

    /// Days to come stay, however old the fact is.
    @Override
    public void purge(SqliteConnection db, long seq, Instant today) throws SQLException {
        var past = LocalDate.ofInstant(today, ZoneOffset.UTC).minusDays(1);
        db.update("DELETE FROM appointment WHERE seq <= ? AND day < ?", seq, past.toString());
    }
}
