package cn.dangqun.kiosk.sync;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.kiosk.ledger.ChainPosition;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.FactBatch;
import cn.dangqun.kiosk.ledger.LedgerDamagedException;
import cn.dangqun.kiosk.ledger.LedgerPosition;
import cn.dangqun.protocol.wire.Ack;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.Push;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pushes facts in order, a bounded number of batches in flight, and has the next at hand. The position moves only
/// after the acknowledgement is on this disk too; whatever was not acknowledged is pushed again at the next
/// connection (F-56, F-60). Pushing does not wait for that: of several acknowledgements one commit keeps the
/// newest. On the session's event loop.
final class Uplink {
    static final int MOST_RECORDS = 256;
    static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_IN_FLIGHT = 8;
    private static final Logger log = LoggerFactory.getLogger(Uplink.class);

    private final SyncResources resources;
    private final Epoch epoch;
    private final Session session;
    private final Deque<Sent> inFlight = new ArrayDeque<>();
    /// Up to where the street has said that it has everything, and what of it it parked; on this disk through `kept`.
    private long told;

    private final Map<Long, String> parked = new HashMap<>();
    private long kept;
    private boolean keeping;
    /// Read and not sent yet: its place in the window comes.
    private @Nullable FactBatch next;

    private int window;
    private long lastSeq;
    private long readThrough;
    private long pushes;
    private boolean reading;
    private boolean started;

    Uplink(SyncResources resources, Epoch epoch, Session session) {
        this.resources = resources;
        this.epoch = epoch;
        this.session = session;
    }

    /// What the uplink asks of its session.
    interface Session {
        void send(Frame.Builder frame);

        /// `then` on the event loop, unless the session has ended.
        <T> void await(CompletableFuture<T> future, Consumer<T> then);

        void drop(String why);

        void ledgerDamaged();
    }

    private record Sent(long pushId, long through) {}

    private sealed interface Read {
        record Batch(FactBatch facts) implements Read {}

        record Damaged() implements Read {}

        record Failed() implements Read {}
    }

    /// The street has everything through `streetHas` on its disk, if it is our chain, and takes `streetWindow` pushes
    /// at once. `agreed` is run when the ledger knows so and nothing is pushed yet: until then it may believe that
    /// the street has what it has lost.
    void start(ChainPosition streetHas, int streetWindow, Runnable agreed) {
        window = Math.clamp(streetWindow, 1, MOST_IN_FLIGHT);
        session.await(resources.ledger().agree(epoch, streetHas), commit -> {
            switch (commit) {
                case Commit.Done<LedgerPosition>(var position) -> {
                    started = true;
                    readThrough = position.ackedSeq();
                    told = position.ackedSeq();
                    kept = position.ackedSeq();
                    agreed.run();
                    ledgerMoved(position);
                }
                case Commit.NotSaved<LedgerPosition> _ -> session.drop("the street's position could not be kept");
            }
        });
    }

    Epoch epoch() {
        return epoch;
    }

    void ledgerMoved(LedgerPosition position) {
        if (!position.epoch().equals(epoch)) {
            session.drop("a new ledger has begun");
            return;
        }
        lastSeq = Math.max(lastSeq, position.lastSeq());
        pushMore();
    }

    private void pushMore() {
        if (!started) {
            return;
        }
        var ready = next;
        if (ready != null && inFlight.size() < window) {
            next = null;
            push(ready);
        }
        readAhead();
    }

    private void readAhead() {
        if (reading || next != null || readThrough >= lastSeq) {
            return;
        }
        reading = true;
        var after = readThrough;
        session.await(CompletableFuture.supplyAsync(() -> read(after), resources.workers()), read -> {
            reading = false;
            switch (read) {
                case Read.Batch(var facts) -> {
                    if (!facts.isEmpty() && facts.epoch().equals(epoch)) {
                        readThrough = facts.throughSeq();
                        next = facts;
                        pushMore();
                    }
                }
                case Read.Damaged() -> session.ledgerDamaged();
                case Read.Failed() -> session.drop("the ledger cannot be read");
            }
        });
    }

    private Read read(long after) {
        try {
            return new Read.Batch(resources.reader().batch(after, MOST_RECORDS, MOST_BYTES));
        } catch (LedgerDamagedException e) {
            log.error("Facts after {} cannot be pushed: {}", after, e.getMessage());
            return new Read.Damaged();
        } catch (SQLException e) {
            log.warn("Facts after {} cannot be read now: {}", after, e.getMessage());
            return new Read.Failed();
        }
    }

    private void push(FactBatch facts) {
        pushes++;
        inFlight.add(new Sent(pushes, facts.throughSeq()));
        session.send(Frame.newBuilder()
                .setPush(Push.newBuilder()
                        .setPushId(pushes)
                        .setEpoch(epoch.hex())
                        .setFirstSeq(facts.firstSeq())
                        .setFirstPreviousHash(facts.previousHash())
                        .addAllRecords(facts.records())));
    }

    void acknowledged(Ack ack) {
        var oldest = inFlight.poll();
        if (oldest == null
                || oldest.pushId() != ack.getPushId()
                || oldest.through() != ack.getThroughSeq()
                || !ack.getEpoch().equals(epoch.hex())) {
            session.drop("an acknowledgement of nothing that was pushed");
            return;
        }
        told = ack.getThroughSeq();
        park(ack);
        keep();
        pushMore();
    }

    /// One commit at a time, of the newest that the street has said.
    private void keep() {
        if (keeping || kept >= told) {
            return;
        }
        keeping = true;
        var through = told;
        var newly = Map.copyOf(parked);
        parked.clear();
        session.await(resources.ledger().acknowledge(epoch, through, newly), commit -> {
            switch (commit) {
                case Commit.Done<LedgerPosition> _ -> {
                    keeping = false;
                    kept = through;
                    keep();
                }
                case Commit.NotSaved<LedgerPosition> _ -> session.drop("an acknowledgement could not be kept");
            }
        });
    }

    private void park(Ack ack) {
        for (var each : ack.getQuarantinedList()) {
            log.warn("The street parked fact {} for people: {}", each.getSeq(), each.getReason());
            parked.put(each.getSeq(), each.getReason().name());
        }
    }
}
