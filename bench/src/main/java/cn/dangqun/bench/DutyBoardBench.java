package cn.dangqun.bench;

import cn.dangqun.domain.duty.ActivityRecord;
import cn.dangqun.domain.duty.CompletionRate;
import cn.dangqun.domain.duty.DutyBoard;
import cn.dangqun.domain.duty.DutyVerdict;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/// Computes the duty board of one street (60 branches, 12 months, 20 000 activities) from nothing but its
/// activities, and in turns makes one plain pass over the same list; prints the medians of both, and their ratio.
public final class DutyBoardBench {
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 101;

    private final PrintStream out;
    private final BenchStreet street;

    DutyBoardBench(PrintStream out, BenchStreet street) {
        this.out = out;
        this.street = street;
    }

    public static void main(String[] arguments) {
        var street = new BenchStreet(60, 20_000);
        new DutyBoardBench(new PrintStream(System.out, true, StandardCharsets.UTF_8), street).run(WARM_UP, ROUNDS);
    }

    void run(int warmUp, int rounds) {
        var ours = new ArrayList<Long>();
        var plain = new ArrayList<Long>();
        long seen = 0;
        for (int round = 0; round < warmUp + rounds; round++) {
            // in turns, so that both meet the same machine
            long board = timed(() -> board().size());
            long pass = timed(this::onePass);
            seen += board + pass;
            if (round >= warmUp) {
                ours.add(board);
                plain.add(pass);
            }
        }
        report(median(ours), median(plain), seen);
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

    private static long timed(IntSupplier work) {
        var start = System.nanoTime();
        int result = work.getAsInt();
        var nanos = System.nanoTime() - start;
        if (result < 0) {
            throw new IllegalStateException("nothing was computed");
        }
        return nanos;
    }

    private static long median(List<Long> nanos) {
        return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow();
    }

    private void report(long board, long pass, long total) {
        var rows = board();
        out.printf(
                "duty board: %d branches, %d activities, %d rows, completion %s%n",
                street.plans().size(),
                street.activities().size(),
                rows.size(),
                CompletionRate.of(rows).completion());
        out.printf("board    %8.3f ms (median)%n", board / 1e6);
        out.printf("one pass %8.3f ms (median)%n", pass / 1e6);
        out.printf("ratio    %8.1f    (measured for %.1f s)%n", (double) board / Math.max(1, pass), total / 1e9);
    }
}
