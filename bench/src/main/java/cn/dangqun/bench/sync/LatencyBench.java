package cn.dangqun.bench.sync;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.Goal;
import cn.dangqun.bench.figure.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How long it takes from a fact that a kiosk sends until the page that is open shows it, over TLS on both sides, and
/// what that costs the street and one who looks; with nobody else and with nineteen more, who look from another
/// process.
public final class LatencyBench {
    private static final Duration IDLE = Duration.ofMillis(400);
    private static final Duration BUSY = Duration.ofMillis(60);
    private static final int MANY = 20;
    /// A street's server runs for months: what the first facts cost is its compiler's.
    private static final int WARM = 350;
    private static final int WARM_MANY = 150;
    private static final double P50 = 5;
    private static final double P99 = 15;
    private static final double FOR_MANY = 1.2;

    private final int facts;

    private LatencyBench(int facts) {
        this.facts = facts;
    }

    private record Seen(List<Double> millis, double cpuMillis) {
        double at(double part) {
            return millis.get((int) Math.min(millis.size() - 1L, Math.round(part * millis.size())));
        }
    }

    /// `arguments`: how many facts each figure is made of.
    public static void main(String[] arguments) throws Exception {
        new LatencyBench(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200).run();
    }

    private void run() throws Exception {
        try (var report = new Report();
                var street = new WatchedStreet(WARM + WARM_MANY + facts * 3)) {
            var first = street.watch();
            street.warm(WARM);
            var idle = seen(street, first, IDLE);
            var busy = seen(street, first, BUSY);
            street.letLook(MANY - 1);
            street.warm(WARM_MANY);
            var many = seen(street, first, BUSY);
            latency(report, "one looks, a fact at a time", idle);
            latency(report, "one looks, facts 60 ms apart", busy);
            latency(report, "twenty look, facts 60 ms apart", many);
            report.add(Figure.of("CPU a fact, twenty look", "ms", many.cpuMillis)
                    .beside("one looks", busy.cpuMillis)
                    .toward(Goal.ratioAtMost(FOR_MANY)));
        }
    }

    private static void latency(Report report, String name, Seen seen) {
        report.add(Figure.of("p50, " + name, "ms", seen.at(0.5)).toward(Goal.atMost(P50)));
        report.add(Figure.of("p99, " + name, "ms", seen.at(0.99)).toward(Goal.atMost(P99)));
    }

    private Seen seen(WatchedStreet street, Watching page, Duration apart) throws Exception {
        var sent = new ArrayList<Long>();
        int before = street.sent();
        var worked = BenchCity.worked();
        for (int each = 0; each < facts; each++) {
            sent.add(street.send());
            Thread.sleep(apart);
        }
        var millis = new ArrayList<Double>();
        for (int each = 0; each < facts; each++) {
            millis.add((page.shown(before + each + 1) - sent.get(each)) / 1e6);
        }
        Collections.sort(millis);
        return new Seen(millis, BenchCity.worked().minus(worked).toNanos() / 1e6 / facts);
    }
}
