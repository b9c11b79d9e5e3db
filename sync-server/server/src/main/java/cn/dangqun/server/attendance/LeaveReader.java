package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.UnreadableException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads of which kind the leave was that somebody had (forms.md, section 7): the kind stands in the record alone. Call
/// it inside one read transaction.
public record LeaveReader(Handle handle) {

    public record Whose(ActivityId activity, MemberId member) {}

    /// What stands of these activities, at most 500; of several records about one person the newest.
    public Map<Whose, LeaveKind> kinds(Collection<ActivityId> activities) {
        var kinds = new HashMap<Whose, LeaveKind>();
        if (activities.isEmpty()) {
            return kinds;
        }
        handle.createQuery("""
                        SELECT n.activity, n.member, f.record, c.kiosk, c.epoch FROM attendance_note n
                        JOIN chain c ON c.street = 1 AND c.number = n.chain
                        JOIN fact f ON f.street = 1 AND f.chain = n.chain AND f.seq = n.seq
                        WHERE n.street = 1 AND n.activity IN (<activities>) AND n.kind = 'LEAVE' AND n.voided = 0
                        ORDER BY n.noted_at, n.chain, n.seq""")
                .bindList(
                        "activities", activities.stream().map(ActivityId::value).toList())
                .map((row, ignored) -> Map.entry(
                        new Whose(new ActivityId(row.getString("activity")), new MemberId(row.getString("member"))),
                        kind(row)))
                .forEach(each -> each.getValue().ifPresent(kind -> kinds.put(each.getKey(), kind)));
        return kinds;
    }

    private static Optional<LeaveKind> kind(ResultSet row) throws SQLException {
        try {
            var fact = FactCodec.decode(
                            new KioskId(row.getString("kiosk")),
                            new Epoch(row.getString("epoch")),
                            row.getBytes("record"))
                    .fact();
            return fact instanceof AttendanceFact.LeaveGranted leave ? Optional.of(leave.kind()) : Optional.empty();
        } catch (UnreadableException e) {
            throw new IllegalStateException("a record that was read before cannot be read", e);
        }
    }
}
