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
/// compared (DESIGN §4, F-56). What follows from the bytes alone is found out where it is made, not on the writer.
final class Append implements Write<AppendResult> {
    private final KioskId kiosk;
    private final Epoch epoch;
    private final long first;
    private final ByteString previous;
    private final List<Arrived> arrived;
    private final Intake intake;
    private final long now;

    Append(KioskId kiosk, Epoch epoch, Push push, Intake intake, long now) {
        this.kiosk = kiosk;
        this.epoch = epoch;
        this.first = push.getFirstSeq();
        this.previous = push.getFirstPreviousHash();
        this.arrived = arrived(kiosk, epoch, push);
        this.intake = intake;
        this.now = now;
    }

    private static List<Arrived> arrived(KioskId kiosk, Epoch epoch, Push push) {
        var arrived = new ArrayList<Arrived>(push.getRecordsCount());
        var chain = new FactChain.Walk(push.getFirstPreviousHash().toByteArray());
        for (var record : push.getRecordsList()) {
            var id = new FactId(kiosk, epoch, push.getFirstSeq() + arrived.size());
            arrived.add(Arrived.of(id, record, ByteString.copyFrom(chain.next(record.toByteArray()))));
        }
        return List.copyOf(arrived);
    }

    @Override
    public AppendResult apply(Handle handle, ChangeLog changes) {
        var store = intake.store(handle);
        var head = store.head(kiosk, epoch);
        if (first > head.seq() + 1) {
            return new AppendResult.Refused(
                    Refusal.Reason.GAP, "seq " + first + " after " + head.seq() + " of epoch " + epoch);
        }
        var known = known(store, head);
        if (!previous.equals(before(head, known))) {
            var reason = first > head.seq() ? Refusal.Reason.CHAIN_BROKEN : Refusal.Reason.CHAIN_FORKED;
            return conflict(store, changes, reason, first);
        }
        for (var each : arrived) {
            if (each.seq() <= head.seq() && !each.hash().equals(known.get(each.seq()))) {
                return conflict(store, changes, Refusal.Reason.CHAIN_FORKED, each.seq());
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
        return first > head.seq() ? Map.of() : store.hashes(kiosk, epoch, first - 1, Math.min(head.seq(), last()));
    }

    /// Our hash before the first record of the push.
    private @Nullable ByteString before(Head head, Map<Long, ByteString> known) {
        if (first == head.seq() + 1) {
            return head.hash();
        }
        return first == 1 ? ByteString.copyFrom(FactChain.genesis(kiosk, epoch)) : known.get(first - 1);
    }

    /// Whether anything of it was parked.
    private boolean extend(LedgerStore store, ChangeLog changes, long chain, Head head) {
        var fresh = arrived.subList(Math.toIntExact(head.seq() + 1 - first), arrived.size());
        store.insert(chain, fresh, now);
        store.moveHead(chain, last(), fresh.getLast().hash());
        return intake.take(store, chain, fresh, changes);
    }

    private AppendResult conflict(LedgerStore store, ChangeLog changes, Refusal.Reason reason, long seq) {
        store.conflict(new FactId(kiosk, epoch, seq), reason, 0, now);
        changes.kiosk(kiosk);
        changes.note(Topic.Street.SET_ASIDE);
        return new AppendResult.Refused(reason, "at seq " + seq + " of epoch " + epoch);
    }

    private long last() {
        return first + arrived.size() - 1;
    }
}
