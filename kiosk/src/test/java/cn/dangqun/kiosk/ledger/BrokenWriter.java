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
        var ledger = Ledger.open(
                Path.of(arguments[0]),
                new SystemKioskClock(Clock.systemUTC()),
                KeysOnDisk.beside(Path.of(arguments[0])),
                KioskCore.PROJECTIONS);
        ledger.adopt(KilledWriter.KIOSK).join();
        var listening = new CountDownLatch(1);
        var _ = ledger.write(_ -> {
                    await(listening);
                    throw new StackOverflowError("made up");
                })
                .thenAccept(System.out::println);
        listening.countDown();
        new CountDownLatch(1).await();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
