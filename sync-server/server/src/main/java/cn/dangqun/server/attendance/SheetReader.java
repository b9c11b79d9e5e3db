package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.server.attendance.AttendanceSheet.Guest;
import cn.dangqun.server.attendance.AttendanceSheet.Person;
import cn.dangqun.server.attendance.AttendanceSheet.Tap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads the people of one activity whose counts the caller was already allowed to see.
final class SheetReader {
    private static final String THIS_ACTIVITY = "a.id = :key";

    AttendanceSheet read(Handle handle, ActivityCount count) {
        var id = count.activity().id();
        var taps = taps(handle, id);
        var roll = roll(handle, id);
        var present = new ArrayList<Person>();
        var missing = new ArrayList<Person>();
        var others = new ArrayList<Person>();
        var onRoll = new HashSet<String>();
        roll.forEach(each -> {
            onRoll.add(each.member);
            var person = each.person(taps.getOrDefault(each.member, List.of()));
            var role = person.counted().map(Tap::role);
            if (role.isEmpty()) {
                missing.add(person);
            } else {
                (role.get() == AttendanceRole.MEMBER ? present : others).add(person);
            }
        });
        taps.keySet().removeAll(onRoll);
        taps.forEach((member, theirs) -> others.add(stranger(handle, member).person(theirs)));
        present.sort(
                Comparator.comparing(person -> person.counted().orElseThrow().at()));
        return new AttendanceSheet(count, present, missing, others, guests(handle, id));
    }

    private record Listed(String member, Optional<PersonName> name, String branchName) {
        Person person(List<Tap> taps) {
            return new Person(name, branchName, taps);
        }
    }

    private static List<Listed> roll(Handle handle, ActivityId id) {
        return handle.createQuery(Roll.of(THIS_ACTIVITY) + """
                        SELECT m.id, m.name, b.name AS branch_name FROM roll r
                        JOIN member m ON m.id = r.member
                        JOIN organization b ON b.id = m.branch
                        ORDER BY b.path, m.id""")
                .bind("key", id.value())
                .map((row, ignored) -> listed(row))
                .list();
    }

    private static Listed stranger(Handle handle, String member) {
        return handle.createQuery("""
                        SELECT m.id, m.name, b.name AS branch_name FROM member m
                        JOIN organization b ON b.id = m.branch WHERE m.id = :id""")
                .bind("id", member)
                .map((row, ignored) -> listed(row))
                .findOne()
                .orElseGet(() -> new Listed(member, Optional.empty(), ""));
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getString("id"), Optional.of(new PersonName(row.getString("name"))), row.getString("branch_name"));
    }

    private static Map<String, List<Tap>> taps(Handle handle, ActivityId id) {
        var byMember = new LinkedHashMap<String, List<Tap>>();
        handle.createQuery("""
                        SELECT t.*, coalesce(k.name, t.kiosk) AS kiosk_name FROM attendance t
                        LEFT JOIN kiosk k ON k.id = t.kiosk
                        WHERE t.activity = :activity ORDER BY t.at, t.kiosk, t.seq""")
                .bind("activity", id.value())
                .map((row, ignored) -> Map.entry(row.getString("member"), tap(row)))
                .forEach(each -> byMember.computeIfAbsent(each.getKey(), fresh -> new ArrayList<>())
                        .add(each.getValue()));
        return byMember;
    }

    private static Tap tap(ResultSet row) throws SQLException {
        return new Tap(
                Instant.ofEpochMilli(row.getLong("at")),
                AttendanceRole.valueOf(row.getString("role")),
                CheckInMethod.valueOf(row.getString("method")),
                row.getBoolean("late"),
                row.getBoolean("voided"),
                row.getBoolean("counted"),
                row.getString("kiosk_name"));
    }

    private static List<Guest> guests(Handle handle, ActivityId id) {
        return handle.createQuery("""
                        SELECT g.*, coalesce(k.name, g.kiosk) AS kiosk_name FROM guest g
                        LEFT JOIN kiosk k ON k.id = g.kiosk
                        WHERE g.activity = :activity ORDER BY g.at, g.kiosk, g.seq""")
                .bind("activity", id.value())
                .map((row, ignored) -> new Guest(
                        GuestKind.valueOf(row.getString("kind")),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getBoolean("voided"),
                        row.getBoolean("counted"),
                        row.getString("kiosk_name")))
                .list();
    }
}
