package cn.dangqun.acceptance.window;

import cn.dangqun.config.settings.SettingsFile;
import cn.dangqun.kiosk.queue.QueueFeature;
import cn.dangqun.kiosk.queue.QueueServices;
import cn.dangqun.kiosk.queue.TakeOutcome;
import cn.dangqun.kiosk.shell.KioskCore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// A whole kiosk but its screen, in whose hall so many people have taken numbers, one in ten with priority. Says
/// `taken N` when they have; then the others come one after another, and it says `printing NUMBER` when the printer
/// has theirs, and at last that nobody comes any more.
final class HallMain {
    private static final int ONE_IN = 10;
    private static final long PACE_NANOS = Duration.ofSeconds(1).toNanos();

    private HallMain() {}

    /// `arguments`: the settings, how many numbers are out at the beginning, and how many at the end.
    public static void main(String[] arguments) throws Exception {
        var core = KioskCore.open(SettingsFile.loadKiosk(Path.of(arguments[0])), Clock.systemUTC());
        var queue = core.features().all().stream()
                .filter(QueueFeature.class::isInstance)
                .map(QueueFeature.class::cast)
                .findFirst()
                .orElseThrow()
                .services();
        while (queue.board().today().plan().isEmpty()) {
            Thread.sleep(20);
        }
        take(queue, Integer.parseInt(arguments[1]), false);
        System.out.println("taken " + queue.board().today().queue().tickets().size());
        take(queue, Integer.parseInt(arguments[2]), true);
        System.out.println("nobody comes any more");
        Thread.currentThread().join();
    }

    private static void take(QueueServices queue, int numbers, boolean printing) {
        var services = queue.board().today().services();
        for (int out = queue.board().today().queue().tickets().size(); out < numbers; out++) {
            var service = services.get(out % services.size()).id();
            if (!(queue.desk().take(service, out % ONE_IN == 0).join() instanceof TakeOutcome.Taken(var slip))) {
                throw new IllegalStateException("no number for " + service);
            }
            if (printing) {
                System.out.println("printing " + slip.ticket().number());
                var _ = queue.counter().handOver(slip, Optional.empty()).join();
                LockSupport.parkNanos(PACE_NANOS);
            }
        }
    }
}
