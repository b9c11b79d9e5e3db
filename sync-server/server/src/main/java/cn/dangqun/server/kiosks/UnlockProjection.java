package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.ledger.Place;
import cn.dangqun.server.ledger.Projection;
import org.jdbi.v3.core.Handle;

/// Who opened which kiosk's staff corner, and when.
public final class UnlockProjection implements Projection {
    @Override
    public String name() {
        return "staff unlocks";
    }

    @Override
    public int form() {
        return 2;
    }

    @Override
    public boolean apply(Handle handle, Place place, RecordedFact recorded, ChangeLog changes) {
        if (recorded.fact() instanceof StaffFact.StaffUnlocked unlocked) {
            handle.execute(
                    "INSERT INTO staff_unlock (street, chain, seq, staff, at) VALUES (1, ?, ?, ?, ?)",
                    place.chain(),
                    place.seq(),
                    unlocked.staff(),
                    recorded.clock().instant().toEpochMilli());
        }
        return true;
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("DELETE FROM staff_unlock");
    }
}
