package cn.dangqun.bench.sync;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.Goal;
import cn.dangqun.bench.figure.Report;
import cn.dangqun.bench.figure.Runs;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Facts reconciled a second, beside plain inserts of the same rows in the same run.
public final class SyncBench {
    private static final int WARM_UP = 50_000;

    private static final int WARM_ROUNDS = 3;
    private static final double OF_PLAIN = 0.7;
    private static final double MICROS = 12;
    private static final double BYTES = 200;

    private record Shape(int kiosks, int facts) {}

    /// Of one round.
    record Round(double facts, Duration wall, Duration cpu, Duration plain, Duration plainCpu, long bytes) {
        double aSecond() {
            return facts / wall.toNanos() * 1e9;
        }

        double plainASecond() {
            return facts / plain.toNanos() * 1e9;
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
        try (var report = new Report()) {
            var bench = new SyncBench();
            for (int warm = 0; warm < WARM_ROUNDS; warm++) {
                bench.round(new Shape(1, WARM_UP));
            }
            for (var shape :
                    List.of(new Shape(1, 100_000 / part), new Shape(20, 5_000 / part), new Shape(100, 500 / part))) {
                report.say(shape.kiosks + " × " + shape.facts);
                var all = new ArrayList<Round>();
                for (int round = 0; round < rounds; round++) {
                    all.add(bench.round(shape));
                }
                add(report, shape, all);
            }
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

    private static void add(Report report, Shape shape, List<Round> rounds) {
        var name = ", " + shape.kiosks + " × " + shape.facts;
        report.add(Figure.of("facts reconciled" + name, "a second", runs(rounds, Round::aSecond))
                .beside("plain inserts", runs(rounds, Round::plainASecond))
                .toward(Goal.ratioAtLeast(OF_PLAIN)));
        report.add(Figure.of("CPU a fact" + name, "µs", runs(rounds, Round::micros))
                .beside("plain inserts", runs(rounds, Round::plainMicros))
                .toward(Goal.atMost(MICROS)));
        report.add(Figure.of("on disk a fact" + name, "bytes", runs(rounds, Round::bytesAFact))
                .toward(Goal.atMost(BYTES)));
    }

    private static Runs runs(List<Round> rounds, ToDoubleFunction<Round> of) {
        return new Runs(rounds.stream().map(of::applyAsDouble).toList());
    }
}
