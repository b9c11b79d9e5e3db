package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.store.Halt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries over, once, what can still be read of ledger files that were set aside. Reads in the background, and writes
/// little at a time, so that nobody at the reader waits for it.
final class Salvage implements AutoCloseable {
    /// A tap waits for no more than this.
    static final int AT_ONCE = 100;

    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(Salvage.class);

    private final Ledger ledger;
    private final LedgerFile file;
    private final Halt halt;
    private final ScheduledExecutorService thread;
    private volatile Optional<KioskId> owner = Optional.empty();

    /// `thread` is closed with it.
    Salvage(Ledger ledger, LedgerFile file, ScheduledExecutorService thread, Halt halt) {
        this.ledger = ledger;
        this.file = file;
        this.thread = thread;
        this.halt = halt;
    }

    /// One of its own; what comes after its end is thrown away.
    static ScheduledExecutorService thread() {
        return new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("salvage").factory(), new DiscardPolicy());
    }

    /// From now on facts can be written. From any thread.
    void belongsTo(KioskId kiosk) {
        owner = Optional.of(kiosk);
        wake();
    }

    /// A file may have been set aside. From any thread.
    void wake() {
        thread.execute(this::run);
    }

    private void run() {
        try {
            if (!owner.map(this::carryOverAll).orElse(true)) {
                var _ = thread.schedule(this::run, AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (RuntimeException | Error e) {
            if (Halt.isCalledFor(e)) {
                halt.because("The salvage broke down", e);
            } else {
                log.error("What was set aside cannot be carried over", e);
            }
        }
    }

    private boolean carryOverAll(KioskId kiosk) {
        boolean all = true;
        for (var wreck : file.wrecks()) {
            all &= isDone(wreck) || carryOver(wreck, kiosk);
        }
        return all;
    }

    private boolean isDone(Path wreck) {
        var name = String.valueOf(wreck.getFileName());
        return ledger.write(transaction -> transaction.isSalvaged(name)).join()
                        instanceof Commit.Done<Boolean>(var done)
                && done;
    }

    private boolean carryOver(Path path, KioskId kiosk) {
        try {
            var wreck = WreckReader.read(path, kiosk, file.keys());
            if (wreck.locked()) {
                log.warn("{} waits for its key: the street gives it to the kiosk that wrote it", wreck.file());
                return true; // asked again when there is another key
            }
            for (int left = 1; left > 0; ) {
                switch (ledger.write(transaction -> transaction.salvage(wreck, AT_ONCE))
                        .join()) {
                    case Commit.Done<Integer>(var more) -> left = more;
                    case Commit.NotSaved<Integer>(var reason) -> {
                        log.warn("Facts of {} are not carried over yet: {}", wreck.file(), reason);
                        return false;
                    }
                }
            }
            log.warn(
                    "Of {}, {} facts go on in this ledger, {} cannot be read{}",
                    wreck.file(),
                    wreck.facts().size(),
                    wreck.unreadable(),
                    wreck.mayMiss() ? ", perhaps more" : "");
            return true;
        } catch (IOException e) {
            log.error("What can be read of {} is not known: {}", path.getFileName(), e.toString());
            return false;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("A ledger was still being read after {}", CLOSING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
