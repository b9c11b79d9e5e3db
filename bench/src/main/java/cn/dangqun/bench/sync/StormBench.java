package cn.dangqun.bench.sync;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.Goal;
import cn.dangqun.bench.figure.Report;
import java.util.concurrent.TimeUnit;

/// Many kiosks that all come at once with what they have, beside one that has as much as they together; how many were
/// sent away, and what the server's heap holds afterwards.
public final class StormBench {
    private static final int WARM_UP = 50_000;
    private static final double SLOWER = 1.2;

    private StormBench() {}

    private record Storm(double seconds, int busy, double heap) {}

    /// `arguments`: how many kiosks, and how many facts each has.
    public static void main(String[] arguments) throws Exception {
        int kiosks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        int facts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
        try (var report = new Report()) {
            report.say("warming up");
            var _ = storm(1, WARM_UP);
            report.say("one kiosk with " + kiosks * facts);
            var alone = storm(1, kiosks * facts);
            report.say(kiosks + " kiosks with " + facts);
            var many = storm(kiosks, facts);
            report.add(Figure.of("until all are told, " + kiosks + " × " + facts, "s", many.seconds)
                    .beside("one kiosk with as much", alone.seconds)
                    .toward(Goal.ratioAtMost(SLOWER)));
            report.add(Figure.of("sent away as BUSY", "times", many.busy).toward(Goal.atMost(0)));
            report.add(Figure.of("heap held afterwards", "MB", many.heap).beside("after the one", alone.heap));
        }
    }

    private static Storm storm(int count, int facts) throws Exception {
        try (var city = new BenchCity();
                var kiosks = city.kiosks()) {
            for (int each = 0; each < count; each++) {
                kiosks.add(facts);
            }
            kiosks.connect();
            var told = kiosks.go();
            if (city.count("attendance WHERE counted = 1") != (long) count * facts) {
                throw new IllegalStateException("not everybody is counted");
            }
            return new Storm(
                    (double) told.last().toNanos() / TimeUnit.SECONDS.toNanos(1),
                    told.busy(),
                    BenchCity.heap() / (double) (1 << 20));
        }
    }
}
