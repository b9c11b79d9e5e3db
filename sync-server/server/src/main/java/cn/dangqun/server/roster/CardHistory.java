package cn.dangqun.server.roster;

import cn.dangqun.domain.member.MemberId;
import cn.dangqun.server.cards.CardTie;
import cn.dangqun.server.roster.MemberModel.Line;
import cn.dangqun.server.text.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What was done at kiosks with the cards of one member, in words; the newest first. The cards themselves are not told
/// apart: a key says nothing to anybody. What the office took away stands in the history of the entry.
record CardHistory(MemberWords words, Times times) {
    List<Line> of(Handle handle, MemberId member) {
        var lines = new ArrayList<Line>();
        handle.createQuery("""
                        SELECT h.*, coalesce(k.name, h.kiosk) AS kiosk_name,
                          coalesce(e.name, h.ended_kiosk) AS ended_kiosk_name
                        FROM card_history h LEFT JOIN kiosk k ON k.street = 1 AND k.id = h.kiosk
                        LEFT JOIN kiosk e ON e.street = 1 AND e.id = h.ended_kiosk
                        WHERE h.street = 1 AND h.member = ? ORDER BY h.at DESC, h.chain, h.seq""")
                .bind(0, member.value())
                .map((row, ignored) -> lines(row))
                .forEach(lines::addAll);
        return lines;
    }

    private List<Line> lines(ResultSet row) throws SQLException {
        var lines = new ArrayList<Line>();
        boolean byTheOffice = "".equals(row.getString("ended_kiosk"));
        if (row.getObject("ended_at") != null && !byTheOffice) {
            lines.add(line(
                    row.getLong("ended_at"),
                    words.texts().get("roster.card.ended"),
                    row.getString("ended_kiosk_name"),
                    row.getString("ended_reason"),
                    row.getString("ended_staff")));
        }
        lines.add(line(
                row.getLong("at"),
                words.card(CardTie.State.valueOf(row.getString("state"))),
                row.getString("kiosk_name"),
                row.getString("reason"),
                row.getString("staff")));
        return lines;
    }

    private Line line(long at, String kind, String kiosk, String reason, String staff) {
        var when = Instant.ofEpochMilli(at);
        return new Line(times.date(when) + " " + times.time(when), kind, kiosk, "", reason, staff);
    }
}
