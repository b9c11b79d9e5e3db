package cn.dangqun.server.roster;

import cn.dangqun.domain.attendance.ExemptionKind;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.server.roster.MemberExemption.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// SQL of exemptions.
record ExemptionStore(Handle handle) {
    /// The newest first.
    List<MemberExemption> of(MemberId member) {
        return handle.createQuery("SELECT * FROM member_exemption WHERE street = 1 AND member = ?"
                        + " ORDER BY asked_at DESC, id DESC")
                .bind(0, member.value())
                .map((row, ignored) -> exemption(row))
                .list();
    }

    /// What waits for a consent, the oldest first.
    List<MemberExemption> waiting() {
        return handle.createQuery("SELECT * FROM member_exemption WHERE street = 1 AND state = 'ASKED'"
                        + " ORDER BY asked_at, id")
                .map((row, ignored) -> exemption(row))
                .list();
    }

    private static MemberExemption exemption(ResultSet row) throws SQLException {
        return new MemberExemption(
                row.getString("id"),
                new MemberId(row.getString("member")),
                ExemptionKind.valueOf(row.getString("kind")),
                LocalDate.parse(row.getString("meeting_on")),
                row.getString("reason"),
                row.getString("asked_by"),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getString("decided_on")).map(LocalDate::parse),
                Optional.ofNullable(row.getString("ends_on")).map(LocalDate::parse));
    }

    void ask(MemberExemption asked, Instant at) {
        handle.execute(
                "INSERT INTO member_exemption (street, id, member, kind, meeting_on, reason, asked_by, asked_at, state)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
                asked.id(),
                asked.member().value(),
                asked.kind().name(),
                asked.meetingOn().toString(),
                asked.reason(),
                asked.askedBy(),
                at.toEpochMilli(),
                asked.state().name());
    }

    void change(MemberExemption changed) {
        handle.execute(
                "UPDATE member_exemption SET state = ?, decided_by = ?, decided_on = ?, ends_on = ?"
                        + " WHERE street = 1 AND id = ?",
                changed.state().name(),
                changed.decidedBy().orElse(null),
                changed.decidedOn().map(LocalDate::toString).orElse(null),
                changed.endsOn().map(LocalDate::toString).orElse(null),
                changed.id());
    }
}
