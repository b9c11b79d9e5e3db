package cn.dangqun.bench.sync;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.Goal;
import cn.dangqun.bench.figure.Report;

/// What a kiosk that is connected and says nothing holds of the server's heap.
public final class IdleBench {
    private static final double KIB = 1024;
    private static final double GOAL = 15;

    private IdleBench() {}

    /// `arguments`: how many kiosks.
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        try (var report = new Report();
                var city = new BenchCity();
                var kiosks = city.kiosks()) {
            for (int each = 0; each < count; each++) {
                kiosks.add(1);
            }
            kiosks.enrol();
            long before = BenchCity.heap();
            kiosks.connect();
            double each = (BenchCity.heap() - before) / KIB / count;
            report.add(Figure.of("an idle kiosk, of " + count, "KiB", each).toward(Goal.atMost(GOAL)));
        }
    }
}
