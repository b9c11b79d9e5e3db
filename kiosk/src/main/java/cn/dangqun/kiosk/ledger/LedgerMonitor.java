package cn.dangqun.kiosk.ledger;

import java.time.Duration;
import java.util.Optional;

/// What staff should know about the ledger and the clock it is kept by. May be called from any thread; never blocks.
public interface LedgerMonitor {
    LedgerHealth health();

    /// `damagedFileKept`: a damaged ledger was set aside in the data directory and waits for people (F-75).
    /// `clockDoubt`: the clock cannot be right; how far it is from the earliest time that can be, negative when it
    /// is too late: staff must check the date (F-74). `salvaged`: what was carried over from files set aside.
    /// `vanished`: facts that the street has not and that are in no file any more. `locked`: a ledger was set aside
    /// complete, and waits for the key that the street gives to the kiosk that wrote it.
    record LedgerHealth(
            boolean damagedFileKept, Optional<Duration> clockDoubt, Salvaged salvaged, long vanished, boolean locked) {
        public LedgerHealth(boolean damagedFileKept, Optional<Duration> clockDoubt, Salvaged salvaged, long vanished) {
            this(damagedFileKept, clockDoubt, salvaged, vanished, false);
        }

        public LedgerHealth(boolean damagedFileKept, Optional<Duration> clockDoubt, Salvaged salvaged) {
            this(damagedFileKept, clockDoubt, salvaged, 0);
        }

        public LedgerHealth(boolean damagedFileKept, Optional<Duration> clockDoubt) {
            this(damagedFileKept, clockDoubt, Salvaged.NOTHING);
        }

        /// How many facts people must look for on paper; those of a damaged file until that file is taken away.
        public long lost() {
            return damagedFileKept ? salvaged.unreadable() : vanished;
        }
    }

    /// `carried` facts go on in the new ledger; `unreadable` ones, which the street had not acknowledged, are lost;
    /// `mayMiss`: there may have been more that nobody can count.
    record Salvaged(long carried, long unreadable, boolean mayMiss) {
        public static final Salvaged NOTHING = new Salvaged(0, 0, false);
    }
}
