package cn.dangqun.bench.suite;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.FigureFile;
import cn.dangqun.bench.figure.FigureTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// `BenchMain FOLDER [--long] [--json FILE] [--profile] [NAME [ARGUMENT…]]`: one benchmark, or each in its brief form
/// and the table of all. Ends with 0 when all ran, 1 when one broke down, 2 for wrong usage. A goal that is missed is
/// no failure: it stands in the table.
public final class BenchMain {
    private static final int BROKEN = 1;
    private static final int USAGE = 2;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Order order;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    private BenchMain(Order order) {
        this.order = order;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var words = List.of(arguments);
        if (words.contains("help") || words.contains("--help")) {
            usage(System.out);
            return;
        }
        var order = Order.of(words);
        if (order.isEmpty()) {
            System.err.println("not understood: " + String.join(" ", words.subList(1, words.size())));
            usage(System.err);
            System.exit(USAGE);
        }
        var json = order.get().json();
        if (json.isPresent() && !mayBeWritten(json.get())) {
            System.err.println("no file can be written at " + json.get());
            System.exit(USAGE);
        }
        System.exit(new BenchMain(order.get()).run());
    }

    /// Before anything is measured for hours.
    private static boolean mayBeWritten(Path file) {
        return Files.isRegularFile(file)
                ? Files.isWritable(file)
                : !Files.exists(file) && Files.isWritable(file.resolveSibling("."));
    }

    private static void usage(PrintStream to) {
        to.println("usage: ./run bench [--long] [--json FILE] [--profile] [NAME [ARGUMENT…]]");
        to.println(
                "Without a name each in its brief form, and one table of all. --long: as long as it takes; --json: every");
        to.println(
                "run as JSON; --profile: a flight recording and a flame graph of each in target/bench. The names, with what");
        to.println("is measured and the arguments of the brief and of the long form:");
        line(to, "name", "what is measured (unit)", "brief", "long");
        line(to, "----", "-----------------------", "-----", "----");
        Catalogue.ALL.forEach(each ->
                line(to, each.name(), each.what(), String.join(" ", each.brief()), String.join(" ", each.whole())));
        to.println("  mutation     how many planted mistakes the tests find; domain, ledger or review alone");
    }

    private static void line(PrintStream to, String name, String what, String brief, String whole) {
        to.println(String.format("  %-12s %-52s %-12s %s", name, what, brief, whole)
                .stripTrailing());
    }

    private int run() throws IOException, InterruptedException {
        var began = System.nanoTime();
        for (var each : order.benchmarks()) {
            run(each);
        }
        if (order.benchmarks().size() > 1) {
            var took = Duration.ofNanos(System.nanoTime() - began);
            out.printf(
                    "%n%d benchmarks in %d min %d s%n%n",
                    order.benchmarks().size(), took.toMinutes(), took.toSecondsPart());
            FigureTable.print(figures, out);
        }
        if (figures.stream().anyMatch(each -> each.isMet().filter(met -> !met).isPresent())) {
            out.println("NO: a goal was missed. On a machine that does other things beside it that says little.");
        }
        order.json().ifPresent(file -> FigureFile.write(figures, file));
        broken.forEach(each -> out.println("broke down: " + each));
        return broken.isEmpty() ? 0 : BROKEN;
    }

    private void run(Benchmark benchmark) throws IOException, InterruptedException {
        out.println();
        out.println(benchmark.name() + ": " + benchmark.what());
        var run = new BenchRun(benchmark, order);
        if (run.run() != 0) {
            broken.add(benchmark.name());
            return;
        }
        var left = run.figures();
        if (left.isEmpty()) {
            broken.add(benchmark.name() + ", which left no figure");
        }
        figures.addAll(left);
        if (order.profile()) {
            out.println("  flame graph: " + run.drawFlames());
        }
    }
}
