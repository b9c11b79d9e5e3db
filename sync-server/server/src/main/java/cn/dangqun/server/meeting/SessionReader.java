package cn.dangqun.server.meeting;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.session.SessionRecord;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.UnreadableException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads what was recorded of a session. Each kiosk's records are folded by themselves, in the order in which it wrote
/// them, a machine that took another's place after that one: a session is run at the kiosk that opened it (OQ-35), and
/// two that were run apart are two records.
public record SessionReader(Handle handle) {
    /// What one kiosk says of the session.
    public record Told(String kiosk, SessionRecord record) {}

    public record About(String title, String organization, LocalDate heldOn, Instant ends) {}

    public Optional<About> about(ActivityId activity) {
        return handle.createQuery("""
                        SELECT a.title, a.held_on, a.ends_at, coalesce(o.name, a.organization) AS organization_name FROM activity a
                        LEFT JOIN organization o ON o.street = 1 AND o.id = a.organization
                        WHERE a.street = 1 AND a.id = :activity""")
                .bind("activity", activity.value())
                .map((row, ignored) -> new About(
                        row.getString("title"),
                        row.getString("organization_name"),
                        LocalDate.parse(row.getString("held_on")),
                        Instant.ofEpochMilli(row.getLong("ends_at"))))
                .findOne();
    }

    public List<Told> told(ActivityId activity) {
        var byKiosk = new LinkedHashMap<KioskId, List<SessionRecord.Noted>>();
        var names = new HashMap<KioskId, String>();
        handle.createQuery("""
                        SELECT n.at, f.record, c.kiosk, c.epoch, coalesce(k.name, c.kiosk) AS kiosk_name
                        FROM session_note n
                        JOIN chain c ON c.street = 1 AND c.number = n.chain
                        JOIN fact f ON f.street = 1 AND f.chain = n.chain AND f.seq = n.seq
                        LEFT JOIN kiosk k ON k.street = 1 AND k.id = c.kiosk
                        WHERE n.street = 1 AND n.activity = :activity ORDER BY c.kiosk, c.started_at, n.chain, n.seq""")
                .bind("activity", activity.value())
                .map((row, ignored) -> new Row(
                        new KioskId(row.getString("kiosk")),
                        row.getString("kiosk_name"),
                        new SessionRecord.Noted(Instant.ofEpochMilli(row.getLong("at")), fact(row))))
                .forEach(each -> {
                    names.put(each.kiosk(), each.name());
                    byKiosk.computeIfAbsent(each.kiosk(), fresh -> new ArrayList<>())
                            .add(each.noted());
                });
        return byKiosk.entrySet().stream()
                .map(each -> new Told(
                        names.getOrDefault(each.getKey(), each.getKey().value()), SessionRecord.of(each.getValue())))
                .toList();
    }

    private record Row(KioskId kiosk, String name, SessionRecord.Noted noted) {}

    private static SessionFact fact(ResultSet row) throws SQLException {
        try {
            return (SessionFact) FactCodec.decode(
                            new KioskId(row.getString("kiosk")),
                            new Epoch(row.getString("epoch")),
                            row.getBytes("record"))
                    .fact();
        } catch (UnreadableException e) {
            throw new IllegalStateException("a record that was read before cannot be read", e);
        }
    }

    /// As the roster has it, or had it.
    public Optional<PersonName> name(String member) {
        return handle.createQuery("""
                        SELECT name FROM member WHERE street = 1 AND id = :id
                        UNION ALL SELECT name FROM former_member WHERE street = 1 AND id = :id LIMIT 1""")
                .bind("id", member)
                .mapTo(String.class)
                .findFirst()
                .map(PersonName::new);
    }

    /// Of the street's people on duty; one who is no longer listed by the number.
    String staff(String id) {
        return handle.createQuery("SELECT name FROM staff WHERE street = 1 AND id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .orElse(id);
    }
}
