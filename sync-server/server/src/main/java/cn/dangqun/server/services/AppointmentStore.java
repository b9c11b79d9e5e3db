package cn.dangqun.server.services;

import cn.dangqun.domain.queue.AppointmentDay;
import cn.dangqun.domain.queue.ServiceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// SQL of the street's timetable of appointments. A centre has one or two a week: a district's three years are some
/// twenty thousand rows.
record AppointmentStore(Handle handle) {
    private static final String COLUMNS =
            "d.id, d.site, d.service, d.day, d.from_time, d.to_time, d.minutes, d.places, d.host, d.called_off";

    /// `service` is its name, or its id once it is no longer offered.
    record Line(String site, String service, AppointmentDay day) {}

    /// How many made one and had not taken it back, and how many of them came.
    record Figures(int made, int came) {}

    /// From that day on, earliest first.
    List<Line> from(LocalDate first) {
        return handle.createQuery("SELECT " + COLUMNS + ", coalesce(s.name, d.service) AS service_name"
                        + " FROM appointment_day d LEFT JOIN service s ON s.street = 1 AND s.id = d.service"
                        + " WHERE d.street = 1 AND d.day >= ? ORDER BY d.day, d.from_time, d.id")
                .bind(0, first.toString())
                .map((row, ignored) -> new Line(row.getString("site"), row.getString("service_name"), day(row)))
                .list();
    }

    /// Of one centre, as its kiosks are told.
    List<AppointmentDay> of(String site, LocalDate first) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM appointment_day d"
                        + " WHERE d.street = 1 AND d.day >= ? AND d.site = ? ORDER BY d.day, d.from_time, d.id")
                .bind(0, first.toString())
                .bind(1, site)
                .map((row, ignored) -> day(row))
                .list();
    }

    Optional<AppointmentDay> find(String site, String id) {
        return handle.createQuery(
                        "SELECT " + COLUMNS + " FROM appointment_day d WHERE d.street = 1 AND d.id = ? AND d.site = ?")
                .bind(0, id)
                .bind(1, site)
                .map((row, ignored) -> day(row))
                .findOne();
    }

    private static AppointmentDay day(ResultSet row) throws SQLException {
        return new AppointmentDay(
                row.getString("id"),
                new ServiceId(row.getString("service")),
                LocalDate.parse(row.getString("day")),
                LocalTime.parse(row.getString("from_time")),
                LocalTime.parse(row.getString("to_time")),
                row.getInt("minutes"),
                row.getInt("places"),
                row.getString("host"),
                Optional.ofNullable(row.getString("called_off")));
    }

    void add(String site, AppointmentDay day) {
        handle.execute(
                "INSERT INTO appointment_day (id, site, service, day, from_time, to_time, minutes, places, host)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                day.id(),
                site,
                day.service().value(),
                day.day().toString(),
                day.from().toString(),
                day.to().toString(),
                day.minutes(),
                day.places(),
                day.host());
    }

    void callOff(String id, String why) {
        handle.execute("UPDATE appointment_day SET called_off = ? WHERE street = 1 AND id = ?", why, id);
    }

    void delete(String id) {
        handle.execute("DELETE FROM appointment_day WHERE street = 1 AND id = ?", id);
    }

    Figures figures(String id) {
        return handle.createQuery(
                        "SELECT coalesce(sum(CASE WHEN cancelled = 0 OR ticket IS NOT NULL THEN 1 ELSE 0 END), 0)"
                                + " AS made, coalesce(sum(CASE WHEN ticket IS NOT NULL THEN 1 ELSE 0 END), 0) AS came"
                                + " FROM appointment WHERE street = 1 AND plan = ?")
                .bind(0, id)
                .map((row, ignored) -> new Figures(row.getInt("made"), row.getInt("came")))
                .one();
    }
}
