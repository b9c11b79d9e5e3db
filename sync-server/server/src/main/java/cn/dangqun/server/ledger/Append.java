package cn.dangqun.server.ledger;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.wire.Push;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.db.Write;
import cn.dangqun.server.ledger.LedgerStore.Head;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Takes one push into the ledger: numbers without gaps, a chain that continues ours, and what we hold already only
/// compared (DESIGN §4, F-56).
final class Append implements Write<AppendResult> {
    private final KioskId kiosk;
    private final Epoch epoch;
    private final Push push;
    private final Intake intake;
    private final long now;

    Append(KioskId kiosk, Epoch epoch, Push push, Intake intake, long now) {
        this.kiosk = kiosk;
        this.epoch = epoch;
        this.push = push;
        this.intake = intake;
        this.now = now;
    }

    @Override
    public AppendResult apply(Handle handle, ChangeLog changes) {
        var store = intake.store(handle);
        var head = store.head(kiosk, epoch);
        var first = push.getFirstSeq();
        if (first > head.seq() + 1) {
            return new AppendResult.Refused(
                    Refusal.Reason.GAP, "seq " + first + " after " + head.seq() + " of epoch " + epoch);
        }
        var known = known(store, head);
        var hash = push.getFirstPreviousHash();
        if (!hash.equals(before(head, known))) {
            var reason = first > head.seq() ? Refusal.Reason.CHAIN_BROKEN : Refusal.Reason.CHAIN_FORKED;
            return conflict(store, changes, reason, first);
        }
        for (long seq = first; seq <= Math.min(head.seq(), last()); seq++) {
            hash = next(hash, record(seq));
            if (!hash.equals(known.get(seq))) {
                return conflict(store, changes, Refusal.Reason.CHAIN_FORKED, seq);
            }
        }
        if (last() > head.seq() && new CarriedFacts(handle).isCarriedOn(kiosk, epoch)) {
            return conflict(store, changes, Refusal.Reason.CHAIN_FORKED, head.seq() + 1);
        }
        long chain = head.chain() > 0 ? head.chain() : store.begin(kiosk, epoch, head, now);
        boolean parked = last() > head.seq() && extend(store, changes, chain, head);
        boolean mayBeParked = parked || first <= head.seq();
        return new AppendResult.Taken(last(), mayBeParked ? store.quarantined(chain, first, last()) : List.of());
    }

    /// Hashes of ours from the record before the first one on; none for what only continues our chain.
    private Map<Long, ByteString> known(LedgerStore store, Head head) {
        return push.getFirstSeq() > head.seq()
                ? Map.of()
                : store.hashes(kiosk, epoch, push.getFirstSeq() - 1, Math.min(head.seq(), last()));
    }

    /// Our hash before the first record of the push.
    private @Nullable ByteString before(Head head, Map<Long, ByteString> known) {
        if (push.getFirstSeq() == head.seq() + 1) {
            return head.hash();
        }
        return push.getFirstSeq() == 1
                ? ByteString.copyFrom(FactChain.genesis(kiosk, epoch))
                : known.get(push.getFirstSeq() - 1);
    }

    /// Whether anything of it was parked.
    private boolean extend(LedgerStore store, ChangeLog changes, long chain, Head head) {
        var arrived = new ArrayList<Arrived>();
        var hash = head.hash();
        for (long seq = head.seq() + 1; seq <= last(); seq++) {
            hash = next(hash, record(seq));
            arrived.add(Arrived.of(new FactId(kiosk, epoch, seq), record(seq), hash));
        }
        store.insert(chain, arrived, now);
        store.moveHead(chain, last(), hash);
        return intake.take(store, chain, arrived, changes);
    }

    private AppendResult conflict(LedgerStore store, ChangeLog changes, Refusal.Reason reason, long seq) {
        store.conflict(new FactId(kiosk, epoch, seq), reason, 0, now);
        changes.kiosk(kiosk);
        changes.note(Topic.Street.SET_ASIDE);
        return new AppendResult.Refused(reason, "at seq " + seq + " of epoch " + epoch);
    }

    private long last() {
        return push.getFirstSeq() + push.getRecordsCount() - 1;
    }

    private ByteString record(long seq) {
        return push.getRecords((int) (seq - push.getFirstSeq()));
    }

    private static ByteString next(ByteString hash, ByteString record) {
        return ByteString.copyFrom(FactChain.next(hash.toByteArray(), record.toByteArray()));
    }
}
