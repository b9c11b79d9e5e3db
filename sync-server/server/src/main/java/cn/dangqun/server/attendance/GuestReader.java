package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.server.attendance.AttendanceSheet.Guest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads guests, with what they wrote where staff registered them by name.
record GuestReader(Handle handle) {
    private static final String GUESTS = """
            SELECT g.*, c.kiosk, c.epoch, f.record, coalesce(k.name, c.kiosk) AS kiosk_name FROM guest g
            JOIN chain c ON c.street = 1 AND c.number = g.chain
            LEFT JOIN fact f ON g.name IS NOT NULL AND f.street = 1 AND f.chain = g.chain AND f.seq = g.seq
            LEFT JOIN kiosk k ON k.street = 1 AND k.id = c.kiosk
            WHERE g.street = 1 AND\s""";

    /// Those whom nobody recognised, in order of time.
    List<Guest> of(ActivityId activity) {
        return handle.createQuery(GUESTS + "g.activity = :activity AND g.voided <> 2 ORDER BY g.at, c.kiosk, g.seq")
                .bind("activity", activity.value())
                .map((row, ignored) -> guest(row))
                .list();
    }

    /// Whatever became of them.
    Optional<Guest> find(FactId id) {
        return handle.createQuery(GUESTS + "c.kiosk = :kiosk AND c.epoch = :epoch AND g.seq = :seq")
                .bind("kiosk", id.kiosk().value())
                .bind("epoch", id.epoch().hex())
                .bind("seq", id.seq())
                .map((row, ignored) -> guest(row))
                .findOne();
    }

    private Guest guest(ResultSet row) throws SQLException {
        return new Guest(
                GuestKind.valueOf(row.getString("kind")),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getInt("voided") != 0,
                row.getBoolean("counted"),
                row.getString("kiosk_name"),
                new NoteReader(handle).named(row).map(by -> hand(row, by)));
    }

    private AttendanceSheet.Hand hand(ResultSet row, AttendanceSheet.Handled by) {
        try {
            return new AttendanceSheet.Hand(
                    PaperSheetStore.attachment(handle, row.getBytes("name")),
                    PaperSheetStore.attachment(handle, row.getBytes("belongs")),
                    by);
        } catch (SQLException e) {
            throw new IllegalStateException("a row that was read before cannot be read", e);
        }
    }
}
