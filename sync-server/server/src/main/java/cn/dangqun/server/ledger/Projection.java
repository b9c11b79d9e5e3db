package cn.dangqun.server.ledger;

import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.server.db.ChangeLog;
import org.jdbi.v3.core.Handle;

/// State derived from facts, kept in tables of its own and always rebuildable (DESIGN §4). Facts of one kiosk and epoch
/// arrive in order, those of different kiosks in any order; the state must come out the same. Runs on the writer's
/// thread.
public interface Projection {
    /// Never changes: under it the street remembers in which form the tables stand.
    String name();

    /// Grows whenever the tables, or what is read into them, change: then everything is derived anew at the next start.
    int form();

    /// False when the fact contradicts the ledger it stands in; then nothing has been changed.
    boolean apply(Handle handle, Place place, RecordedFact fact, ChangeLog changes);

    /// The same for several check-ins at once; what comes of them is what came of each, one after the other. No
    /// check-in contradicts its ledger.
    default void apply(Handle handle, CheckIns facts, ChangeLog changes) {
        for (var each : facts.all()) {
            if (!apply(handle, each.place(), each.recorded(), changes)) {
                throw new IllegalStateException(
                        "a check-in was refused: " + each.recorded().id());
            }
        }
    }

    /// Forgets everything, before a rebuild.
    void clear(Handle handle);
}
