package cn.dangqun.server.review;

import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.StreetFact.ParkedSettled;
import cn.dangqun.domain.fact.StreetFact.Ruling;
import cn.dangqun.domain.fact.StreetFact.Settlement;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.text.Times;

/// Decides what becomes of a record that was set aside: a fact of the street, and what was noted about who did it, in
/// one commit. Blocks.
record SettleDesk(Database database, StreetLedger street, Times times) {
    static final int LONGEST_REASON = 400;

    /// Somebody else's decision stands: a second one changes nothing.
    void settle(FactId record, Settlement settlement, String reason, Actor actor) {
        database.write((handle, changes) -> {
            if (SetAsideReader.isOpen(handle, record)) {
                street.append(
                        handle, changes, new ParkedSettled(record, settlement, new Ruling(actor.login(), reason)));
                actor.note(handle, times.now(), Action.RECORD_SETTLED, record.toString());
            }
            return record;
        });
    }
}
