package cn.dangqun.server.ledger;

import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Topic;
import cn.dangqun.store.SealedBytes;
import com.google.protobuf.ByteString;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The street's own facts: chained like a kiosk's, and folded by the same projections, so that a rebuild gives the same
/// pages. With each start of the server a new epoch begins: a street restored from a backup never gives one number
/// twice.
public final class StreetLedger {
    private final Clock clock;
    private final Intake intake;
    private final SecureRandom random;
    private final Epoch epoch;
    private final Instant started;

    StreetLedger(Clock clock, Intake intake, SecureRandom random) {
        this.clock = clock;
        this.intake = intake;
        this.random = random;
        this.epoch = Epoch.draw(random);
        this.started = clock.instant();
    }

    /// Writes a fact inside a caller's write: it and what follows from it are durable together with the rest of it.
    ///
    /// @throws IllegalStateException when a projection holds the fact for impossible; then nothing may be committed
    public RecordedFact append(Handle handle, ChangeLog changes, Fact fact) {
        var store = intake.store(handle);
        var head = store.head(KioskId.STREET, epoch);
        var now = clock.millis();
        long chain = head.chain() > 0 ? head.chain() : store.begin(KioskId.STREET, epoch, head, now);
        var recorded = new RecordedFact(new FactId(KioskId.STREET, epoch, head.seq() + 1), reading(), fact);
        var record = ByteString.copyFrom(FactCodec.encode(recorded));
        var hash = ByteString.copyFrom(FactChain.next(head.hash().toByteArray(), record.toByteArray()));
        var place = new Place(chain, recorded.id().seq());
        store.insert(chain, List.of(Arrived.of(recorded.id(), record, hash)), now);
        store.moveHead(chain, place.seq(), hash);
        if (!intake.project(store, place, recorded, changes)) {
            throw new IllegalStateException("the street recorded what cannot be: " + recorded.id());
        }
        return recorded;
    }

    /// Keeps something sealed that a fact of the same write names.
    public SealedId attach(Handle handle, byte[] plain) {
        var sealed = SealedBytes.seal(plain, random);
        new AttachmentStore(handle).keep(sealed, KioskId.STREET, clock.millis());
        return new SealedId(sealed.id());
    }

    /// Empties every projection and reads all facts into them, inside a caller's write.
    public void deriveAgain(Handle handle, ChangeLog changes) {
        changes.note(Topic.Street.SET_ASIDE);
        var store = intake.store(handle);
        intake.projections().forEach(projection -> projection.clear(handle));
        store.forgetDerived();
        store.forEach(fact -> intake.take(store, fact, changes));
    }

    /// The street's clock is the one that all others are measured by.
    private ClockReading reading() {
        var now = clock.instant();
        return new ClockReading(
                now,
                "street-" + epoch,
                now.isBefore(started) ? Duration.ZERO : Duration.between(started, now),
                Optional.of(Duration.ZERO),
                Optional.empty());
    }
}
