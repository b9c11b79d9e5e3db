package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.fact.AttendanceFact.Registration;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.attendance.AttendanceSheet.Guest;
import cn.dangqun.server.attendance.AttendanceSheet.Note;
import cn.dangqun.server.attendance.AttendanceSheet.Person;
import cn.dangqun.server.attendance.AttendanceSheet.Tap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads the people of one activity whose counts the caller was already allowed to see.
final class SheetReader {
    private final TodayReader board;

    SheetReader(TodayReader board) {
        this.board = board;
    }

    AttendanceSheet read(Handle handle, ActivityCount count) {
        var id = count.activity().id();
        var taps = taps(handle, id);
        var notes = new NoteReader(handle).notes(id);
        var listed = listed(handle, count);
        var members = new LinkedHashSet<>(listed.keySet());
        members.addAll(taps.keySet());
        var people = new SheetPeople(handle, members);
        var standing = new EnumMap<AttendanceState, List<Person>>(AttendanceState.class);
        var others = new ArrayList<Person>();
        for (var line : inOrder(listed, people)) {
            var person = person(
                    people, line.member, line.branchName, removed(taps, line.member), removed(notes, line.member));
            var role = person.counted().map(Tap::role);
            if (!line.state.isPresent()
                    && role.filter(each -> each != AttendanceRole.MEMBER).isPresent()) {
                others.add(person);
            } else {
                standing.computeIfAbsent(line.state, fresh -> new ArrayList<>()).add(person);
            }
        }
        taps.forEach((member, theirs) ->
                others.add(person(people, member, "", theirs, notes.getOrDefault(member, List.of()))));
        return new AttendanceSheet(
                count,
                !new RollStore(handle).frozenFor(id).isEmpty(),
                roll(standing),
                others,
                new GuestReader(handle).of(id),
                new NoteStore(handle).heads(id),
                new PaperSheetStore(handle).of(id),
                new ActivityReview(handle).of(id));
    }

    /// Without a roll, the branch is that of the roster.
    private static Person person(
            SheetPeople people, String member, String branchName, List<Tap> taps, List<Note> notes) {
        var known = people.of(member);
        return new Person(
                member,
                known.name(),
                branchName.isEmpty() ? known.branch() : branchName,
                known.group(),
                known.relation(),
                taps,
                notes);
    }

    private static <T> List<T> removed(Map<String, List<T>> all, String member) {
        var theirs = all.remove(member);
        return theirs == null ? List.of() : theirs;
    }

    /// Who is present stands in the order of coming.
    private static AttendanceSheet.Roll roll(Map<AttendanceState, List<Person>> standing) {
        return new AttendanceSheet.Roll(
                standing.entrySet().stream()
                        .filter(each -> each.getKey().isPresent())
                        .flatMap(each -> each.getValue().stream())
                        .sorted(Comparator.comparing(
                                person -> person.counted().map(Tap::at).orElse(Instant.MAX)))
                        .toList(),
                standing.getOrDefault(AttendanceState.CHECKED_IN_UNSIGNED, List.of()),
                standing.getOrDefault(AttendanceState.LEAVE, List.of()),
                standing.getOrDefault(AttendanceState.ABSENT, List.of()),
                standing.getOrDefault(AttendanceState.NOT_COUNTED, List.of()));
    }

    /// The lines of an export, by organisation and name.
    List<SheetExport.Line> lines(Handle handle, ActivityCount count) {
        var listed = listed(handle, count);
        var people = new SheetPeople(handle, listed.keySet());
        return inOrder(listed, people).stream()
                .map(line -> new SheetExport.Line(
                        people.of(line.member).name().map(PersonName::masked).orElse(line.member),
                        line.branchName,
                        line.state))
                .toList();
    }

    private record Listed(String member, int place, String branchName, AttendanceState state) {}

    private static List<Listed> inOrder(Map<String, Listed> listed, SheetPeople people) {
        return listed.values().stream()
                .sorted(Comparator.comparingInt(Listed::place).thenComparing(Listed::member, people.order()))
                .toList();
    }

    /// Each person once.
    private Map<String, Listed> listed(Handle handle, ActivityCount count) {
        var listed = new LinkedHashMap<String, Listed>();
        handle.createQuery("""
                        SELECT l.member, l.state, coalesce(o.name, l.organization) AS branch_name,
                          coalesce(o.place, 0) AS place
                        FROM attendance_line l LEFT JOIN organization o ON o.street = 1 AND o.id = l.organization
                        WHERE l.street = 1 AND l.activity = :activity ORDER BY o.place, l.member""")
                .bind("activity", count.activity().id().value())
                .map((row, ignored) -> new Listed(
                        row.getString("member"),
                        row.getInt("place"),
                        row.getString("branch_name"),
                        AttendanceState.valueOf(row.getString("state"))))
                .forEach(each -> listed.putIfAbsent(each.member, each));
        board.figures(handle).preview(count.activity()).forEach((organization, lines) -> {
            var branch = placed(handle, organization);
            lines.forEach(line -> {
                var member = line.entry().member().value();
                listed.putIfAbsent(member, new Listed(member, branch.place, branch.name, line.state()));
            });
        });
        return listed;
    }

    private record Placed(String name, int place) {}

    private static Placed placed(Handle handle, OrganizationId organization) {
        return handle.createQuery("SELECT name, place FROM organization WHERE street = 1 AND id = ?")
                .bind(0, organization.value())
                .map((row, ignored) -> new Placed(row.getString("name"), row.getInt("place")))
                .findOne()
                .orElseGet(() -> new Placed(organization.value(), 0));
    }

    static String name(Handle handle, OrganizationId organization) {
        return handle.createQuery("SELECT name FROM organization WHERE street = 1 AND id = ?")
                .bind(0, organization.value())
                .mapTo(String.class)
                .findOne()
                .orElse(organization.value());
    }

    private static Map<String, List<Tap>> taps(Handle handle, ActivityId id) {
        var byMember = new LinkedHashMap<String, List<Tap>>();
        handle.createQuery("""
                        SELECT t.*, c.kiosk, c.epoch, f.record, coalesce(k.name, c.kiosk) AS kiosk_name,
                          d.kiosk AS guest_kiosk, d.epoch AS guest_epoch, d.number AS guest_seq,
                          EXISTS (SELECT 1 FROM late_upload u
                            WHERE u.street = 1 AND u.chain = t.chain AND u.seq = t.seq) AS after_lock
                        FROM attendance t
                        JOIN chain c ON c.street = 1 AND c.number = t.chain
                        LEFT JOIN fact f ON t.how IS NOT NULL AND f.street = 1 AND f.chain = t.chain AND f.seq = t.seq
                        LEFT JOIN kiosk k ON k.street = 1 AND k.id = c.kiosk
                        LEFT JOIN review_decision d ON d.street = 1 AND d.kind = 'GUEST' AND d.activity = t.activity
                          AND d.chain = t.chain AND d.seq = t.seq
                        WHERE t.street = 1 AND t.activity = :activity ORDER BY t.at, c.kiosk, t.seq""")
                .bind("activity", id.value())
                .map((row, ignored) -> Map.entry(row.getString("member"), tap(handle, row)))
                .forEach(each -> byMember.computeIfAbsent(each.getKey(), fresh -> new ArrayList<>())
                        .add(each.getValue()));
        return byMember;
    }

    private static Tap tap(Handle handle, ResultSet row) throws SQLException {
        return new Tap(
                Instant.ofEpochMilli(row.getLong("at")),
                AttendanceRole.valueOf(row.getString("role")),
                CheckInMethod.valueOf(row.getString("method")),
                row.getBoolean("late"),
                row.getInt("voided") != 0,
                row.getBoolean("counted"),
                row.getInt("clock") == AttendanceProjection.CANNOT_BE,
                row.getBoolean("awaiting"),
                new NoteReader(handle).handled(row),
                row.getString("kiosk_name"),
                new AttendanceSheet.Ruled(
                        row.getInt("voided") == Settling.SET_ASIDE,
                        row.getBoolean("after_lock"),
                        KioskId.STREET.value().equals(row.getString("kiosk"))),
                Registration.PAPER.name().equals(row.getString("how"))
                        ? Optional.of(Instant.ofEpochMilli(row.getLong("noted_at")))
                        : Optional.empty(),
                recognised(handle, row));
    }

    /// What somebody wrote as a guest before a reviewer recognised them.
    private static Optional<AttendanceSheet.Hand> recognised(Handle handle, ResultSet row) throws SQLException {
        return row.getString("guest_kiosk") == null
                ? Optional.empty()
                : new GuestReader(handle)
                        .find(new FactId(
                                new KioskId(row.getString("guest_kiosk")),
                                new Epoch(row.getString("guest_epoch")),
                                row.getLong("guest_seq")))
                        .flatMap(Guest::hand);
    }
}
