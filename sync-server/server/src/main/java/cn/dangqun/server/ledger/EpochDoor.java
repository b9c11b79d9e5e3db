package cn.dangqun.server.ledger;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.wire.ChainMark;
import cn.dangqun.protocol.wire.Hello;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.ledger.LedgerStore.Head;
import com.google.protobuf.ByteString;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Judges a ledger at its hello: it continues ours, it has forked, or a person has let it end (F-71). Nothing begins
/// anew without a decision of its own, so that two clones cannot take turns.
record EpochDoor(Database database, Clock clock) {
    private static final int MOST_MARKS = 64;

    EpochState judge(KioskId kiosk, Epoch epoch, Hello hello) {
        if (isRedeemable(kiosk, epoch, hello.getRestart())) {
            database.write((handle, changes) -> {
                changes.kiosk(kiosk);
                changes.note(Topic.Street.SET_ASIDE);
                return new EpochDecisions(handle).redeem(hello.getRestart(), epoch, clock.millis());
            });
        }
        return database.read(handle -> judge(handle, kiosk, epoch, hello));
    }

    private boolean isRedeemable(KioskId kiosk, Epoch epoch, String restart) {
        return !restart.isEmpty()
                && database.read(handle -> new EpochDecisions(handle)
                        .find(kiosk, restart)
                        .filter(decision -> !decision.isUsed())
                        .filter(decision -> !decision.epoch().equals(epoch))
                        .isPresent());
    }

    private static EpochState judge(Handle handle, KioskId kiosk, Epoch epoch, Hello hello) {
        var head = new LedgerStore(handle).head(kiosk, epoch);
        var decisions = new EpochDecisions(handle);
        var pending = decisions.pending(kiosk, epoch);
        if (pending.isPresent()) {
            return new EpochState.Closed(pending.get().id());
        }
        if (hello.getFirstKept() > head.seq() + 1) {
            return new EpochState.Gapped(head.seq() + 1, hello.getFirstKept() - 1);
        }
        return objection(handle, decisions, kiosk, epoch, hello, head)
                .<EpochState>map(why -> new EpochState.Forked(agreed(handle, kiosk, epoch, hello, head), why))
                .orElseGet(() -> new EpochState.Continues(head.seq(), head.hash()));
    }

    private static Optional<String> objection(
            Handle handle, EpochDecisions decisions, KioskId kiosk, Epoch epoch, Hello hello, Head head) {
        if (hello.getLastSeq() < head.seq()) {
            return Optional.of("ends at seq " + hello.getLastSeq() + ", we hold " + head.seq());
        }
        var held = held(handle, kiosk, epoch, hello, head);
        if (marks(hello, head).stream().anyMatch(mark -> !isSame(mark, held))) {
            return Optional.of("other records than ours up to seq " + head.seq());
        }
        if (decisions.isOver(kiosk, epoch) || new CarriedFacts(handle).isCarriedOn(kiosk, epoch)) {
            return Optional.of("the kiosk went on in another epoch");
        }
        return decisions
                .find(kiosk, hello.getRestart())
                .flatMap(EpochDecisions.Decision::successor)
                .filter(successor -> !successor.equals(epoch))
                .map(successor -> "another machine began epoch " + successor + " by the same decision");
    }

    /// An older kiosk sends no marks: then it is only known where its ledger ends.
    private static long agreed(Handle handle, KioskId kiosk, Epoch epoch, Hello hello, Head head) {
        if (hello.getMarksCount() == 0) {
            return Math.min(hello.getLastSeq(), head.seq());
        }
        var held = held(handle, kiosk, epoch, hello, head);
        return marks(hello, head).stream()
                .filter(mark -> isSame(mark, held))
                .mapToLong(ChainMark::getSeq)
                .max()
                .orElse(0);
    }

    private static List<ChainMark> marks(Hello hello, Head head) {
        return hello.getMarksList().stream()
                .limit(MOST_MARKS)
                .filter(mark -> mark.getSeq() >= 1 && mark.getSeq() <= head.seq())
                .toList();
    }

    private static Map<Long, ByteString> held(Handle handle, KioskId kiosk, Epoch epoch, Hello hello, Head head) {
        var store = new LedgerStore(handle);
        return marks(hello, head).stream()
                .map(ChainMark::getSeq)
                .distinct()
                .collect(Collectors.toMap(
                        seq -> seq, seq -> store.hashes(kiosk, epoch, seq, seq).get(seq)));
    }

    private static boolean isSame(ChainMark mark, Map<Long, ByteString> held) {
        return mark.getHash().equals(held.get(mark.getSeq()));
    }
}
