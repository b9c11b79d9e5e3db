package cn.dangqun.bench;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/// A roster from a workbook: how long a bare read takes, how long it takes to compare it with the street's roster and
/// to apply it, and how long another write waits meanwhile. Rows have no resident number: what one costs stands in
/// `bench cards`, and is the price of a guess.
public final class ImportBench {
    private static final int BRANCHES = 500;

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
        var file = written(folder.resolve("roster.xlsx"));
        out.printf("%d rows of %d branches, %d KiB%n", rows, BRANCHES, Files.size(file) / 1024);
        timed(() -> bare(file)); // the classes
        long bare = timed(() -> bare(file));
        out.printf("%-24s %8.2f s%n", "bare read", bare / 1e9);
        try (var server = StreetServer.open(settings(folder), Clock.systemUTC())) {
            server.reference().publish(branches());
            var desk = server.intakes();
            var first = beside(server, "preview", bare, () -> desk.preview(file, "bench"));
            beside(server, "apply", bare, () -> desk.apply(first.id(), "bench"));
            beside(server, "preview, nothing new", bare, () -> desk.preview(file, "bench"));
        }
        var memory = Runtime.getRuntime();
        out.printf("heap at most %d MiB%n", memory.maxMemory() >> 20);
    }

    private Path written(Path file) throws IOException {
        try (var to = Files.newOutputStream(file);
                var workbook = new Workbook(to, "bench", "1.0")) {
            var sheet = workbook.newWorksheet("roster");
            var heads = new String[] {"姓名", "所在党支部", "人员类别", "性别", "民族", "学历", "联系电话", "入党时间"};
            for (int column = 0; column < heads.length; column++) {
                sheet.value(0, column, heads[column]);
            }
            for (int row = 1; row <= rows; row++) {
                sheet.value(row, 0, name(row));
                sheet.value(row, 1, "试验支部" + row % BRANCHES);
                sheet.value(row, 2, "正式党员");
                sheet.value(row, 3, row % 2 == 0 ? "男" : "女");
                sheet.value(row, 4, "汉族");
                sheet.value(row, 5, "本科");
                sheet.value(row, 6, "0371-%07d".formatted(row));
                sheet.value(row, 7, "1990-07-01");
            }
        }
        return file;
    }

    /// Three ideographs, nobody twice.
    private static String name(int row) {
        return "试" + Character.toString(0x4E00 + row % 5000) + Character.toString(0x5E00 + row / 5000);
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

    private Summary beside(StreetServer server, String what, long bare, Callable<Summary> work) throws Exception {
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

    private static List<ReferenceItem> branches() {
        var items = new ArrayList<ReferenceItem>();
        items.add(organization("street", Optional.empty(), OrganizationLevel.STREET_COMMITTEE, "试验街道"));
        for (int i = 0; i < BRANCHES; i++) {
            items.add(organization(
                    "b-" + i, Optional.of(new OrganizationId("street")), OrganizationLevel.BRANCH, "试验支部" + i));
        }
        return items;
    }

    private static ReferenceItem organization(
            String id, Optional<OrganizationId> parent, OrganizationLevel level, String name) {
        return new ReferenceItem.OrganizationItem(
                new Organization(new OrganizationId(id), parent, level, OrganizationClass.COMMUNITY, name));
    }
}
