package cn.dangqun.server.ledger;

import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.StreetFact;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Topic;
import org.jdbi.v3.core.Handle;

/// What the street decided about records that were set aside. Of several decisions about one the last stands.
public final class SettledProjection implements Projection {
    @Override
    public String name() {
        return "settled";
    }

    @Override
    public int form() {
        return 2;
    }

    @Override
    public boolean apply(Handle handle, Place place, RecordedFact recorded, ChangeLog changes) {
        if (recorded.fact() instanceof StreetFact.ParkedSettled fact) {
            settled(handle, recorded, fact, changes);
        }
        if (recorded.fact() instanceof StreetFact.ItemDecided(var item, var answer, var _)
                && item.kind() == ReviewItem.Kind.PARKED
                && answer == ReviewItem.Answer.REOPENED) {
            item.fact().ifPresent(record -> reopened(handle, record, changes));
        }
        return true;
    }

    private static void settled(
            Handle handle, RecordedFact recorded, StreetFact.ParkedSettled fact, ChangeLog changes) {
        handle.execute(
                "INSERT INTO parked_settled (street, kiosk, epoch, seq, settlement, login, reason, at)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (street, kiosk, epoch, seq) DO UPDATE"
                        + " SET settlement = excluded.settlement, login = excluded.login,"
                        + " reason = excluded.reason, at = excluded.at",
                fact.record().kiosk().value(),
                fact.record().epoch().hex(),
                fact.record().seq(),
                fact.settlement().name(),
                fact.ruling().login(),
                fact.ruling().reason(),
                recorded.clock().instant().toEpochMilli());
        changes.note(Topic.Street.SET_ASIDE);
    }

    private static void reopened(Handle handle, FactId record, ChangeLog changes) {
        handle.execute(
                "DELETE FROM parked_settled WHERE street = 1 AND kiosk = ? AND epoch = ? AND seq = ?",
                record.kiosk().value(),
                record.epoch().hex(),
                record.seq());
        changes.note(Topic.Street.SET_ASIDE);
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("DELETE FROM parked_settled");
    }
}
