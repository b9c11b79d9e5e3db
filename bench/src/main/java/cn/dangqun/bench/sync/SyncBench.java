package cn.dangqun.bench.sync;

import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Facts reconciled a second, beside plain inserts of the same rows in the same run.
public final class SyncBench {
    private static final int WARM_UP = 50_000;

    private final PrintStream out = System.out;

    private record Shape(int kiosks, int facts) {}

    /// Of one round.
    record Round(double facts, Duration wall, Duration cpu, Duration plain, Duration plainCpu, long bytes) {
        double aSecond() {
            return facts / wall.toNanos() * 1e9;
        }

        double plainASecond() {
            return facts / plain.toNanos() * 1e9;
        }

        double ofPlain() {
            return (double) plain.toNanos() / wall.toNanos();
        }

        double micros() {
            return cpu.toNanos() / 1e3 / facts;
        }

        double plainMicros() {
            return plainCpu.toNanos() / 1e3 / facts;
        }

        double bytesAFact() {
            return bytes / facts;
        }
    }

    private SyncBench() {}

    /// `arguments`: rounds, and what to divide the numbers of facts by.
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        int part = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        var bench = new SyncBench();
        for (int warm = 0; warm < 3; warm++) {
            bench.round(new Shape(1, WARM_UP));
        }
        for (var shape :
                List.of(new Shape(1, 100_000 / part), new Shape(20, 5_000 / part), new Shape(100, 500 / part))) {
            var all = new ArrayList<Round>();
            for (int round = 0; round < rounds; round++) {
                all.add(bench.round(shape));
            }
            bench.report(shape, all);
        }
    }

    private Round round(Shape shape) throws Exception {
        var rows = new PlainInserts(shape.kiosks, shape.facts);
        var folder = Files.createTempDirectory("bench-plain");
        try {
            var plain = rows.into(folder.resolve("plain.db"));
            try (var city = new BenchCity();
                    var kiosks = city.kiosks()) {
                for (int each = 0; each < shape.kiosks; each++) {
                    kiosks.add(shape.facts);
                }
                kiosks.connect();
                long empty = city.bytes();
                var worked = BenchCity.worked();
                var told = kiosks.go();
                var cpu = BenchCity.worked().minus(worked);
                check(city, rows.size());
                return new Round(rows.size(), told.last(), cpu, plain.wall(), plain.cpu(), city.bytes() - empty);
            }
        } finally {
            BenchCity.delete(folder);
        }
    }

    private static void check(BenchCity city, long facts) {
        long counted = city.count("attendance WHERE counted = 1");
        if (counted != facts) {
            throw new IllegalStateException(counted + " are counted of " + facts);
        }
    }

    private void report(Shape shape, List<Round> rounds) {
        out.printf(
                "%d x %d: %.0f facts a second beside %.0f plain, %.2f of plain (%.2f to %.2f);"
                        + " %.1f us of CPU a fact beside %.1f; %.0f bytes a fact%n",
                shape.kiosks,
                shape.facts,
                median(rounds, Round::aSecond),
                median(rounds, Round::plainASecond),
                median(rounds, Round::ofPlain),
                rounds.stream().mapToDouble(Round::ofPlain).min().orElseThrow(),
                rounds.stream().mapToDouble(Round::ofPlain).max().orElseThrow(),
                median(rounds, Round::micros),
                median(rounds, Round::plainMicros),
                median(rounds, Round::bytesAFact));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> of) {
        return rounds.stream()
                .mapToDouble(of)
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
