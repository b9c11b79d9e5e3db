package cn.dangqun.bench.growth;

import cn.dangqun.bench.BenchStreet;
import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.Goal;
import cn.dangqun.bench.figure.Report;
import cn.dangqun.bench.made.KioskFacts;
import cn.dangqun.bench.made.RosterSheet;
import cn.dangqun.bench.made.Scratch;
import cn.dangqun.domain.duty.DutyBoard;
import cn.dangqun.server.backup.BackupDesk;
import cn.dangqun.server.backup.Passphrase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// `GrowthBench PART [PICTURE]`: what a street does at one, four and sixteen times of a size; the largest is a
/// district's divided by `PART`. `PICTURE`: where the curves go as SVG.
public final class GrowthBench {
    private static final List<Integer> TIMES = List.of(1, 4, 16);
    private static final int ROUNDS = 3;
    private static final double MOST = 1.05;
    private static final int MEMBERS = 48_000;
    private static final int FACTS = 192_000;
    private static final int ACTIVITIES = 64_000;
    private static final int BRANCHES = 320;
    private static final Passphrase PASSPHRASE =
            Passphrase.of("a passphrase of a benchmark").orElseThrow();

    private final Report report;
    private final int part;
    private final List<Growth> all = new ArrayList<>();

    private GrowthBench(Report report, int part) {
        this.report = report;
        this.part = part;
    }

    public static void main(String[] arguments) throws Exception {
        try (var report = new Report()) {
            var bench = new GrowthBench(report, Integer.parseInt(arguments[0]));
            bench.run();
            if (arguments.length > 1) {
                Files.writeString(Path.of(arguments[1]), GrowthChart.draw(bench.all));
            }
        }
    }

    /// Prepares what is measured at a size, and hands it over; whatever is to be closed is closed by then.
    private interface Subject {
        double at(int size) throws Exception;
    }

    private void run() throws Exception {
        measure("check-ins taken from a kiosk", "facts", FACTS, GrowthBench::taken);
        measure("everything derived again", "facts", FACTS, GrowthBench::derived);
        measure("a backup", "facts", FACTS, GrowthBench::backedUp);
        measure("a roster published", "members", MEMBERS, GrowthBench::published);
        measure("a sheet looked through", "rows", MEMBERS, rows -> imported(rows, false));
        measure("a sheet taken over", "rows", MEMBERS, rows -> imported(rows, true));
        measure("the duty board of a year", "activities", ACTIVITIES, GrowthBench::board);
    }

    private void measure(String name, String unit, int whole, Subject subject) throws Exception {
        var sizes = TIMES.stream()
                .map(each -> whole / part / TIMES.getLast() * each)
                .toList();
        subject.at(sizes.getFirst()); // classes, and code that is compiled
        var costs = new ArrayList<Double>();
        for (int size : sizes) {
            var rounds = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                rounds.add(subject.at(size));
            }
            // the least disturbed: what else the machine does is not the size's
            costs.add(rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow());
        }
        var growth = new Growth(name, unit, sizes, costs);
        all.add(growth);
        report.say("%s: %s %s take %s ms"
                .formatted(name, sizes, unit, costs.stream().map(Math::round).toList()));
        report.add(Figure.of(
                        "growth: " + name + ", " + sizes.getFirst() + " to " + sizes.getLast() + " " + unit,
                        "exponent",
                        growth.exponent())
                .toward(Goal.atMost(MOST)));
    }

    private static double millis(Callable<?> work) throws Exception {
        long began = System.nanoTime();
        work.call();
        return (System.nanoTime() - began) / 1e6;
    }

    private static double taken(int facts) throws Exception {
        try (var scratch = new Scratch("growth");
                var street = scratch.street("street")) {
            return millis(() -> {
                KioskFacts.append(street, facts / 4, facts);
                return street;
            });
        }
    }

    private static double derived(int facts) throws Exception {
        try (var scratch = new Scratch("growth");
                var street = scratch.street("street")) {
            KioskFacts.append(street, facts / 4, facts);
            return millis(() -> {
                street.ledger().rebuild();
                return street;
            });
        }
    }

    private static double backedUp(int facts) throws Exception {
        try (var scratch = new Scratch("growth");
                var street = scratch.street("street")) {
            KioskFacts.append(street, facts / 4, facts);
            var place = Files.createDirectory(scratch.folder().resolve("disk"));
            var settings = Scratch.settings(scratch.folder().resolve("street"));
            return millis(() -> new BackupDesk(settings, Clock.systemUTC()).make(place, PASSPHRASE));
        }
    }

    private static double published(int members) throws Exception {
        try (var scratch = new Scratch("growth");
                var street = scratch.street("street")) {
            street.reference().publish(RosterSheet.branches());
            var items = KioskFacts.members(members);
            return millis(() -> {
                street.reference().publish(items);
                return street;
            });
        }
    }

    private static double imported(int rows, boolean takenOver) throws Exception {
        try (var scratch = new Scratch("growth");
                var street = scratch.street("street")) {
            street.reference().publish(RosterSheet.branches());
            var file = RosterSheet.write(scratch.folder().resolve("roster.xlsx"), rows);
            var desk = street.intakes();
            if (!takenOver) {
                return millis(() -> desk.preview(file, "bench"));
            }
            var looked = desk.preview(file, "bench");
            return millis(() -> desk.apply(looked.id(), "bench"));
        }
    }

    private static double board(int activities) throws Exception {
        var street = new BenchStreet(Math.max(1, BRANCHES * activities / ACTIVITIES), activities);
        return millis(() -> DutyBoard.compute(
                street.plans(),
                street.activities(),
                List.of(),
                BenchStreet.FIRST_DAY,
                BenchStreet.LAST_DAY,
                BenchStreet.LAST_DAY));
    }
}
