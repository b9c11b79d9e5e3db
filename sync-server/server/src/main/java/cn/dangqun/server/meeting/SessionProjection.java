package cn.dangqun.server.meeting;

import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.ledger.Place;
import cn.dangqun.server.ledger.Projection;
import org.jdbi.v3.core.Handle;

/// Notes where a session's records stand.
public record SessionProjection() implements Projection {
    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public int form() {
        return 1;
    }

    @Override
    public boolean apply(Handle handle, Place place, RecordedFact recorded, ChangeLog changes) {
        if (recorded.fact() instanceof SessionFact fact && !(fact instanceof SessionFact.Opened)) {
            handle.execute(
                    "INSERT INTO session_note (street, activity, chain, seq, at) VALUES (1, ?, ?, ?, ?)",
                    fact.activity().value(),
                    place.chain(),
                    place.seq(),
                    recorded.clock().instant().toEpochMilli());
            changes.activity(fact.activity());
        }
        return true;
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("DELETE FROM session_note");
    }
}
