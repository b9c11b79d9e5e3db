package cn.dangqun.bench;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.Goal;
import cn.dangqun.bench.figure.Report;
import cn.dangqun.bench.figure.Runs;
import cn.dangqun.bench.growth.Growth;
import cn.dangqun.domain.duty.ActivityRecord;
import cn.dangqun.domain.duty.DutyBoard;
import cn.dangqun.domain.duty.DutyVerdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/// The rules engine: the duty board of a year, computed from nothing but the activities of a street (60 branches,
/// 20 000 activities), of one four times as large and of one sixteen times. In turns with it one plain pass over the
/// same list, which meets the same memory; so what a list costs that no cache holds can be told from what the rules
/// cost.
public final class DutyBoardBench {
    private static final int BRANCHES = 60;
    private static final int ACTIVITIES = 20_000;
    private static final List<Integer> TIMES = List.of(1, 4, 16);
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 21;
    private static final double EXPONENT = 1.05;

    private final BenchStreet street;
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> plain = new ArrayList<>();

    DutyBoardBench(BenchStreet street) {
        this.street = street;
    }

    /// `arguments`: rounds.
    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
        var sizes = TIMES.stream()
                .map(each -> new DutyBoardBench(new BenchStreet(BRANCHES * each, ACTIVITIES * each)))
                .toList();
        for (int round = 0; round < WARM_UP + rounds; round++) {
            if (round == WARM_UP) {
                sizes.forEach(DutyBoardBench::forget);
            }
            // in turns, so that all meet the same machine
            sizes.forEach(DutyBoardBench::round);
        }
        try (var report = new Report()) {
            for (var each : sizes) {
                each.add(report);
            }
            report.add(Figure.of("exponent of the board, 1× to 16×", "", exponents(sizes, each -> each.ours))
                    .beside("of the plain pass", exponents(sizes, each -> each.plain))
                    .toward(Goal.atMost(EXPONENT)));
        }
    }

    private static Runs exponents(List<DutyBoardBench> sizes, Function<DutyBoardBench, List<Double>> of) {
        int rounds = of.apply(sizes.getFirst()).size();
        return new Runs(IntStream.range(0, rounds)
                .mapToObj(round -> new Growth(
                                "board",
                                "activities",
                                sizes.stream()
                                        .map(each -> each.street.activities().size())
                                        .toList(),
                                sizes.stream()
                                        .map(each -> of.apply(each).get(round))
                                        .toList())
                        .exponent())
                .toList());
    }

    private void forget() {
        ours.clear();
        plain.clear();
    }

    private void round() {
        ours.add(timed(() -> board().size()));
        plain.add(timed(this::onePass));
    }

    private void add(Report report) {
        int verdicts = board().size();
        var name = street.plans().size() + " branches, " + street.activities().size() + " activities";
        report.add(Figure.of("verdicts of a year, " + name, "ms", new Runs(ours))
                .beside("one plain pass", new Runs(plain)));
        report.add(Figure.of(
                "verdicts, " + name,
                "a second",
                new Runs(ours.stream().map(each -> verdicts / each * 1e3).toList())));
    }

    List<DutyVerdict> board() {
        return DutyBoard.compute(
                        street.plans(),
                        street.activities(),
                        List.of(),
                        BenchStreet.FIRST_DAY,
                        BenchStreet.LAST_DAY,
                        BenchStreet.LAST_DAY)
                .verdicts();
    }

    /// What anything that looks at every activity must at least do: read its date, its state and its marks.
    int onePass() {
        int marks = 0;
        LocalDate latest = BenchStreet.FIRST_DAY;
        for (ActivityRecord activity : street.activities()) {
            if (activity.isEligible(BenchStreet.LAST_DAY)) {
                for (var duty : activity.duties()) {
                    marks += duty.value().length();
                }
                latest = activity.heldOn().isAfter(latest) ? activity.heldOn() : latest;
            }
        }
        return marks + latest.getDayOfYear();
    }

    /// Milliseconds.
    private static double timed(IntSupplier work) {
        var start = System.nanoTime();
        int result = work.getAsInt();
        var nanos = System.nanoTime() - start;
        if (result < 0) {
            throw new IllegalStateException("nothing was computed");
        }
        return nanos / 1e6;
    }
}
