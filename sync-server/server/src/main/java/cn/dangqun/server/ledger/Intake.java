package cn.dangqun.server.ledger;

import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.protocol.wire.Quarantined;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Topic;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;

/// Reads a stored record and hands it to the projections; what cannot be read or cannot be is parked, and the rest
/// flows on (F-59).
record Intake(List<Projection> projections) {
    Intake {
        projections = List.copyOf(projections);
    }

    void take(LedgerStore store, Place place, FactId id, ByteString record, ChangeLog changes) {
        objection(store, place, id, record, changes).ifPresent(reason -> {
            store.quarantine(place, reason);
            changes.note(Topic.Street.SET_ASIDE);
        });
    }

    private Optional<Quarantined.Reason> objection(
            LedgerStore store, Place place, FactId id, ByteString record, ChangeLog changes) {
        try {
            var fact = FactCodec.decode(id.kiosk(), id.epoch(), record.toByteArray());
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
