package cn.dangqun.bench;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.Report;
import cn.dangqun.bench.made.KioskFacts;
import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.server.StreetServer;
import cn.dangqun.server.backup.BackupDesk;
import cn.dangqun.server.backup.Passphrase;
import cn.dangqun.server.backup.RestoreDesk;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// How long a backup of a street takes, how long other writes wait meanwhile beside how long they wait without it, and
/// how long it takes to restore.
public final class BackupBench {
    private static final Passphrase PASSPHRASE =
            Passphrase.of("a passphrase of a benchmark").orElseThrow();

    private final PrintStream out = System.out;
    private final Clock clock = Clock.systemUTC();
    private final Report figures;
    private final Path folder;
    private final ServerSettings settings;

    private BackupBench(Path folder, Report figures) {
        this.figures = figures;
        this.folder = folder;
        this.settings = at(folder.resolve("street"));
    }

    private static ServerSettings at(Path data) {
        return new ServerSettings(
                data,
                ZoneId.of("Asia/Shanghai"),
                new ServerSettings.Sync("127.0.0.1", 0, 1 << 20, 4),
                new ServerSettings.Console("127.0.0.1", 0),
                false);
    }

    /// Arguments: members and facts.
    public static void main(String[] arguments) throws Exception {
        int members = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        int facts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 600_000;
        var folder = Files.createTempDirectory("backup-bench");
        try (var figures = new Report()) {
            new BackupBench(folder, figures).run(members, facts);
        } finally {
            delete(folder);
        }
    }

    private void run(int members, int facts) throws Exception {
        var place = Files.createDirectory(folder.resolve("disk"));
        try (var street = StreetServer.open(settings, clock)) {
            street.reference().publish(KioskFacts.members(members));
            KioskFacts.append(street, members, facts);
            out.printf(
                    "%d members, %d facts, a database of %d MB; a small write every 5 ms%n",
                    members, facts, Files.size(settings.data().resolve("street.db")) >> 20);
            var _ = beside(street, "nothing else", () -> {
                Thread.sleep(5000);
                return "";
            });
            var took = beside(street, "backup", () -> new BackupDesk(settings, clock).make(place, PASSPHRASE));
            figures.add(Figure.of("a backup of " + facts + " facts", "s", took.toMillis() / 1e3));
        }
        try (var made = Files.list(place)) {
            var backup = made.findFirst().orElseThrow();
            long began = System.nanoTime();
            new RestoreDesk(folder.resolve("restored"), clock).restore(backup, PASSPHRASE);
            double took = (System.nanoTime() - began) / 1e9;
            figures.add(Figure.of("the same restored, from " + (Files.size(backup) >> 20) + " MB", "s", took));
        }
    }

    /// Returns how long it took.
    private Duration beside(StreetServer street, String what, Callable<?> work) throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            long began = System.nanoTime();
            var working = threads.submit(work);
            var waits = new ArrayList<Long>();
            do {
                long asked = System.nanoTime();
                street.database()
                        .write((handle, changes) ->
                                handle.execute("UPDATE kiosk SET name = name WHERE street = 1 AND id = 'none'"));
                waits.add(System.nanoTime() - asked);
                Thread.sleep(5);
            } while (!working.isDone());
            working.get();
            var took = Duration.ofNanos(System.nanoTime() - began);
            Collections.sort(waits);
            figures.add(Figure.of("beside " + what + ": another write waits, p99", "ms", at(waits, 0.99)));
            out.printf(
                    "%-14s %8.2f s; waits p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                    what, took.toMillis() / 1e3, at(waits, 0.5), at(waits, 0.99), at(waits, 1));
            return took;
        }
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1.0, sorted.size() * share)) / 1e6;
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
