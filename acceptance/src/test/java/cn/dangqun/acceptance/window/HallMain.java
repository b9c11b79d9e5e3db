package cn.dangqun.acceptance.window;

import cn.dangqun.config.settings.SettingsFile;
import cn.dangqun.kiosk.queue.QueueFeature;
import cn.dangqun.kiosk.queue.QueueServices;
import cn.dangqun.kiosk.queue.TakeOutcome;
import cn.dangqun.kiosk.shell.KioskCore;
import java.nio.file.Path;
import java.time.Clock;

/// A whole kiosk but its screen, in whose hall so many people have taken numbers, one in ten
/// with priority. Says `taken N` when they have.
final class HallMain {
    private static final int ONE_IN = 10;

    private HallMain() {}

    /// `arguments`: the settings, and how many numbers are out at the end.
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
        take(queue, Integer.parseInt(arguments[1]));
        System.out.println("taken " + queue.board().today().queue().tickets().size());
        Thread.currentThread().join();
    }

    private static void take(QueueServices queue, int numbers) {
        var services = queue.board().today().services();
        for (int out = queue.board().today().queue().tickets().size(); out < numbers; out++) {
            var service = services.get(out % services.size()).id();
            if (!(queue.desk().take(service, out % ONE_IN == 0).join() instanceof TakeOutcome.Taken)) {
                throw new IllegalStateException("no number for " + service);
            }
        }
    }
}
