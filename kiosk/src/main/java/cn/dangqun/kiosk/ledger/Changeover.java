package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.Epoch;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Carries the ledger over into its next epoch while people tap: prepares it little by little, so that whoever comes
/// waits for one step, and changes over in a last one (decision 0006). May be used from any thread and never blocks.
final class Changeover {
    /// A tap waits for no more than this.
    static final int AT_ONCE = 100;

    private static final int DELETED_AT_ONCE = 300;

    private final Ledger ledger;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Begun begun;

    Changeover(Ledger ledger) {
        this.ledger = ledger;
    }

    private record Begun(Epoch ended, String decision, CompletableFuture<Commit<LedgerPosition>> over) {}

    /// Joins what is under way; by another decision it begins when that is over.
    synchronized CompletableFuture<Commit<LedgerPosition>> begin(Epoch ended, String decision) {
        var before = begun;
        if (before != null && !before.over().isDone()) {
            return before.ended().equals(ended) && before.decision().equals(decision)
                    ? before.over()
                    : before.over().thenCompose(_ -> begin(ended, decision));
        }
        var next = new Begun(ended, decision, new CompletableFuture<>());
        begun = next;
        step(next);
        return next.over();
    }

    /// Until then nothing may go that is being carried over.
    boolean isUnderWay() {
        var last = begun;
        return last != null && !last.over().isDone();
    }

    /// The next is offered when one has ended, so that those who came meanwhile are before it.
    private void step(Begun at) {
        var _ = ledger.write(transaction ->
                        transaction.restart(at.ended(), at.decision(), () -> Epoch.draw(random), AT_ONCE))
                .thenAccept(commit -> {
                    switch (commit) {
                        case Commit.Done<Optional<LedgerPosition>>(var position) -> {
                            if (position.isEmpty()) {
                                step(at);
                            } else {
                                at.over().complete(new Commit.Done<>(position.get()));
                                clear();
                            }
                        }
                        case Commit.NotSaved<Optional<LedgerPosition>>(var reason) ->
                            at.over().complete(new Commit.NotSaved<>(reason));
                    }
                });
    }

    /// Deletes what is left of ledgers that ended, if there is any.
    void clear() {
        var _ = ledger.write(transaction -> LeftFacts.clear(transaction.db(), DELETED_AT_ONCE))
                .thenAccept(commit -> {
                    if (commit instanceof Commit.Done<Boolean>(var more) && more) {
                        clear();
                    }
                });
    }
}
