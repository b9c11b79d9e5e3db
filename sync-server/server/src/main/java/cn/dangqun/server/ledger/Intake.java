package cn.dangqun.server.ledger;

import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.protocol.wire.Quarantined;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Topic;
import cn.dangqun.store.GroupCommit;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a stored record and hands it to the projections; what cannot be read or cannot be is parked, and the rest
/// flows on (F-59).
record Intake(List<Projection> projections, GuestSeal guests) {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final String RECORD = "record";
    private static final String RECORDS = "records";

    Intake {
        projections = List.copyOf(projections);
    }

    LedgerStore store(Handle handle) {
        return new LedgerStore(handle, guests);
    }

    /// Everything that arrived in one chain, in its order. Check-ins that stand one behind the other are read as
    /// one; where something breaks, all of it is undone and read again record by record, so that only what broke is
    /// parked.
    ///
    /// @return whether anything was parked
    boolean take(LedgerStore store, long chain, List<Arrived> arrived, ChangeLog changes) {
        store.begin(RECORDS);
        try {
            boolean parked = together(store, chain, arrived, changes);
            store.keep(RECORDS);
            return parked;
        } catch (RuntimeException e) {
            escalate(e);
            store.undo(RECORDS);
            LOG.warn(
                    "{} records from {} on are read one by one: {}",
                    arrived.size(),
                    arrived.getFirst().id(),
                    e.toString());
            for (var each : arrived) {
                var place = place(chain, each);
                var _ = park(store, place, alone(store, place, each, changes), changes);
            }
            return true;
        }
    }

    private boolean together(LedgerStore store, long chain, List<Arrived> arrived, ChangeLog changes) {
        var run = new ArrayList<CheckIns.Placed>();
        boolean parked = false;
        for (var each : arrived) {
            var place = place(chain, each);
            var recorded = each.fact();
            if (recorded != null
                    && recorded.fact() instanceof AttendanceFact.CheckedIn fact
                    && isOfItsOwn(each, recorded)) {
                run.add(new CheckIns.Placed(place, recorded, fact));
            } else {
                project(store, run, changes);
                parked |= park(store, place, objection(store, place, each, changes), changes);
            }
        }
        project(store, run, changes);
        return parked;
    }

    private static Place place(long chain, Arrived arrived) {
        return new Place(chain, arrived.seq());
    }

    private static boolean isOfItsOwn(Arrived arrived, RecordedFact fact) {
        return fact.carried().isEmpty() && fact.id().equals(arrived.id());
    }

    private void project(LedgerStore store, List<CheckIns.Placed> run, ChangeLog changes) {
        if (!run.isEmpty()) {
            var facts = new CheckIns(run);
            projections.forEach(each -> each.apply(store.handle(), facts, changes));
            run.clear();
        }
    }

    /// One record that stands here already, as everything is derived anew.
    void take(LedgerStore store, LedgerStore.Stored fact, ChangeLog changes) {
        var arrived = Arrived.of(fact.id(), fact.record(), ByteString.EMPTY);
        var _ = park(store, fact.place(), alone(store, fact.place(), arrived, changes), changes);
    }

    private static boolean park(
            LedgerStore store, Place place, Optional<Quarantined.Reason> objection, ChangeLog changes) {
        objection.ifPresent(reason -> {
            store.quarantine(place, reason);
            changes.note(Topic.Street.SET_ASIDE);
        });
        return objection.isPresent();
    }

    /// Whether what this program once failed over would pass now. Changes nothing,
    /// though readers may be told to look again.
    boolean wouldPass(LedgerStore store, LedgerStore.Stored fact, ChangeLog changes) {
        store.begin(RECORD);
        try {
            var arrived = Arrived.of(fact.id(), fact.record(), ByteString.EMPTY);
            var objection = objection(store, fact.place(), arrived, changes);
            store.undo(RECORD);
            return objection.isEmpty();
        } catch (RuntimeException e) {
            escalate(e);
            store.undo(RECORD);
            return false;
        }
    }

    /// What one record breaks is undone alone, so that the good ones behind it arrive.
    private Optional<Quarantined.Reason> alone(LedgerStore store, Place place, Arrived arrived, ChangeLog changes) {
        store.begin(RECORD);
        try {
            var objection = objection(store, place, arrived, changes);
            store.keep(RECORD);
            return objection;
        } catch (RuntimeException e) {
            escalate(e);
            store.undo(RECORD);
            LOG.error("record {} failed and is set aside", arrived.id(), e);
            return Optional.of(Quarantined.Reason.FAILED);
        }
    }

    /// A failing disk is nothing that the record did.
    private static void escalate(RuntimeException failure) {
        if (GroupCommit.endsTheGroup(failure)) {
            throw failure;
        }
    }

    private Optional<Quarantined.Reason> objection(LedgerStore store, Place place, Arrived arrived, ChangeLog changes) {
        var id = arrived.id();
        var fact = arrived.fact();
        if (fact == null) {
            return Optional.ofNullable(arrived.objection());
        }
        if (fact.carried()
                .filter(origin -> !new Carrying(store.handle()).isAllowed(id.kiosk(), origin))
                .isPresent()) {
            return Optional.of(Quarantined.Reason.NOT_ITS_OWN);
        }
        return fact.id().equals(id) && (isRepeat(store, place, fact) || project(store, place, fact, changes))
                ? Optional.empty()
                : Optional.of(Quarantined.Reason.IMPOSSIBLE);
    }

    private static boolean isRepeat(LedgerStore store, Place place, RecordedFact fact) {
        return fact.carried()
                .filter(origin -> new CarriedFacts(store.handle()).note(place, origin))
                .isPresent();
    }

    boolean project(LedgerStore store, Place place, RecordedFact fact, ChangeLog changes) {
        return projections.stream().allMatch(projection -> projection.apply(store.handle(), place, fact, changes));
    }
}
