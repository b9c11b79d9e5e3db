package cn.dangqun.server.ledger;

import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.protocol.wire.Quarantined;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Topic;
import cn.dangqun.store.GroupCommit;
import com.google.protobuf.ByteString;
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

    Intake {
        projections = List.copyOf(projections);
    }

    LedgerStore store(Handle handle) {
        return new LedgerStore(handle, guests);
    }

    void take(LedgerStore store, Place place, FactId id, ByteString record, ChangeLog changes) {
        alone(store, place, id, record, changes).ifPresent(reason -> {
            store.quarantine(place, reason);
            changes.note(Topic.Street.SET_ASIDE);
        });
    }

    /// Whether what this program once failed over would pass now. Changes nothing,
    /// though readers may be told to look again.
    boolean wouldPass(LedgerStore store, LedgerStore.Stored fact, ChangeLog changes) {
        store.begin(RECORD);
        try {
            var objection = objection(store, fact.place(), fact.id(), fact.record(), changes);
            store.undo(RECORD);
            return objection.isEmpty();
        } catch (RuntimeException e) {
            escalate(e);
            store.undo(RECORD);
            return false;
        }
    }

    /// What one record breaks is undone alone, so that the good ones behind it arrive.
    private Optional<Quarantined.Reason> alone(
            LedgerStore store, Place place, FactId id, ByteString record, ChangeLog changes) {
        store.begin(RECORD);
        try {
            var objection = objection(store, place, id, record, changes);
            store.keep(RECORD);
            return objection;
        } catch (RuntimeException e) {
            escalate(e);
            store.undo(RECORD);
            LOG.error("record {} failed and is set aside", id, e);
            return Optional.of(Quarantined.Reason.FAILED);
        }
    }

    /// A failing disk is nothing that the record did.
    private static void escalate(RuntimeException failure) {
        if (GroupCommit.endsTheGroup(failure)) {
            throw failure;
        }
    }

    private Optional<Quarantined.Reason> objection(
            LedgerStore store, Place place, FactId id, ByteString record, ChangeLog changes) {
        try {
            var fact = FactCodec.decode(id.kiosk(), id.epoch(), record.toByteArray());
            if (fact.carried()
                    .filter(origin -> !new Carrying(store.handle()).isAllowed(id.kiosk(), origin))
                    .isPresent()) {
                return Optional.of(Quarantined.Reason.NOT_ITS_OWN);
            }
            return fact.id().equals(id) && (isRepeat(store, place, fact) || project(store, place, fact, changes))
                    ? Optional.empty()
                    : Optional.of(Quarantined.Reason.IMPOSSIBLE);
        } catch (UnreadableException e) {
            return Optional.of(
                    switch (e.fault()) {
                        case MALFORMED -> Quarantined.Reason.UNREADABLE;
                        case UNKNOWN_KIND -> Quarantined.Reason.UNKNOWN_KIND;
                    });
        }
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
