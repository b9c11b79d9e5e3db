package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.StreetFact;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.server.attendance.AttendanceSheet.Handled;
import cn.dangqun.server.attendance.AttendanceSheet.Note;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads what staff recorded, with their own words, which stand in the records alone.
record NoteReader(Handle handle) {
    /// What stands of each member at the activity, in order of time; corrections too.
    Map<String, List<Note>> notes(ActivityId activity) {
        var byMember = new LinkedHashMap<String, List<Note>>();
        handle.createQuery("""
                        SELECT n.*, f.record, c.kiosk, c.epoch, coalesce(k.name, c.kiosk) AS kiosk_name
                        FROM attendance_note n
                        JOIN chain c ON c.street = 1 AND c.number = n.chain
                        JOIN fact f ON f.street = 1 AND f.chain = n.chain AND f.seq = n.seq
                        LEFT JOIN kiosk k ON k.street = 1 AND k.id = c.kiosk
                        WHERE n.street = 1 AND n.activity = :activity ORDER BY n.noted_at, c.kiosk, c.epoch, n.seq""")
                .bind("activity", activity.value())
                .map((row, ignored) -> Map.entry(row.getString("member"), note(row)))
                .forEach(each -> byMember.computeIfAbsent(each.getKey(), fresh -> new ArrayList<>())
                        .add(each.getValue()));
        return byMember;
    }

    private Note note(ResultSet row) throws SQLException {
        var fact = fact(row);
        return new Note(
                NoteStore.Kind.valueOf(row.getString("kind")),
                fact instanceof AttendanceFact.LeaveGranted leave ? Optional.of(leave.kind()) : Optional.empty(),
                handled(fact),
                Instant.ofEpochMilli(row.getLong("noted_at")),
                row.getBoolean("voided"),
                row.getString("kiosk_name"));
    }

    /// Of a row with the columns `record`, `kiosk` and `epoch` of a record by staff.
    Optional<Handled> handled(ResultSet row) throws SQLException {
        return row.getString("how") == null ? Optional.empty() : handled(fact(row));
    }

    /// Of a row with those columns of a guest's record, where staff registered them.
    Optional<Handled> named(ResultSet row) throws SQLException {
        return row.getBytes("name") == null ? Optional.empty() : handled(fact(row));
    }

    /// What a reviewer decided stands among the words of staff.
    private Optional<Handled> handled(Fact fact) {
        return switch (fact) {
            case AttendanceFact told -> handled(told);
            case StreetFact decided ->
                Optional.of(new Handled(
                        Optional.empty(),
                        decided.ruling().reason(),
                        decided.ruling().login(),
                        Optional.empty()));
            default -> Optional.empty();
        };
    }

    private Optional<Handled> handled(AttendanceFact fact) {
        return switch (fact) {
            case AttendanceFact.Registered registered ->
                Optional.of(new Handled(
                        Optional.of(registered.how()),
                        words(registered.by(), registered.how()),
                        staff(registered.by()),
                        registered.approver().map(this::person)));
            case AttendanceFact.LeaveGranted leave ->
                Optional.of(new Handled(
                        Optional.empty(),
                        words(leave.by(), leave.kind()),
                        staff(leave.by()),
                        Optional.of(leave.approver())));
            case AttendanceFact.AbsenceExplained explained -> handled(explained.by());
            case AttendanceFact.CheckInCorrected corrected -> handled(corrected.by());
            case AttendanceFact.Signed signed ->
                signed.staff().map(staff -> new Handled(Optional.empty(), "", person(staff), Optional.empty()));
            case AttendanceFact.GuestCheckedIn guest ->
                guest.named()
                        .map(named -> new Handled(
                                Optional.of(AttendanceFact.Registration.AT_DOOR),
                                named.by().reason(),
                                staff(named.by()),
                                Optional.empty()));
            case AttendanceFact.CheckedIn _,
                    AttendanceFact.CheckInVoided _,
                    AttendanceFact.GuestsCounted _,
                    AttendanceFact.PaperSheetKept _,
                    AttendanceFact.RollFrozen _ -> Optional.empty();
        };
    }

    /// Where nobody chose a reason the kind stands for one, and the page says that already.
    private static String words(Handling by, Enum<?> kind) {
        return by.reason().equals(kind.name()) ? "" : by.reason();
    }

    private Optional<Handled> handled(Handling by) {
        return Optional.of(new Handled(Optional.empty(), by.reason(), staff(by), Optional.empty()));
    }

    private String staff(Handling by) {
        return person(by.staff());
    }

    /// Of the street's people on duty; one who is no longer listed by the number.
    private String person(String id) {
        return handle.createQuery("SELECT name FROM staff WHERE street = 1 AND id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .orElse(id);
    }

    private static Fact fact(ResultSet row) throws SQLException {
        try {
            var kiosk = new KioskId(row.getString("kiosk"));
            var recorded = FactCodec.decode(kiosk, new Epoch(row.getString("epoch")), row.getBytes("record"));
            return recorded.fact();
        } catch (UnreadableException e) {
            throw new IllegalStateException("a record that was read before cannot be read", e);
        }
    }
}
