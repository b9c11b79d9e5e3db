package cn.dangqun.bench;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.Goal;
import cn.dangqun.bench.figure.Report;
import cn.dangqun.bench.made.RosterSheet;
import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.server.StreetServer;
import cn.dangqun.server.intake.IntakeDesk.Summary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/// A roster from a workbook: how long a bare read takes, how long it takes to compare it with the street's roster and
/// to apply it, and how long another write waits meanwhile. Rows have no resident number: what one costs stands in
/// `bench cards`, and is the price of a guess.
public final class ImportBench {

    private final PrintStream out = System.out;
    private final int rows;

    private ImportBench(int rows) {
        this.rows = rows;
    }

    public static void main(String[] arguments) throws Exception {
        new ImportBench(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000).run();
    }

    private void run() throws Exception {
        var folder = Files.createTempDirectory("import");
        var file = RosterSheet.write(folder.resolve("roster.xlsx"), rows);
        out.printf("%d rows of %d branches, %d KiB%n", rows, RosterSheet.BRANCHES, Files.size(file) / 1024);
        try (var report = new Report()) {
            run(folder, file, report);
        }
    }

    private void run(Path folder, Path file, Report report) throws Exception {
        timed(() -> bare(file)); // the classes
        long bare = timed(() -> bare(file));
        out.printf("%-24s %8.2f s%n", "bare read", bare / 1e9);
        try (var server = StreetServer.open(settings(folder), Clock.systemUTC())) {
            server.reference().publish(RosterSheet.branches());
            var desk = server.intakes();
            var first = beside(report, server, "preview", bare, () -> desk.preview(file, "bench"));
            beside(report, server, "apply", bare, () -> desk.apply(first.id(), "bench"));
            beside(report, server, "preview, nothing new", bare, () -> desk.preview(file, "bench"));
        }
        var memory = Runtime.getRuntime();
        out.printf("heap at most %d MiB%n", memory.maxMemory() >> 20);
    }

    private static Object bare(Path file) throws IOException {
        long cells = 0;
        try (var workbook = new ReadableWorkbook(file.toFile());
                var read = workbook.getFirstSheet().openStream()) {
            for (var each : (Iterable<Row>) read::iterator) {
                cells += each.getCellCount();
            }
        }
        return cells;
    }

    private static long timed(Callable<?> work) throws Exception {
        long begun = System.nanoTime();
        work.call();
        return System.nanoTime() - begun;
    }

    private Summary beside(Report report, StreetServer server, String what, long bare, Callable<Summary> work)
            throws Exception {
        try (var thread = Executors.newSingleThreadExecutor()) {
            long begun = System.nanoTime();
            var done = thread.submit(work);
            var waits = new ArrayList<Long>();
            do {
                long asked = System.nanoTime();
                server.database()
                        .write((handle, changes) ->
                                handle.execute("UPDATE kiosk SET name = name WHERE street = 1 AND id = 'none'"));
                waits.add(System.nanoTime() - asked);
                Thread.sleep(Duration.ofMillis(5));
            } while (!done.isDone());
            long took = System.nanoTime() - begun;
            Collections.sort(waits);
            out.printf(
                    "%-24s %8.2f s   %.1f of a bare read   another write waits %.1f ms at most, p99 %.1f ms   %s%n",
                    what,
                    took / 1e9,
                    (double) took / bare,
                    waits.getLast() / 1e6,
                    waits.get((int) (waits.size() * 0.99)) / 1e6,
                    done.get().rows());
            report.add(Figure.of("import of " + rows + " rows: " + what, "ms", took / 1e6)
                    .beside("a bare read of the sheet", bare / 1e6));
            report.add(Figure.of("import, " + what + ": another write waits at most", "ms", waits.getLast() / 1e6)
                    .toward(Goal.atMost(100)));
            return done.get();
        }
    }

    private static ServerSettings settings(Path folder) {
        return new ServerSettings(
                folder.resolve("street"),
                ZoneId.of("Asia/Shanghai"),
                new ServerSettings.Sync("127.0.0.1", 0, 1 << 20, 8),
                new ServerSettings.Console("127.0.0.1", 0),
                false);
    }
}
