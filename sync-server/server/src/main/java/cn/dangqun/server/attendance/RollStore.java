package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceMark;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.attendance.ExemptionKind;
import cn.dangqun.domain.attendance.Freezing;
import cn.dangqun.domain.attendance.RollEntry;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.server.db.DirectSql;
import cn.dangqun.server.ledger.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// SQL of frozen rolls and of the lines that follow from them.
record RollStore(Handle handle) {
    private static final String RECEIVED = "SELECT member, roll, at, late, to_sign, how FROM attendance"
            + " WHERE street = 1 AND activity = ? AND role = ? AND voided = 0 AND awaiting = 0";

    private static final String PUT =
            "INSERT INTO attendance_line (street, activity, organization, member, voting, exemption, added, state,"
                    + " explained) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (street, activity, organization, member) DO UPDATE SET voting = excluded.voting,"
                    + " exemption = excluded.exemption, added = excluded.added, state = excluded.state,"
                    + " explained = excluded.explained";

    /// A member of a standing roll, as stored.
    record Line(
            OrganizationId organization, RollEntry entry, boolean added, AttendanceState state, boolean explained) {}

    /// A check-in that stands. `roll` is empty in other roles and in old records.
    record CheckIn(MemberId member, Optional<OrganizationId> roll, AttendanceMark mark) {}

    void freeze(Place place, RecordedFact recorded, AttendanceFact.RollFrozen fact) {
        handle.execute(
                "INSERT INTO roll_freezing (street, chain, seq, activity, organization, at, clock_good, cause, reference)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
                place.chain(),
                place.seq(),
                fact.activity().value(),
                fact.roll().organization().value(),
                recorded.clock().instant().toEpochMilli(),
                recorded.clock().quality().isGood() ? 1 : 0,
                fact.cause().name(),
                fact.reference());
    }

    /// Every freezing of an activity, of whatever organisation.
    List<Freezing> freezings(ActivityId activity) {
        return handle.createQuery("SELECT c.kiosk, c.epoch, r.clock_good, f.record FROM roll_freezing r"
                        + " JOIN chain c ON c.street = 1 AND c.number = r.chain"
                        + " JOIN fact f ON f.street = 1 AND f.chain = r.chain AND f.seq = r.seq"
                        + " WHERE r.street = 1 AND r.activity = ?")
                .bind(0, activity.value())
                .map((row, ignored) -> freezing(row))
                .list();
    }

    private static Freezing freezing(ResultSet row) throws SQLException {
        try {
            var recorded = FactCodec.decode(
                    new KioskId(row.getString("kiosk")), new Epoch(row.getString("epoch")), row.getBytes("record"));
            var origin = recorded.carried().map(each -> each.id()).orElse(recorded.id());
            return new Freezing(
                    ((AttendanceFact.RollFrozen) recorded.fact()).roll(),
                    recorded.clock().instant(),
                    row.getBoolean("clock_good"),
                    origin.kiosk() + "/" + origin.epoch().hex() + "/" + origin.seq());
        } catch (UnreadableException e) {
            throw new IllegalStateException("a freezing that was read before cannot be read", e);
        }
    }

    boolean isFrozen(ActivityId activity) {
        return DirectSql.isAny(
                handle,
                "SELECT EXISTS (SELECT 1 FROM roll_freezing WHERE street = 1 AND activity = ?)",
                activity.value());
    }

    Set<OrganizationId> frozenFor(ActivityId activity) {
        return handle
                .createQuery("SELECT DISTINCT organization FROM roll_freezing WHERE street = 1 AND activity = ?")
                .bind(0, activity.value())
                .mapTo(String.class)
                .map(OrganizationId::new)
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Check-ins as a member that stand, those by staff among them.
    List<CheckIn> received(ActivityId activity) {
        return handle.createQuery(RECEIVED)
                .bind(0, activity.value())
                .bind(1, AttendanceRole.MEMBER.name())
                .map((row, ignored) -> checkIn(row))
                .list();
    }

    /// The marks of those, by activity.
    Map<ActivityId, List<AttendanceMark>> received(List<String> activities) {
        return handle
                .createQuery("SELECT activity, member, at, late, to_sign, how FROM attendance WHERE street = 1"
                        + " AND activity IN (<activities>) AND role = :role AND voided = 0 AND awaiting = 0")
                .bindList("activities", activities)
                .bind("role", AttendanceRole.MEMBER.name())
                .map((row, ignored) -> Map.entry(
                        new ActivityId(row.getString("activity")),
                        NoteStore.received(new MemberId(row.getString("member")), row)))
                .stream()
                .collect(NoteStore.BY_ACTIVITY);
    }

    /// Those that other ledgers than `chain` say of, whom its own kiosk received without knowing them, and whom the
    /// street let count that its kiosk had only noted.
    List<CheckIn> receivedElsewhere(ActivityId activity, long chain) {
        return handle.createQuery(RECEIVED + " AND (chain <> ? OR recognised = 1 OR awaited = 1)")
                .bind(0, activity.value())
                .bind(1, AttendanceRole.MEMBER.name())
                .bind(2, chain)
                .map((row, ignored) -> checkIn(row))
                .list();
    }

    List<CheckIn> received(ActivityId activity, MemberId member) {
        return handle.createQuery(RECEIVED + " AND member = ?")
                .bind(0, activity.value())
                .bind(1, AttendanceRole.MEMBER.name())
                .bind(2, member.value())
                .map((row, ignored) -> checkIn(row))
                .list();
    }

    private static CheckIn checkIn(ResultSet row) throws SQLException {
        var member = new MemberId(row.getString("member"));
        return new CheckIn(
                member,
                Optional.ofNullable(row.getString("roll")).map(OrganizationId::new),
                NoteStore.received(member, row));
    }

    List<Line> lines(ActivityId activity) {
        return handle.createQuery("SELECT * FROM attendance_line WHERE street = 1 AND activity = ?")
                .bind(0, activity.value())
                .map((row, ignored) -> line(row))
                .list();
    }

    List<Line> lines(ActivityId activity, MemberId member) {
        return handle.createQuery("SELECT * FROM attendance_line WHERE street = 1 AND activity = ? AND member = ?")
                .bind(0, activity.value())
                .bind(1, member.value())
                .map((row, ignored) -> line(row))
                .list();
    }

    static Line line(ResultSet row) throws SQLException {
        return new Line(
                new OrganizationId(row.getString("organization")),
                new RollEntry(
                        new MemberId(row.getString("member")),
                        row.getBoolean("voting"),
                        Optional.ofNullable(row.getString("exemption")).map(ExemptionKind::valueOf)),
                row.getBoolean("added"),
                AttendanceState.valueOf(row.getString("state")),
                row.getBoolean("explained"));
    }

    void put(ActivityId activity, Line line) {
        put(activity, List.of(line));
    }

    void put(ActivityId activity, List<Line> lines) {
        DirectSql.write(handle, PUT, lines, (statement, line) -> {
            statement.setString(1, activity.value());
            statement.setString(2, line.organization().value());
            statement.setString(3, line.entry().member().value());
            statement.setInt(4, line.entry().voting() ? 1 : 0);
            statement.setString(
                    5, line.entry().exemption().map(ExemptionKind::name).orElse(null));
            statement.setInt(6, line.added() ? 1 : 0);
            statement.setString(7, line.state().name());
            statement.setInt(8, line.explained() ? 1 : 0);
        });
    }

    void remove(ActivityId activity, Line line) {
        handle.execute(
                "DELETE FROM attendance_line WHERE street = 1 AND activity = ? AND organization = ? AND member = ?",
                activity.value(),
                line.organization().value(),
                line.entry().member().value());
    }

    void clear() {
        handle.execute("DELETE FROM roll_freezing");
        handle.execute("DELETE FROM attendance_line");
    }
}
