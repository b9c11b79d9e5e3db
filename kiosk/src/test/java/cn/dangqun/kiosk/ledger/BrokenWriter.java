package cn.dangqun.kiosk.ledger;

import cn.dangqun.kiosk.shell.KioskCore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/// A process whose only work throws an `Error`; it says what its author heard of it, and would wait forever.
final class BrokenWriter {
    private BrokenWriter() {}

    /// `arguments`: the ledger file.
    public static void main(String[] arguments) throws InterruptedException {
        var ledger = Ledger.open(Path.of(arguments[0]), new SystemKioskClock(Clock.systemUTC()), KioskCore.PROJECTIONS);
        ledger.adopt(KilledWriter.KIOSK).join();
        var _ = ledger.write(_ -> {
                    throw new StackOverflowError("made up");
                })
                .thenAccept(System.out::println);
        new CountDownLatch(1).await();
    }
}
