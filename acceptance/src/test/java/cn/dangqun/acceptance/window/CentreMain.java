package cn.dangqun.acceptance.window;

import cn.dangqun.config.settings.SettingsFile;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.kiosk.queue.QueueFeature;
import cn.dangqun.kiosk.queue.QueueServices;
import cn.dangqun.kiosk.queue.TakeOutcome;
import cn.dangqun.kiosk.shell.KioskCore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// A whole kiosk but its screen, at which one person after another takes a number. Says `given TICKET NUMBER MILLIS`
/// when somebody has one, MILLIS after they asked.
final class CentreMain {
    private static final long PACE_NANOS = Duration.ofMillis(60).toNanos();

    private CentreMain() {}

    /// `arguments`: the settings, and a file that ends the taking as soon as it is there.
    public static void main(String[] arguments) throws Exception {
        var core = KioskCore.open(SettingsFile.loadKiosk(Path.of(arguments[0])), Clock.systemUTC());
        var queue = core.features().all().stream()
                .filter(QueueFeature.class::isInstance)
                .map(QueueFeature.class::cast)
                .findFirst()
                .orElseThrow()
                .services();
        while (queue.board().today().plan().isEmpty()) {
            LockSupport.parkNanos(PACE_NANOS);
        }
        var services = queue.board().today().services();
        for (int person = 0; !Files.exists(Path.of(arguments[1])); person++) {
            take(queue, services.get(person % services.size()).id());
            LockSupport.parkNanos(PACE_NANOS);
        }
        System.out.println("nobody comes any more");
        Thread.currentThread().join();
    }

    private static void take(QueueServices queue, ServiceId service) {
        long asked = System.nanoTime();
        if (queue.desk().take(service, false).join() instanceof TakeOutcome.Taken(var slip)) {
            long millis = Duration.ofNanos(System.nanoTime() - asked).toMillis();
            System.out.println(
                    "given " + slip.ticket().id() + " " + slip.ticket().number() + " " + millis);
            var _ = queue.counter().handOver(slip, Optional.empty()).join();
        }
    }
}
