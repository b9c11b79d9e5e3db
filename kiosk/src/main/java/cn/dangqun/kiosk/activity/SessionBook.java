package cn.dangqun.kiosk.activity;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.session.SessionRecord;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.ledger.LedgerDamagedException;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.UnreadableException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;

/// What one may ask of this kiosk's sessions, by a connection of the store thread or of a reader.
public record SessionBook(SqliteConnection db) {
    public SessionRecord of(ActivityId activity) throws SQLException {
        return SessionRecord.of(db.list(
                "SELECT at_millis, record FROM session_note WHERE activity = ? ORDER BY n",
                row -> new SessionRecord.Noted(
                        Instant.ofEpochMilli(row.getLong(1)),
                        fact(db.rows().open(SessionProjection.RECORD, row.getBytes(2)))),
                activity.value()));
    }

    private static SessionFact fact(byte[] record) throws SQLException {
        try {
            return (SessionFact) FactCodec.read(record);
        } catch (UnreadableException e) {
            throw new LedgerDamagedException("what was recorded of a session cannot be read");
        }
    }

    /// Activities that were closed here and not opened again.
    List<ActivityId> closed() throws SQLException {
        var last = new HashMap<ActivityId, Boolean>();
        for (var each : db.list(
                "SELECT activity, closes FROM session_note WHERE closes IS NOT NULL ORDER BY n",
                row -> new Closes(new ActivityId(row.getString(1)), row.getBoolean(2)))) {
            last.put(each.activity(), each.closes());
        }
        return last.keySet().stream().filter(last::get).toList();
    }

    private record Closes(ActivityId activity, boolean closes) {}
}
